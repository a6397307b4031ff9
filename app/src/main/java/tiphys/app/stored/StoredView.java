// SPDX-License-Identifier: Apache-2.0
package tiphys.app.stored;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tiphys.app.message.Messages;
import tiphys.app.message.TriggerWords;
import tiphys.exporter.cluster.ArgoKind;
import tiphys.exporter.cluster.StoredResource;
import tiphys.model.workflow.CronSchedule;
import tiphys.model.workflow.Trigger;

/** The templates and cron workflows of a connection in a table, and what can be done with them. */
final class StoredView extends BorderPane {
  static final String STYLE =
      Objects.requireNonNull(StoredView.class.getResource("stored.css")).toExternalForm();

  private final StoredList list;
  private final StoredChanges changes;
  private final Messages messages;
  private final TriggerWords words;
  private final FilteredList<StoredResource> shown;
  private final TableView<StoredResource> table;
  private final TextField filter = new TextField();

  StoredView(StoredList list, StoredChanges changes, Surroundings surroundings, Messages messages) {
    this.list = list;
    this.changes = changes;
    this.messages = messages;
    this.words = new TriggerWords(messages);
    this.shown = new FilteredList<>(list.rows());
    this.table = new TableView<>(shown);
    getStyleClass().add("stored-view");
    getStylesheets().add(STYLE);
    setTop(top(surroundings));
    setCenter(table());
    setBottom(bottom());
    list.connection().subscribe(_ -> list.reload());
    filter.textProperty().subscribe(text -> shown.setPredicate(named(text)));
  }

  private static Predicate<StoredResource> named(String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    return row -> row.name().toLowerCase(Locale.ROOT).contains(wanted);
  }

  private HBox top(Surroundings surroundings) {
    ComboBox<String> connection = new ComboBox<>(surroundings.connections());
    connection.setId("stored-connection");
    connection.setAccessibleText(messages.text("stored.connection"));
    connection.setPromptText(messages.text("stored.connection"));
    connection.valueProperty().subscribe(name -> list.connection().set(name == null ? "" : name));
    connection.getSelectionModel().selectFirst();
    TextField namespace = new TextField();
    namespace.setId("stored-namespace");
    namespace.setPromptText(messages.text("stored.namespace"));
    namespace.setAccessibleText(messages.text("stored.namespace"));
    namespace.setPrefColumnCount(18);
    namespace.setOnAction(_ -> list.reload());
    list.namespace().bind(namespace.textProperty());
    filter.setId("stored-filter");
    filter.setPromptText(messages.text("stored.filter"));
    filter.setAccessibleText(messages.text("stored.filter"));
    HBox.setHgrow(filter, Priority.ALWAYS);
    ProgressIndicator turning = new ProgressIndicator();
    turning.setPrefSize(16, 16);
    turning.visibleProperty().bind(list.isBusy());
    Button stop = button("stop", list::stop);
    stop.visibleProperty().bind(list.isBusy());
    stop.managedProperty().bind(stop.visibleProperty());
    Button refresh = button("refresh", list::reload);
    HBox top = new HBox(8, connection, namespace, filter, turning, stop, refresh);
    top.setAlignment(Pos.CENTER_LEFT);
    top.getStyleClass().add("stored-top");
    return top;
  }

