// SPDX-License-Identifier: Apache-2.0
package tiphys.app.code;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import org.jspecify.annotations.Nullable;
import tiphys.app.files.LineDifference.Row;
import tiphys.app.files.LineDifference.Sign;

/** The lines in which two versions of a file differ. */
public final class DifferenceList extends ListView<Row> {
  public DifferenceList(List<Row> rows) {
    getItems().setAll(rows);
    getStyleClass().add("difference-list");
    setId("difference");
    setPrefSize(760, 340);
    setCellFactory(_ -> new RowCell());
  }

  private static final class RowCell extends ListCell<Row> {
    @Override
    protected void updateItem(@Nullable Row row, boolean isEmpty) {
      super.updateItem(row, isEmpty);
      getStyleClass().removeIf(style -> style.startsWith("difference-"));
      setText(row == null || isEmpty ? null : sign(row.sign()) + row.text());
      if (row != null && !isEmpty) {
        getStyleClass()
            .addAll(
                "mono",
                "difference-" + row.sign().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      }
    }

    private static String sign(Sign sign) {
      return switch (sign) {
        case BOTH -> "  ";
        case ONLY_BEFORE -> "− ";
        case ONLY_AFTER -> "+ ";
        case LEFT_OUT -> "  ⋯";
      };
    }
  }
}
