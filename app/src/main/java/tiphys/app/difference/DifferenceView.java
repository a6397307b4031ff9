// SPDX-License-Identifier: Apache-2.0
package tiphys.app.difference;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import tiphys.app.code.DifferenceList;
import tiphys.app.concurrent.Background;
import tiphys.app.editor.Editor;
import tiphys.app.editor.Selection;
import tiphys.app.files.Commit;
import tiphys.app.files.OpenFile;
import tiphys.app.message.Messages;
import tiphys.app.theme.WhileShown;
import tiphys.model.difference.Change;
import tiphys.model.difference.FileDifference;
import tiphys.model.difference.FileDifference.Entry;
import tiphys.model.difference.Pair;
import tiphys.model.difference.ScopeDifference;
import tiphys.model.graph.Scope;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.state.DiagramState;

/**
 * What a file differs in from an earlier version, while it is edited too: the list of changes, the
 * graph of both, and what became of the one that is chosen.
 */
final class DifferenceView extends BorderPane {
  private final OpenFile file;
  private final Graph graph;
  private final Supplier<Optional<Path>> chooser;
  private final Messages messages;
  private final Background.Newest reading;
  private final Background.Newest comparing;
  private final Background.Newest drawing;
  private final TextField revision = new TextField();
  private final Label told = new Label();
  private final Label count = new Label();
  private final ChangeList changes;
  private final TemplateChoice templates;
  private final DifferenceList lines = new DifferenceList(List.of());
  private final Label trouble = new Label();
  private Earlier earlier;
  private Optional<Earlier.Version> version = Optional.empty();
  private Optional<FileDifference> compared = Optional.empty();

  DifferenceView(
      OpenFile file,
      Earlier earlier,
      Graph graph,
      Supplier<Optional<Path>> chooser,
      Background background,
      Messages messages) {
    this.file = file;
    this.earlier = earlier;
    this.graph = graph;
    this.chooser = chooser;
    this.messages = messages;
    this.reading = background.newest();
    this.comparing = background.newest();
    this.drawing = background.newest();
    this.changes = new ChangeList(messages);
    this.templates = new TemplateChoice(messages, this::draw);
    setId("difference-view");
    getStyleClass().add("difference-view");
    getStylesheets()
        .add(
            Objects.requireNonNull(DifferenceView.class.getResource("difference.css"))
                .toExternalForm());
    setTop(new VBox(tools(), trouble));
    setCenter(parts());
    listen();
    sceneProperty().subscribe(scene -> Platform.runLater(() -> focusIf(scene != null)));
    WhileShown.of(file.editor().state(), this).subscribe(_ -> compare());
    read();
  }

  @Override
  public void requestFocus() {
    changes.requestFocus();
  }

  private void focusIf(boolean isShown) {
    if (isShown) {
      requestFocus();
    }
  }

  /** Who comes back from another program may have committed there. */
  void lookAgain(boolean isFocused) {
    if (isFocused && version.isPresent()) {
      read();
    }
  }

  private HBox tools() {
    revision.setId("difference-revision");
    revision.setPrefColumnCount(17);
    revision.setPromptText(messages.text("difference.revision"));
    revision.setAccessibleText(messages.text("difference.revision"));
    revision.setOnAction(_ -> against(new Earlier.OfCommit(revision.getText().strip())));
    told.setId("difference-told");
    told.getStyleClass().add("panel-subtitle");
    told.setMinWidth(0);
    HBox.setHgrow(told, Priority.ALWAYS);
    told.setMaxWidth(Double.MAX_VALUE);
    count.setId("difference-count");
    count.setMinWidth(Region.USE_PREF_SIZE);
    HBox tools =
        new HBox(
            8,
            button("last", () -> against(new Earlier.OfCommit(Commit.LAST))),
            revision,
            button(
                "file", () -> chooser.get().ifPresent(path -> against(new Earlier.OfFile(path)))),
            told,
            count,
            templates);
    tools.getStyleClass().add("difference-tools");
    tools.setAlignment(Pos.CENTER_LEFT);
    trouble.setId("difference-trouble");
    trouble.getStyleClass().add("difference-trouble");
    trouble.setWrapText(true);
    trouble.managedProperty().bind(trouble.textProperty().isNotEmpty());
    return tools;
  }

