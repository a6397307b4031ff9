// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import tiphys.app.concurrent.Background;
import tiphys.app.message.Elapsed;
import tiphys.app.message.Messages;
import tiphys.app.theme.GlyphView;
import tiphys.exporter.cluster.ArtifactPlace.Side;
import tiphys.model.run.NodeStatus;

/** What a run says of one node: state, message, times, what went in and what came out. */
final class NodeFacts extends ScrollPane {
  private final RunControl control;
  private final Background background;
  private final Messages messages;
  private final VBox facts = new VBox(6);
  private Optional<NodeStatus> shown = Optional.empty();

  NodeFacts(RunControl control, Background background, Messages messages) {
    this.control = control;
    this.background = background;
    this.messages = messages;
    setContent(facts);
    setFitToWidth(true);
    setId("run-facts");
    getStyleClass().add("node-facts");
    facts.getStyleClass().add("node-facts-list");
  }

  /** Costs nothing where nothing has changed, so that what is selected in it stays. */
  void show(Optional<NodeStatus> node) {
    if (!node.equals(shown)) {
      shown = node;
      facts.getChildren().clear();
      node.ifPresent(this::fill);
    }
  }

  private void fill(NodeStatus node) {
    String phase = NodeList.phaseKey(node.phase());
    Label name = new Label(node.displayName());
    name.getStyleClass().add("panel-title");
    Label state =
        new Label(
            messages.text("phase." + phase), new GlyphView(phase, 14).styled("phase-" + phase));
    state.setId("run-phase");
    state.getStyleClass().add("phase-" + phase);
    facts.getChildren().addAll(name, state);
    if (!node.message().isEmpty()) {
      Label message = new Label(node.message());
      message.setId("run-message");
      message.setWrapText(true);
      message.getStyleClass().add(NodeList.isBad(node) ? "field-refusal" : "field-hint");
      facts.getChildren().add(message);
    }
    node.outputs().exitCode().ifPresent(code -> add("runs.exit-code", code));
    node.startedAt()
        .ifPresent(from -> node.finishedAt().ifPresent(to -> add("runs.took", took(from, to))));
    addValues("runs.outputs", node, Side.OUTPUT);
    addValues("runs.inputs", node, Side.INPUT);
    Label heading = new Label(messages.text("runs.about"));
    heading.getStyleClass().add("section-title");
    facts.getChildren().add(heading);
    add("runs.template", node.templateName());
    node.startedAt().ifPresent(at -> add("runs.started", time(at)));
    node.finishedAt().ifPresent(at -> add("runs.finished", time(at)));
    add("runs.id", node.id());
  }

  private void addValues(String title, NodeStatus node, Side side) {
    NodeStatus.Values values = side == Side.INPUT ? node.inputs() : node.outputs();
    if (values.parameters().isEmpty()
        && values.artifacts().isEmpty()
        && values.result().isEmpty()) {
      return;
    }
    Label heading = new Label(messages.text(title));
    heading.getStyleClass().add("section-title");
    facts.getChildren().add(heading);
    values.result().ifPresent(result -> facts.getChildren().add(FactRow.of("result", result)));
    values.parameters().forEach((name, value) -> facts.getChildren().add(FactRow.of(name, value)));
    values
        .artifacts()
        .forEach(
            (name, key) ->
                facts.getChildren().add(artifact(new ArtifactBlock.Which(node, side, name, key))));
  }

  private void add(String key, String value) {
    if (!value.isEmpty()) {
      facts.getChildren().add(FactRow.of(messages.text(key), value));
    }
  }

  private Background worker(LiveRun run) {
    return run.place().isPresent() ? control.means().remote() : background;
  }

  private Node artifact(ArtifactBlock.Which which) {
    return control
        .run()
        .get()
        .<Node>map(
            run ->
                new ArtifactBlock(run, which, worker(run), control.means().questions(), messages))
        .orElseGet(() -> FactRow.of(which.name(), which.key()));
  }

  private String time(Instant at) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT, FormatStyle.MEDIUM)
        .withLocale(messages.language().locale())
        .withZone(ZoneId.systemDefault())
        .format(at);
  }

  private String took(Instant from, Instant to) {
    double seconds = java.time.Duration.between(from, to).toMillis() / 1000.0;
    return seconds < 60
        ? messages.text("runs.seconds", seconds)
        : Elapsed.clock(java.time.Duration.between(from, to));
  }
}
