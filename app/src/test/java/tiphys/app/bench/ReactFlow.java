// SPDX-License-Identifier: Apache-2.0
package tiphys.app.bench;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import tiphys.app.canvas.drawing.Drawing;
import tiphys.model.layout.Point;

/**
 * React Flow, which most editors of graphs in a browser are made with, in a Chromium without a
 * window, which is found on the path: the same cards at the same places, only those in sight kept.
 * A frame goes from one call of an animation to the next, without a limit of frames.
 */
final class ReactFlow {
  private static final int PATIENCE_S = 240;
  private static final List<String> BROWSERS =
      List.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome");

  private final ProgramLayouter program;
  private final Path browser;

  private ReactFlow(ProgramLayouter program, Path browser) {
    this.program = program;
    this.browser = browser;
  }

  /** Empty, with a sentence why, where it cannot be had. */
  static Optional<ReactFlow> here() {
    Optional<Path> browser = browser();
    if (browser.isEmpty()) {
      System.out.println("React Flow: cannot be had here, no Chromium is on the path");
      return Optional.empty();
    }
    Optional<Path> packages =
        NodePackages.fetched("@xyflow/react@12.12.1", "react@19", "react-dom@19", "esbuild@0.25");
    if (packages.isEmpty()) {
      System.out.println("React Flow: cannot be had here, npm could not fetch it");
      return Optional.empty();
    }
    ProgramLayouter program =
        ProgramLayouter.of("React Flow", List.of("node"), "react-flow.cjs", PATIENCE_S)
            .with(packages);
    return Optional.of(new ReactFlow(program, browser.get()));
  }

  private static Optional<Path> browser() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return BROWSERS.stream()
        .flatMap(
            name ->
                Stream.of(path.split(File.pathSeparator, -1)).map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  void measure(Drawing drawing) {
    System.out.println("the same in React Flow");
    try {
      for (String line : program.run(question(drawing)).lines().toList()) {
        String[] words = line.split("\t", -1);
        double[] times = Arrays.stream(words).skip(1).mapToDouble(Double::parseDouble).toArray();
        System.out.printf(
            Locale.ROOT,
            "%-42s p50 %6.1f  p95 %6.1f  p99 %6.1f  max %6.1f ms%n",
            words[0],
            times[0],
            times[1],
            times[2],
            times[3]);
      }
    } catch (Layouter.TooLong why) {
      System.out.println("React Flow: " + why.getMessage());
    }
  }

  private String question(Drawing drawing) {
    StringBuilder text = new StringBuilder("{\"browser\":\"").append(browser).append("\",");
    text.append("\"nodes\":");
    append(
        text,
        drawing.nodes().size(),
        i -> {
          Point corner = drawing.corner(i);
          return new double[] {corner.x(), corner.y()};
        });
    text.append(",\"edges\":");
    append(text, drawing.edges().size(), i -> new double[] {drawing.source(i), drawing.target(i)});
    return text.append('}').toString();
  }

  private static void append(StringBuilder text, int count, IntFunction<double[]> pair) {
    text.append('[');
    for (int i = 0; i < count; i++) {
      long[] whole = Arrays.stream(pair.apply(i)).mapToLong(Math::round).toArray();
      text.append(i == 0 ? "[" : ",[").append(whole[0]).append(',').append(whole[1]).append(']');
    }
    text.append(']');
  }
}
