// SPDX-License-Identifier: Apache-2.0
package tiphys.app.history;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import tiphys.app.message.Messages;
import tiphys.exporter.cluster.status.DesignChanges;
import tiphys.exporter.cluster.status.DesignChanges.Change;
import tiphys.exporter.cluster.status.DesignChanges.Kind;

/** How the drawing differs from what a run was made of; each line leads to its place. */
final class DesignTable extends TableView<Change> {
  private final Messages messages;

  /**
   * @param reveal shows a task of a template, or a template where the task is empty
   */
  DesignTable(
      DesignChanges changes, String run, BiConsumer<String, String> reveal, Messages messages) {
    this.messages = messages;
    setId("history-design");
    setAccessibleText(messages.text("history.compared-file", run));
    getColumns().add(column("", 34, DesignTable::mark));
    getColumns().add(column(messages.text("history.where"), 150, this::where));
    getColumns().add(column(messages.text("history.what"), 200, this::what));
    getColumns().add(column(run, 160, change -> orDash(change, change.inRun())));
    getColumns()
        .add(
            column(
                messages.text("history.in-file"), 160, change -> orDash(change, change.drawn())));
    Label same = new Label(messages.text("history.same-as-file"));
    same.getStyleClass().add("panel-empty");
    setPlaceholder(same);
    getItems().setAll(changes.all());
    setOnMouseClicked(event -> revealIf(event.getClickCount() == 2, reveal));
    setOnKeyPressed(event -> revealIf(event.getCode() == KeyCode.ENTER, reveal));
  }

  private TableColumn<Change, String> column(
      String title, double width, Function<Change, String> value) {
    TableColumn<Change, String> column = new TableColumn<>(title);
    column.setCellValueFactory(row -> new SimpleStringProperty(value.apply(row.getValue())));
    column.setCellFactory(_ -> new WholeCell<>());
    column.setPrefWidth(width);
    return column;
  }

  private void revealIf(boolean isWanted, BiConsumer<String, String> reveal) {
    if (isWanted) {
      Optional.ofNullable(getSelectionModel().getSelectedItem())
          .filter(change -> change.kind() != Kind.REMOVED)
          .ifPresent(change -> reveal.accept(change.template(), change.task()));
    }
  }

  private static String mark(Change change) {
    return switch (change.kind()) {
      case ADDED -> "+";
      case REMOVED -> "−";
      case CHANGED -> "≠";
    };
  }

  private String where(Change change) {
    if (change.template().isEmpty()) {
      return messages.text("history.workflow");
    }
    return change.task().isEmpty() ? change.template() : change.template() + " / " + change.task();
  }

  private String what(Change change) {
    return switch (change.kind()) {
      case ADDED -> messages.text("history.added");
      case REMOVED -> messages.text("history.removed");
      case CHANGED -> change.field();
    };
  }

  private static String orDash(Change change, String value) {
    return value.isEmpty() && change.kind() == Kind.CHANGED ? "–" : value;
  }

  /** A text that is cut off is whole where the pointer rests on it. */
  private static final class WholeCell<T> extends TableCell<T, String> {
    @Override
    protected void updateItem(@Nullable String text, boolean isEmpty) {
      super.updateItem(text, isEmpty);
      if (isEmpty || text == null) {
        setText(null);
        setTooltip(null);
        return;
      }
      setText(text);
      setTooltip(text.length() > 24 ? new Tooltip(text) : null);
    }
  }
}
