// SPDX-License-Identifier: Apache-2.0
package tiphys.app.history;

import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import tiphys.app.message.Elapsed;
import tiphys.app.message.Messages;
import tiphys.app.theme.GlyphView;
import tiphys.model.run.NodeStatus;
import tiphys.model.run.RunComparison;

/** Two runs beside each other, step by step; what came to something else is marked. */
final class ComparisonTable extends TableView<RunComparison.Row> {
  private final Messages messages;

  /**
   * @param left what the runs are called
   */
  ComparisonTable(RunComparison compared, String left, String right, Messages messages) {
    this.messages = messages;
    setId("history-comparison");
    setAccessibleText(messages.text("history.compared", left, right));
    getColumns().add(words("", 34, row -> row.isDifferent() ? "≠" : ""));
    getColumns().add(words(messages.text("history.step"), 180, ComparisonTable::step));
    getColumns().add(side(left, RunComparison.Row::left));
    getColumns().add(side(right, RunComparison.Row::right));
    getColumns().add(words(messages.text("history.longer"), 80, ComparisonTable::longer));
    getColumns().add(words(messages.text("history.message"), 260, ComparisonTable::message));
    getItems().setAll(compared.rows());
  }

  private static TableColumn<RunComparison.Row, String> words(
      String title, double width, Function<RunComparison.Row, String> value) {
    TableColumn<RunComparison.Row, String> column = new TableColumn<>(title);
    column.setCellValueFactory(row -> new SimpleStringProperty(value.apply(row.getValue())));
    column.setPrefWidth(width);
    return column;
  }

  private TableColumn<RunComparison.Row, Optional<NodeStatus>> side(
      String title, Function<RunComparison.Row, Optional<NodeStatus>> value) {
    TableColumn<RunComparison.Row, Optional<NodeStatus>> column = new TableColumn<>(title);
    column.setCellValueFactory(row -> new SimpleObjectProperty<>(value.apply(row.getValue())));
    column.setCellFactory(_ -> new SideCell());
    column.setPrefWidth(170);
    column.setSortable(false);
    return column;
  }

  private static String step(RunComparison.Row row) {
    return "   ".repeat(row.depth())
        + row.left().or(row::right).map(NodeStatus::displayName).orElse(row.name());
  }

  private static String longer(RunComparison.Row row) {
    return row.longer()
        .filter(longer -> !longer.isZero())
        .map(longer -> (longer.isNegative() ? "−" : "+") + Elapsed.clock(longer.abs()))
        .orElse("");
  }

  private static String message(RunComparison.Row row) {
    String left = row.left().map(NodeStatus::message).orElse("");
    String right = row.right().map(NodeStatus::message).orElse("");
    return left.equals(right)
        ? left
        : (left.isEmpty() ? "–" : left) + " → " + (right.isEmpty() ? "–" : right);
  }

  private final class SideCell extends TableCell<RunComparison.Row, Optional<NodeStatus>> {
    @Override
    @SuppressWarnings("NullableOptional") // an empty cell has none, as the table has it
    protected void updateItem(@Nullable Optional<NodeStatus> node, boolean isEmpty) {
      super.updateItem(node, isEmpty);
      if (isEmpty || node == null) {
        setText(null);
        setGraphic(null);
        return;
      }
      setText(node.map(this::told).orElseGet(() -> messages.text("history.not-there")));
      setGraphic(
          node.map(it -> RunFilters.key(it.phase()))
              .map(key -> new GlyphView(key, 14).styled("phase-" + key))
              .orElse(null));
    }

    private String told(NodeStatus node) {
      String phase = messages.text("phase." + RunFilters.key(node.phase()));
      return RunComparison.took(node).map(it -> phase + "  " + Elapsed.clock(it)).orElse(phase);
    }
  }
}
