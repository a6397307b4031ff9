// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import tiphys.app.concurrent.Background;
import tiphys.app.message.Messages;
import tiphys.app.theme.GlyphView;
import tiphys.exporter.local.ActiveRun;
import tiphys.model.run.NodeStatus;

/** What a run says of one node: state, message, times, what went in and what came out. */
final class NodeFacts extends ScrollPane {
  private static final int MOST_LINES = 8;

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
    addValues("runs.outputs", node.outputs());
    addValues("runs.inputs", node.inputs());
    Label heading = new Label(messages.text("runs.about"));
    heading.getStyleClass().add("section-title");
    facts.getChildren().add(heading);
    add("runs.template", node.templateName());
    node.startedAt().ifPresent(at -> add("runs.started", time(at)));
    node.finishedAt().ifPresent(at -> add("runs.finished", time(at)));
    add("runs.id", node.id());
  }

  private void addValues(String title, NodeStatus.Values values) {
    if (values.parameters().isEmpty()
        && values.artifacts().isEmpty()
        && values.result().isEmpty()) {
      return;
    }
    Label heading = new Label(messages.text(title));
    heading.getStyleClass().add("section-title");
    facts.getChildren().add(heading);
    values.result().ifPresent(result -> facts.getChildren().add(row("result", value(result))));
    values.parameters().forEach((name, value) -> facts.getChildren().add(row(name, value(value))));
    values.artifacts().forEach((name, key) -> facts.getChildren().add(artifact(name, key)));
  }

  private void add(String key, String value) {
    if (!value.isEmpty()) {
      facts.getChildren().add(row(messages.text(key), value(value)));
    }
  }

  private static HBox row(String name, Node value) {
    Label label = new Label(name);
    label.getStyleClass().add("fact-name");
    label.setLabelFor(value);
    value.setAccessibleText(name);
    HBox row = new HBox(8, label, value);
    HBox.setHgrow(value, javafx.scene.layout.Priority.ALWAYS);
    return row;
  }

  /** Can be selected and copied; several lines for what has several. */
  private static TextInputControl value(String text) {
    long lines = text.lines().count();
    TextInputControl value = lines > 1 ? area(lines) : new TextField();
    value.setText(text);
    value.setEditable(false);
    value.getStyleClass().addAll("fact-value", "mono");
    return value;
  }

  private static TextArea area(long lines) {
    TextArea area = new TextArea();
    area.setPrefRowCount((int) Math.min(lines, MOST_LINES));
    return area;
  }

  private VBox artifact(String name, String key) {
    VBox block = new VBox(3, row(name, value(key)));
    block.getStyleClass().add("fact-artifact");
    Optional<ActiveRun> run =
        control.run().get().filter(RunHere.class::isInstance).map(of -> ((RunHere) of).active());
    Optional<Path> file = run.flatMap(of -> of.artifact(key));
    if (file.isPresent()) {
      background.run(
          () -> run.flatMap(of -> of.artifactText(key)),
          text ->
              text.ifPresent(
                  known -> {
                    TextInputControl content = value(known.stripTrailing());
                    content.setId("artifact-" + name);
                    content.setAccessibleText(messages.text("runs.artifact-text", name));
                    block.getChildren().add(1, content);
                  }));
      block.getChildren().add(new HBox(6, button("save-artifact", file.get()), show(file.get())));
    }
    return block;
  }

  private Button button(String key, Path file) {
    Button save = new Button(messages.text("runs." + key));
    save.getStyleClass().add("small");
    save.setOnAction(
        _ ->
            ArtifactFiles.saveAs(file, getScene().getWindow())
                .ifPresent(work -> background.run(work, _ -> {})));
    return save;
  }

  private Button show(Path file) {
    Button show = new Button(messages.text("runs.show-artifact"));
    show.getStyleClass().add("small");
    show.setOnAction(_ -> background.run(() -> ArtifactFiles.reveal(file), _ -> {}));
    show.setDisable(!ArtifactFiles.canReveal());
    return show;
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
        : RunProgress.clock(java.time.Duration.between(from, to));
  }
}
