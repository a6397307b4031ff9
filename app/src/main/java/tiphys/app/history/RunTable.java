// SPDX-License-Identifier: Apache-2.0
package tiphys.app.history;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Comparator;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import tiphys.app.message.Elapsed;
import tiphys.app.message.Messages;
import tiphys.app.theme.GlyphView;
import tiphys.exporter.cluster.status.WorkflowObject;
import tiphys.model.run.NodePhase;

/** Runs, one a line, sorted by whatever column is pressed. */
final class RunTable extends TableView<ListedRun> {
  private final Messages messages;

  RunTable(Messages messages) {
    this.messages = messages;
    setId("history-runs");
    setAccessibleText(messages.text("history.title"));
    getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    Label empty = new Label(messages.text("history.empty"));
    empty.getStyleClass().add("panel-empty");
    setPlaceholder(empty);
    TableColumn<ListedRun, NodePhase> phase =
        column("phase", 110, run -> run.phase().orElse(NodePhase.PENDING));
    phase.setCellFactory(_ -> new PhaseCell());
    getColumns().add(phase);
    getColumns().add(column("run", 190, WorkflowObject::name));
    TableColumn<ListedRun, Instant> made =
        column("made", 160, run -> run.created().orElse(Instant.EPOCH));
    made.setCellFactory(_ -> new ShownCell<>(this::time));
    getColumns().add(made);
    TableColumn<ListedRun, Duration> took = column("took", 95, RunTable::took);
    took.setCellFactory(_ -> new ShownCell<>(RunTable::clockOrNothing));
    getColumns().add(took);
    getColumns().add(column("progress", 70, WorkflowObject::progress));
    getColumns().add(column("message", 220, WorkflowObject::message));
    TableColumn<ListedRun, ListedRun.Where> where =
        new TableColumn<>(messages.text("history.where"));
    where.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue().where()));
    where.setCellFactory(
        _ -> new ShownCell<>(each -> messages.text("history.where-" + each.key())));
    where.setPrefWidth(150);
    getColumns().add(where);
  }

  private <T extends Comparable<T>> TableColumn<ListedRun, T> column(
      String key, double width, Function<WorkflowObject, T> value) {
    TableColumn<ListedRun, T> column = new TableColumn<>(messages.text("history." + key));
    column.setCellValueFactory(
        row -> new SimpleObjectProperty<>(value.apply(row.getValue().run())));
    column.setComparator(Comparator.naturalOrder());
    column.setPrefWidth(width);
    return column;
  }

  private String time(Instant at) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT, FormatStyle.SHORT)
        .withLocale(messages.language().locale())
        .withZone(ZoneId.systemDefault())
        .format(at);
  }

  private static Duration took(WorkflowObject run) {
    return run.started()
        .map(from -> Duration.between(from, run.finished().orElseGet(Instant::now)))
        .orElse(Duration.ZERO);
  }

  private static String clockOrNothing(Duration taken) {
    return taken.isZero() ? "" : Elapsed.clock(taken);
  }

  private static final class ShownCell<T> extends TableCell<ListedRun, T> {
    private final Function<T, String> words;

    ShownCell(Function<T, String> words) {
      this.words = words;
    }

    @Override
    protected void updateItem(@Nullable T value, boolean isEmpty) {
      super.updateItem(value, isEmpty);
      setText(isEmpty || value == null ? null : words.apply(value));
    }
  }

  private final class PhaseCell extends TableCell<ListedRun, NodePhase> {
    @Override
    protected void updateItem(@Nullable NodePhase phase, boolean isEmpty) {
      super.updateItem(phase, isEmpty);
      if (isEmpty || phase == null) {
        setText(null);
        setGraphic(null);
        return;
      }
      String key = RunFilters.key(phase);
      setText(messages.text("phase." + key));
      setGraphic(new GlyphView(key, 14).styled("phase-" + key));
    }
  }
}
