// SPDX-License-Identifier: Apache-2.0
package tiphys.app.functions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tiphys.app.export.CaseWords;
import tiphys.app.message.Messages;
import tiphys.app.theme.GlyphView;
import tiphys.exporter.function.CaseResult;
import tiphys.exporter.function.FunctionCase;

/** The cases of a file, each with what it came to last. */
final class CaseList extends ListView<CaseList.Row> {
  private final Messages messages;

  /** A case and what it came to, if it was run. */
  record Row(FunctionCase of, Optional<CaseResult> result) {}

  /** Over nothing yet. @param chosen told which case somebody looks at */
  CaseList(Messages messages, Consumer<Row> chosen) {
    this.messages = messages;
    setId("function-cases");
    setAccessibleText(messages.text("functions.cases"));
    Label none = new Label(messages.text("functions.no-cases"));
    none.setWrapText(true);
    setPlaceholder(none);
    setCellFactory(_ -> new RowCell());
    getSelectionModel()
        .selectedItemProperty()
        .subscribe(row -> Optional.ofNullable(row).ifPresent(chosen));
  }

  /** Takes what is kept now; what unchanged cases came to stays. */
  void show(List<FunctionCase> cases) {
    List<Row> rows = new ArrayList<>();
    for (FunctionCase each : cases) {
      Optional<CaseResult> known =
          getItems().stream().filter(row -> row.of().equals(each)).findFirst().flatMap(Row::result);
      rows.add(new Row(each, known));
    }
    getItems().setAll(rows);
  }

  void show(CaseResult result) {
    getItems()
        .replaceAll(
            row -> row.of().equals(result.of()) ? new Row(row.of(), Optional.of(result)) : row);
  }

  long good() {
    return getItems().stream()
        .filter(row -> row.result().filter(CaseResult::isGood).isPresent())
        .count();
  }

  private final class RowCell extends ListCell<Row> {
    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
      super.updateItem(row, empty);
      if (row == null || empty) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      String glyph =
          row.result().map(each -> each.isGood() ? "succeeded" : "failed").orElse("pending");
      GlyphView mark = new GlyphView(glyph, GlyphView.SMALL);
      mark.getStyleClass().add("phase-" + glyph);
      Label name = new Label(row.of().template() + " › " + row.of().name());
      Label hint = new Label(hint(row));
      hint.getStyleClass().add("function-hint");
      hint.setWrapText(true);
      hint.setMinHeight(USE_PREF_SIZE);
      hint.prefWidthProperty().bind(CaseList.this.widthProperty().subtract(40));
      HBox line = new HBox(7, mark, name);
      line.setAlignment(Pos.CENTER_LEFT);
      VBox whole = new VBox(1, line, hint);
      whole.maxWidthProperty().bind(CaseList.this.widthProperty().subtract(30));
      setGraphic(whole);
      setAccessibleText(name.getText() + ", " + hint.getText());
    }
  }

  private String hint(Row row) {
    CaseWords words = new CaseWords(messages);
    return row.result()
        .map(
            result ->
                result.isGood()
                    ? messages.text("functions.case-good", words.time(result.time()))
                    : words.why(result))
        .orElseGet(() -> messages.text("functions.case-waits"));
  }
}
