// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.function;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tiphys.exporter.local.ActiveRun;
import tiphys.exporter.local.EngineChoice;
import tiphys.exporter.local.LogLines;
import tiphys.exporter.local.PlannedCommand;
import tiphys.exporter.local.RunPreview;
import tiphys.exporter.local.ThisComputer;
import tiphys.model.problem.Outcome;
import tiphys.model.run.NodePhase;
import tiphys.model.run.NodeStatus;
import tiphys.model.run.RunSnapshot;
import tiphys.model.yaml.YamlTree;

/** A template about to be run alone: looked at first, then run. */
public final class FunctionTry {
  /** More of a log, or of an artifact, is of no use to somebody who compares. */
  private static final int MOST = 256 * 1024;

  private final RunPreview preview;

  private FunctionTry(RunPreview preview) {
    this.preview = preview;
  }

  /**
   * What would be run. Refused where it cannot be; takes a fraction of a second, to ask the
   * computer what it allows.
   */
  public static Outcome<FunctionTry> of(
      YamlTree tree, FunctionTemplate function, FunctionCase.Given given, EngineChoice engine) {
    return FunctionRequest.of(tree, function, given, engine, folder())
        .then(ThisComputer::preview)
        .then(preview -> Outcome.done(new FunctionTry(preview)));
  }

  /** What several would execute, for the user to agree to at once. @param tries at least one */
  public static RunPreview together(List<FunctionTry> tries) {
    RunPreview first = tries.getFirst().preview;
    Set<PlannedCommand> commands = new LinkedHashSet<>();
    Set<String> images = new LinkedHashSet<>();
    for (FunctionTry each : tries) {
      commands.addAll(each.preview.commands());
      images.addAll(each.preview.images());
    }
    return new RunPreview(
        first.request(),
        first.engine(),
        first.workflowName(),
        List.copyOf(images),
        List.copyOf(commands),
        first.isolation(),
        first.client());
  }

  /** Runs it to its end, and leaves nothing behind. Interrupted, it is ended. */
  public FunctionOutcome run() {
    long start = System.nanoTime();
    try {
      ActiveRun run = ThisComputer.start(preview, _ -> {});
      RunSnapshot end = await(run);
      return outcome(run, end, Duration.ofNanos(System.nanoTime() - start));
    } finally {
      drop();
    }
  }

  /** It will not be run: leaves nothing behind. */
  public void drop() {
    Path folder = preview.request().folder();
    try {
      Files.walkFileTree(folder, new Removal());
    } catch (IOException e) {
      System.getLogger(FunctionTry.class.getName())
          .log(System.Logger.Level.WARNING, "a temporary folder was left", e);
    }
  }

  private static RunSnapshot await(ActiveRun run) {
    try {
      return run.await();
    } catch (InterruptedException e) {
      run.cancel();
      Thread.currentThread().interrupt();
      return run.snapshot();
    }
  }

  private static FunctionOutcome outcome(ActiveRun run, RunSnapshot end, Duration time) {
    Optional<NodeStatus> node =
        end.nodes().values().stream()
            .filter(
                each ->
                    each.displayName().equals(FunctionRequest.TASK) && each.type().equals("Pod"))
            .findFirst();
    NodeStatus.Values out = node.map(NodeStatus::outputs).orElse(NodeStatus.Values.NONE);
    boolean isGood = node.filter(each -> each.phase() == NodePhase.SUCCEEDED).isPresent();
    Map<String, String> artifacts = new LinkedHashMap<>();
    out.artifacts()
        .keySet()
        .forEach(
            name ->
                run.artifact("outputs/" + name)
                    .flatMap(FunctionTry::text)
                    .ifPresent(text -> artifacts.put(name, text)));
    String log =
        String.join(
            "\n",
            LogLines.newest(MOST).next(node.flatMap(each -> run.log(each.id())), true).lines());
    return new FunctionOutcome(
        isGood,
        isGood ? "" : node.map(NodeStatus::message).filter(m -> !m.isEmpty()).orElse(end.message()),
        out.exitCode(),
        out.result(),
        out.parameters(),
        artifacts,
        log,
        time);
  }

  private static Optional<String> text(Path file) {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > MOST) {
        return Optional.empty();
      }
      return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("tiphys-function-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Removal extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException trouble) throws IOException {
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
