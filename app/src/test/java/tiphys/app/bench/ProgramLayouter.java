// SPDX-License-Identifier: Apache-2.0
package tiphys.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import tiphys.model.layout.Box;
import tiphys.model.layout.EdgeLine;
import tiphys.model.layout.NodeSize;
import tiphys.model.layout.Point;

/**
 * A layout in a process of its own, driven by a small program of the test resources: it reads
 * {@link SampleGraph#lines()}, takes the time of the layout alone, and writes {@code time MS},
 * {@code node NUMBER LEFT TOP} and {@code edge FROM TO X Y X Y …}.
 */
final class ProgramLayouter implements Layouter {
  private final String name;
  private final List<String> command;
  private final int seconds;
  private final Optional<Path> packages;

  /** A command that takes the graph from its standard input. */
  ProgramLayouter(String name, List<String> command, int seconds) {
    this(name, command, seconds, Optional.empty());
  }

  private ProgramLayouter(String name, List<String> command, int seconds, Optional<Path> packages) {
    this.name = name;
    this.command = command;
    this.seconds = seconds;
    this.packages = packages;
  }

  /** The same with a program of the test resources as its last word. */
  static ProgramLayouter of(String name, List<String> command, String program, int seconds) {
    List<String> words = new ArrayList<>(command);
    words.add(copyOf(program).toString());
    return new ProgramLayouter(name, words, seconds);
  }

  /** With packages for Node.js, if they could be had. */
  ProgramLayouter with(Optional<Path> nodePackages) {
    return new ProgramLayouter(name, command, seconds, nodePackages);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean isHere() {
    try {
      layOut(new SampleGraph("two", 2, List.of(new SampleGraph.Edge(0, 1))));
      return true;
    } catch (TooLong absent) {
      return false;
    }
  }

  @Override
  public LaidOut layOut(SampleGraph graph) throws TooLong {
    return read(graph, run(graph.lines()));
  }

  String run(String input) throws TooLong {
    try {
      Path out = Files.createTempFile("layout", ".txt");
      Path in = Files.writeString(Files.createTempFile("graph", ".txt"), input);
      Path errors = Files.createTempFile("errors", ".txt");
      try {
        ProcessBuilder builder =
            new ProcessBuilder(command)
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(errors.toFile());
        packages.ifPresent(path -> builder.environment().put("NODE_PATH", path.toString()));
        Process process = builder.start();
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
          process.destroyForcibly().waitFor();
          throw new TooLong("> " + seconds + " s");
        }
        if (process.exitValue() != 0) {
          throw new TooLong("failed: " + Files.readString(errors).lines().findFirst().orElse(""));
        }
        return Files.readString(out, StandardCharsets.UTF_8);
      } finally {
        Files.delete(out);
        Files.delete(in);
        Files.delete(errors);
      }
    } catch (IOException absent) {
      throw new TooLong("not here");
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw new TooLong("interrupted");
    }
  }

  private static LaidOut read(SampleGraph graph, String answer) {
    Box[] nodes = new Box[graph.nodes()];
    List<EdgeLine> lines = new ArrayList<>();
    double milliseconds = 0;
    for (String line : answer.lines().toList()) {
      String[] words = line.split(" ", -1);
      switch (words[0]) {
        case "time" -> milliseconds = Double.parseDouble(words[1]);
        case "node" ->
            nodes[Integer.parseInt(words[1])] =
                new Box(
                    Double.parseDouble(words[2]),
                    Double.parseDouble(words[3]),
                    NodeSize.WIDTH,
                    NodeSize.HEIGHT);
        case "edge" -> lines.add(edge(words));
        default -> throw new IllegalStateException(line);
      }
    }
    return new LaidOut(List.of(nodes), lines, milliseconds);
  }

  private static EdgeLine edge(String[] words) {
    List<Point> points = new ArrayList<>();
    for (int i = 3; i + 1 < words.length; i += 2) {
      points.add(new Point(Double.parseDouble(words[i]), Double.parseDouble(words[i + 1])));
    }
    return new EdgeLine(Integer.parseInt(words[1]), Integer.parseInt(words[2]), points);
  }

  private static Path copyOf(String program) {
    try (var stream = ProgramLayouter.class.getResourceAsStream(program)) {
      Path folder = Files.createTempDirectory("layouter");
      Path copy = folder.resolve(program);
      Files.write(copy, stream == null ? new byte[0] : stream.readAllBytes());
      copy.toFile().deleteOnExit();
      return copy;
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
