// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.TextArea;
import javafx.scene.layout.BorderPane;
import tiphys.app.editor.Editor;
import tiphys.app.message.Messages;
import tiphys.exporter.local.ActiveRun;
import tiphys.model.graph.NodeId;
import tiphys.model.run.NodeStatus;
import tiphys.model.run.RunOverlay;
import tiphys.model.run.RunSnapshot;
import tiphys.model.run.TaskState;

/**
 * What a run says of the chosen nodes, or of all: phase, times, inputs, outputs, message and log.
 */
public final class RunPanel extends BorderPane {
  private final Editor editor;
  private final RunControl control;
  private final Messages messages;
  private final TextArea text = new TextArea();

  public RunPanel(Editor editor, RunControl control, Messages messages) {
    this.editor = editor;
    this.control = control;
    this.messages = messages;
    text.setEditable(false);
    text.setId("run-text");
    text.getStyleClass().add("mono");
    text.setAccessibleText(messages.text("runs.title"));
    setCenter(text);
    editor.overlay().subscribe(_ -> show());
    editor.selection().subscribe(_ -> show());
  }

  private void show() {
    Optional<RunSnapshot> run = editor.overlay().get();
    text.setText(run.map(this::described).orElseGet(() -> messages.text("runs.none")));
    text.end();
  }

  private String described(RunSnapshot run) {
    Set<NodeId> chosen = editor.selection().get().nodes();
    Map<NodeId, TaskState> states =
        editor.scope().map(scope -> RunOverlay.of(run).states(scope)).orElse(Map.of());
    List<String> ids =
        chosen.stream()
            .flatMap(node -> Optional.ofNullable(states.get(node)).stream())
            .flatMap(state -> state.nodeIds().stream())
            .toList();
    return run.nodes().values().stream()
        .filter(node -> chosen.isEmpty() || ids.contains(node.id()))
        .map(this::described)
        .collect(Collectors.joining("\n"));
  }

  private String described(NodeStatus node) {
    StringBuilder lines = new StringBuilder(node.name());
    lines.append("  ").append(phase(node));
    duration(node).ifPresent(time -> lines.append("  ").append(time));
    lines.append('\n');
    if (!node.message().isEmpty()) {
      lines.append("  ").append(node.message()).append('\n');
    }
    add(lines, "runs.inputs", node.inputs());
    add(lines, "runs.outputs", node.outputs());
    control
        .run()
        .flatMap(run -> log(run, node))
        .ifPresent(
            log -> log.lines().forEach(line -> lines.append("  │ ").append(line).append('\n')));
    return lines.toString();
  }

  private void add(StringBuilder lines, String key, NodeStatus.Values values) {
    values.parameters().forEach((name, value) -> line(lines, key, name, value));
    values.artifacts().forEach((name, place) -> line(lines, key, name, place));
    values.result().ifPresent(result -> line(lines, key, "result", result));
  }

  private void line(StringBuilder lines, String key, String name, String value) {
    lines.append("  ").append(messages.text(key, name, value)).append('\n');
  }

  private String phase(NodeStatus node) {
    return messages.text("phase." + node.phase().name().toLowerCase(Locale.ROOT));
  }

  private static Optional<String> duration(NodeStatus node) {
    if (node.startedAt().isEmpty() || node.finishedAt().isEmpty()) {
      return Optional.empty();
    }
    Duration taken = Duration.between(node.startedAt().get(), node.finishedAt().get());
    return Optional.of(String.format(Locale.ROOT, "%.1f s", taken.toMillis() / 1000.0));
  }

  private static Optional<String> log(ActiveRun run, NodeStatus node) {
    Optional<Path> file = run.log(node.id());
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new String(Files.readAllBytes(file.get()), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