  private Button button(String key, Runnable action) {
    Button button = new Button(messages.text("difference." + key));
    button.setId("difference-" + key);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> action.run());
    return button;
  }

  private SplitPane parts() {
    SplitPane right = new SplitPane(new StackPane(graph.node()), lines);
    right.setOrientation(Orientation.VERTICAL);
    right.setDividerPositions(0.68);
    lines.setAccessibleText(messages.text("difference.lines"));
    SplitPane parts = new SplitPane(changes, right);
    parts.setDividerPositions(0.3);
    SplitPane.setResizableWithParent(changes, false);
    return parts;
  }

  private void listen() {
    changes.getSelectionModel().selectedItemProperty().subscribe((_, _) -> showChosen());
    changes.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            goToChosen();
          }
        });
    graph.onChosen(
        node ->
            changes.select(
                entry ->
                    entry.inside().equals(templates.chosen())
                        && entry.node().filter(node::equals).isPresent()));
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER && changes.isFocused()) {
      goToChosen();
    } else if (event.getCode() == KeyCode.F7) {
      changes.step(event.isShiftDown() ? -1 : 1);
    } else {
      return;
    }
    event.consume();
  }

  private void against(Earlier other) {
    earlier = other;
    version = Optional.empty();
    told.setText(messages.text("difference.wait"));
    read();
  }

  private void read() {
    Earlier asked = earlier;
    Optional<Path> path = file.path().get();
    reading.run(
        () -> asked.read(path),
        read -> {
          switch (read) {
            case Outcome.Refused<Earlier.Version>(Problem why) -> refuse(why);
            case Outcome.Done<Earlier.Version>(Earlier.Version found) -> take(found);
          }
        });
  }

  private void refuse(Problem why) {
    version = Optional.empty();
    compared = Optional.empty();
    comparing.drop();
    told.setText("");
    count.setText("");
    trouble.setText(messages.problem(why));
    changes.show(List.of());
    lines.getItems().clear();
  }

  private void take(Earlier.Version found) {
    version = Optional.of(found);
    trouble.setText("");
    told.setText(found.title());
    compare();
  }

  private void compare() {
    if (version.isEmpty()) {
      return;
    }
    DiagramState state = file.editor().state().get();
    DiagramState now = state.lastWhole().orElse(state);
    DiagramState before = version.get().state();
    comparing.run(
        () -> FileDifference.between(before.with(now.workflow().library()), now), this::show);
  }

  private void show(FileDifference difference) {
    Optional<Pair<Scope>> wanted =
        templates.chosen().map(Pair::newest).or(file.editor()::scope).flatMap(difference::inside);
    compared = Optional.of(difference);
    count.setText(
        messages.text(
            "difference.count",
            count(difference, Change.ADDED),
            count(difference, Change.REMOVED),
            count(difference, Change.CHANGED)));
    templates.show(difference, wanted);
    changes.show(difference.entries());
    showChosen();
    templates.chosen().ifPresent(this::draw);
  }

  private static long count(FileDifference difference, Change change) {
    return difference.entries().stream().filter(entry -> entry.change() == change).count();
  }

  private void showChosen() {
    Optional<Entry> entry = changes.chosen();
    lines
        .getItems()
        .setAll(compared.flatMap(all -> entry.map(new ChangedLines(all)::of)).orElse(List.of()));
    entry.flatMap(Entry::inside).ifPresent(templates::choose);
    graph.choose(entry.flatMap(Entry::node));
  }

  private void draw(Pair<Scope> inside) {
    compared.ifPresent(
        all ->
            drawing.run(
                () -> ScopeDifference.of(all, inside),
                drawn -> {
                  graph.show(drawn);
                  graph.choose(
                      changes
                          .chosen()
                          .filter(entry -> entry.inside().filter(inside::equals).isPresent())
                          .flatMap(Entry::node));
                }));
  }

  /** Shows in the window of the program what is still there. */
  private void goToChosen() {
    Optional<Entry> entry = changes.chosen().filter(it -> it.change() != Change.REMOVED);
    Optional<Scope> scope = entry.flatMap(Entry::inside).flatMap(Pair::after);
    if (scope.isPresent()) {
      Editor editor = file.editor();
      editor.open(scope.get());
      entry.get().node().ifPresent(node -> editor.select(Selection.of(node)));
    }
  }
}
