// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tiphys.model.problem.Problem;
import tiphys.model.run.NodePhase;
import tiphys.model.run.NodeStatus;
import tiphys.model.run.RunSnapshot;
import tiphys.model.text.SourceText;
import tiphys.model.yaml.YamlTree;

/** A workflow of a few lines that was run to its end on this computer; its name is {@code wf}. */
final class Trial {
  /** A template that executes the shell's words which its caller hands it. */
  static final String SH =
      """
      - name: sh
        inputs: {parameters: [{name: do}]}
        container: {image: busybox, command: [sh, -c], args: ["{{inputs.parameters.do}}"]}
      """;

  private static final String HEAD =
      """
      kind: Workflow
      metadata: {name: wf}
      spec:
        entrypoint: main
      """;

  private final ActiveRun run;
  private final RunSnapshot end;

  private Trial(ActiveRun run) {
    this.run = run;
    try {
      this.end = run.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The templates, of which {@code main} is the first to run, and {@link #SH} beside them. */
  static Trial of(Path folder, String templates) {
    return ended(folder, workflow("", templates), EngineChoice.PROCESS);
  }

  /** With lines of the spec above the templates. */
  static Trial of(Path folder, String spec, String templates) {
    return ended(folder, workflow(spec, templates), EngineChoice.PROCESS);
  }

  static Trial ended(Path folder, String text, EngineChoice engine) {
    return new Trial(started(folder, text, engine));
  }

  /** What was previewed, and whatever the test changed of it. */
  static Trial ended(RunPreview preview) {
    return new Trial(ThisComputer.start(preview, _ -> {}));
  }

  static ActiveRun started(Path folder, String text, EngineChoice engine) {
    return ThisComputer.start(preview(folder, text, engine), _ -> {});
  }

  static RunPreview preview(Path folder, String text, EngineChoice engine) {
    return ThisComputer.preview(request(folder, text, engine)).result().orElseThrow();
  }

  /** Why a text is not run; it must be refused. */
  static Problem refusal(Path folder, String text, EngineChoice engine) {
    return ThisComputer.preview(request(folder, text, engine)).refusal().orElseThrow();
  }

  static RunRequest request(Path folder, String text, EngineChoice engine) {
    return new RunRequest(
        YamlTree.parse(SourceText.of(text)),
        0,
        Map.of(),
        engine,
        folder.resolve("run"),
        Duration.ofMillis(1));
  }

  static String workflow(String spec, String templates) {
    return HEAD + spec.indent(2) + "  templates:\n" + SH.indent(2) + templates.indent(2);
  }

  NodePhase phase() {
    return end.phase().orElseThrow();
  }

  RunSnapshot end() {
    return end;
  }

  ActiveRun run() {
    return run;
  }

  /** The node with a name as Argo gives it, for example {@code wf.A} or {@code wf[0].a}. */
  NodeStatus node(String name) {
    return end.nodes().values().stream()
        .filter(node -> node.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is none of " + names()));
  }

  List<String> names() {
    return end.nodes().values().stream().map(NodeStatus::name).toList();
  }

  /** What the node's step wrote to its two streams, without blanks around it. */
  String printed(String name) {
    Path log =
        run.log(node(name).id())
            .orElseThrow(() -> new AssertionError("no log of " + name + "; " + this));
    try {
      return Files.readString(log).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(end.phase() + " " + end.message());
    for (NodeStatus node : end.nodes().values()) {
      text.append("\n").append(node.name()).append(" ").append(node.phase());
      text.append(" ").append(node.message());
    }
    return text.toString();
  }
}
