// SPDX-License-Identifier: Apache-2.0
package tiphys.app.history;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.stage.Window;
import javafx.util.Duration;
import tiphys.app.concurrent.Background;
import tiphys.app.message.Messages;
import tiphys.model.problem.Problem;
import tiphys.model.workflow.Resource;

/**
 * The runs of this computer, of a cluster and of its archive. While it is in sight it asks again by
 * itself.
 */
public final class HistoryView extends BorderPane {
  private static final Duration BETWEEN_LOOKS = Duration.seconds(15);

  private final Supplier<Optional<Resource>> file;
  private final ChosenRuns runs;
  private final RunSearch search;
  private final Messages messages;
  private final ComboBox<String> connection = new ComboBox<>();
  private final TextField namespace = new TextField();
  private final RunFilters filters;
  private final RunTable table;
  private final Label note = new Label();
  private final Timeline looks = new Timeline(new KeyFrame(BETWEEN_LOOKS, _ -> again()));
  private List<ListedRun> known = List.of();

  /** Not in a window that was closed, and not behind another panel. */
  private final ObservableValue<Boolean> isSeen;

  /** Its own view of the connections, which outlive this. */
  private final ObservableList<String> connections;

  /**
   * @param file the resource of the open file that is shown
   * @param remote for work that waits for a cluster
   */
  public HistoryView(
      RunSource source, Supplier<Optional<Resource>> file, Background remote, Messages messages) {
    this.connections = source.connections();
    this.file = file;
    this.runs = new ChosenRuns(source, file, remote, messages, new Here());
    this.search =
        new RunSearch(
            source,
            remote,
            new RunSearch.Ear(this::take, () -> say(messages.text("history.stopped"), false)));
    this.messages = messages;
    this.filters = new RunFilters(messages, this::ask, this::fill);
    this.table = new RunTable(messages);
    getStyleClass().add("history");
    getStylesheets()
        .add(Objects.requireNonNull(HistoryView.class.getResource("history.css")).toExternalForm());
    note.setId("history-note");
    note.setWrapText(true);
    note.managedProperty().bind(note.textProperty().isNotEmpty());
    table.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            open();
          }
        });
    table.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    setTop(tools());
    setCenter(table);
    setBottom(note);
    connections.addListener((InvalidationListener) _ -> offer());
    looks.setCycleCount(Animation.INDEFINITE);
    isSeen =
        sceneProperty()
            .flatMap(Scene::windowProperty)
            .flatMap(Window::showingProperty)
            .orElse(false);
    isSeen.subscribe(this::look);
  }

  @Override
  public void requestFocus() {
    table.requestFocus();
  }

  private FlowPane tools() {
    connection.setId("history-connection");
    connection.setAccessibleText(messages.text("history.connection"));
    connection.setPromptText(messages.text("history.connection"));
    connection.setOnShowing(_ -> offer());
    connection.valueProperty().subscribe((_, _) -> ask());
    namespace.setId("history-namespace");
    namespace.setPromptText(messages.text("history.namespace"));
    namespace.setAccessibleText(messages.text("history.namespace-spoken"));
    namespace.setPrefColumnCount(9);
    namespace.setOnAction(_ -> ask());
    Button refresh = button("refresh", this::ask);
    Button open = button("open", this::open);
    Button compare = button("compare", () -> withChosen(2, runs::compare));
    Button withFile =
        button(
            "compare-file",
            () -> withChosen(1, (name, one) -> runs.compareWithFile(name, one.getFirst())));
    var chosen = table.getSelectionModel().getSelectedItems();
    open.disableProperty().bind(Bindings.size(chosen).isNotEqualTo(1));
    withFile.disableProperty().bind(Bindings.size(chosen).isNotEqualTo(1));
    compare.disableProperty().bind(Bindings.size(chosen).isNotEqualTo(2));
    FlowPane tools = new FlowPane(6, 4, connection, namespace);
    tools.getChildren().addAll(filters.controls());
    tools.getChildren().addAll(refresh, open, withFile, compare);
    tools.getStyleClass().add("history-tools");
    return tools;
  }

  private Button button(String key, Runnable action) {
    Button button = new Button(messages.text("history." + key));
    button.setId("history-" + key);
    button.getStyleClass().add("small");
    button.setOnAction(_ -> action.run());
    return button;
  }

  private void look(boolean isSeen) {
    if (isSeen) {
      Optional<String> before = chosenConnection();
      offer();
      if (chosenConnection().equals(before)) {
        ask(); // else it is asked already
      }
      looks.play();
    } else {
      looks.stop();
      search.drop();
    }
  }

  /** The first connection is taken where none is chosen. */
  private void offer() {
    List<String> names = List.copyOf(connections);
    if (!names.equals(connection.getItems())) {
      connection.getItems().setAll(names);
    }
    if (connection.getValue() == null && !names.isEmpty()) {
      connection.setValue(names.getFirst());
    }
  }

  private void again() {
    search.askAgain(wish());
  }

  private void ask() {
    if (getScene() != null) {
      search.ask(wish());
    }
  }

  private RunSearch.Wish wish() {
    return new RunSearch.Wish(chosenConnection(), namespace.getText().strip(), filters.labels());
  }

  private Optional<String> chosenConnection() {
    return Optional.ofNullable(connection.getValue());
  }

  private void take(RunSearch.Answer answer) {
    known = answer.runs();
    boolean isAlone = connections.isEmpty();
    say(
        answer
            .trouble()
            .map(messages::problem)
            .orElseGet(() -> isAlone ? messages.text("history.no-connection") : ""),
        answer.trouble().isPresent());
    fill();
  }

  private void fill() {
    Instant now = Instant.now();
    List<ListedRun> wanted =
        known.stream().filter(entry -> filters.has(entry, file.get(), now)).toList();
    if (wanted.equals(table.getItems())) {
      return;
    }
    List<String> chosen =
        table.getSelectionModel().getSelectedItems().stream()
            .map(entry -> entry.run().uid())
            .toList();
    table.getItems().setAll(wanted);
    table.sort();
    for (int i = 0; i < table.getItems().size(); i++) {
      if (chosen.contains(table.getItems().get(i).run().uid())) {
        table.getSelectionModel().select(i);
      }
    }
  }

  private void say(String words, boolean isTrouble) {
    note.setText(words);
    note.getStyleClass().setAll("label", isTrouble ? "field-refusal" : "field-hint");
  }

  private void press(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      open();
      event.consume();
    }
  }

  private void open() {
    withChosen(1, (name, chosen) -> runs.open(name, chosen.getFirst()));
  }

  private void withChosen(int count, BiConsumer<String, List<ListedRun>> action) {
    List<ListedRun> chosen = List.copyOf(table.getSelectionModel().getSelectedItems());
    if (chosen.size() == count) {
      action.accept(chosenConnection().orElse(""), chosen);
    }
  }

  private void show(TableView<?> compared) {
    Node tools = getTop();
    Button back = button("back", () -> leave(tools));
    back.setCancelButton(true);
    FlowPane head = new FlowPane(8, 4, back, new Label(compared.getAccessibleText()));
    head.getStyleClass().add("history-tools");
    setTop(head);
    setCenter(compared);
    compared.requestFocus();
  }

  private void leave(Node tools) {
    setTop(tools);
    setCenter(table);
    table.requestFocus();
  }

  private final class Here implements ChosenRuns.Place {
    @Override
    public void show(TableView<?> comparison) {
      HistoryView.this.show(comparison);
    }

    @Override
    public void refuse(Problem why) {
      say(messages.problem(why), true);
    }
  }
}