  private TableView<StoredResource> table() {
    table.setId("stored-table");
    table.setAccessibleText(messages.text("stored.title"));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.getColumns().add(column("name", 200, StoredResource::name));
    table.getColumns().add(column("kind", 190, row -> row.kind().argoName()));
    table.getColumns().add(column("space", 90, this::space));
    table.getColumns().add(column("when", 400, this::when));
    Label nothing = new Label(messages.text("stored.none"));
    nothing.setWrapText(true);
    nothing.getStyleClass().add("panel-empty");
    table.setPlaceholder(nothing);
    list.rows().addListener((InvalidationListener) _ -> keepChosen());
    table.setOnKeyPressed(this::press);
    table.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            withChosen(changes::open);
          }
        });
    return table;
  }

  private TableColumn<StoredResource, String> column(
      String key, double width, Function<StoredResource, String> text) {
    TableColumn<StoredResource, String> column =
        new TableColumn<>(messages.text("stored.column-" + key));
    column.setCellValueFactory(row -> new SimpleStringProperty(text.apply(row.getValue())));
    column.setPrefWidth(width);
    return column;
  }

  private String space(StoredResource row) {
    return row.namespace().isEmpty() && row.kind() == ArgoKind.CLUSTER_WORKFLOW_TEMPLATE
        ? messages.text("stored.everywhere")
        : row.namespace();
  }

  /** When it fires, in words, and when that is next. */
  private String when(StoredResource row) {
    if (row.kind() != ArgoKind.CRON_WORKFLOW) {
      return "";
    }
    String rhythm =
        words.of(
            new Trigger.Cron(
                row.schedules().stream().map(CronSchedule::of).toList(),
                Optional.of(row.timezone()).filter(zone -> !zone.isEmpty()),
                row.isSuspended()));
    return Optional.of(row)
        .filter(cron -> !cron.isSuspended())
        .flatMap(
            cron ->
                words.next(
                    cron.schedules(), cron.timezone(), ZonedDateTime.now(ZoneId.systemDefault())))
        .map(next -> messages.text("stored.when", rhythm, next))
        .orElse(rhythm);
  }

  private VBox bottom() {
    Button open = chosenButton("open", changes::open, _ -> true);
    Button submit = chosenButton("submit", changes::submit, _ -> true);
    submit.getStyleClass().add("accent");
    Button turn =
        chosenButton("suspend", changes::turn, row -> row.kind() == ArgoKind.CRON_WORKFLOW);
    table
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(row -> turn.setText(messages.text(turnKey(row))));
    Button delete = chosenButton("delete", changes::delete, _ -> true);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox buttons = new HBox(8, open, submit, turn, delete, space, keep());
    Label told = new Label();
    told.setId("stored-told");
    told.setWrapText(true);
    told.textProperty().bind(list.told());
    list.isTrouble()
        .subscribe(
            isTrouble ->
                told.getStyleClass().setAll("label", isTrouble ? "field-refusal" : "field-hint"));
    VBox bottom = new VBox(8, told, buttons);
    bottom.getStyleClass().add("stored-bottom");
    return bottom;
  }

  private Button keep() {
    Button keep = button("keep", changes::keepShown);
    keep.disableProperty().bind(list.isBusy().or(list.connection().isEmpty()));
    return keep;
  }

  /** What was chosen is chosen still when it is listed anew. */
  private void keepChosen() {
    Optional<String> chosen =
        Optional.ofNullable(table.getSelectionModel().getSelectedItem()).map(StoredResource::path);
    Platform.runLater(
        () ->
            shown.stream()
                .filter(row -> chosen.filter(row.path()::equals).isPresent())
                .findFirst()
                .ifPresent(table.getSelectionModel()::select));
  }

  private static String turnKey(@Nullable StoredResource row) {
    return row != null && row.isSuspended() ? "stored.resume" : "stored.suspend";
  }

  private Button chosenButton(
      String key, Consumer<StoredResource> action, Predicate<StoredResource> fits) {
    Button button = button(key, () -> withChosen(action));
    var chosen = table.getSelectionModel().selectedItemProperty();
    button
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () ->
                    list.isBusy().get() || Optional.ofNullable(chosen.get()).filter(fits).isEmpty(),
                chosen,
                list.isBusy()));
    return button;
  }

  private Button button(String key, Runnable action) {
    Button button = new Button(messages.text("stored." + key));
    button.setId("stored-" + key);
    button.setOnAction(_ -> action.run());
    return button;
  }

  private void withChosen(Consumer<StoredResource> action) {
    Optional.ofNullable(table.getSelectionModel().getSelectedItem()).ifPresent(action);
  }

  private void press(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      withChosen(changes::open);
      event.consume();
    } else if (event.getCode() == KeyCode.DELETE) {
      withChosen(changes::delete);
      event.consume();
    }
  }
}
