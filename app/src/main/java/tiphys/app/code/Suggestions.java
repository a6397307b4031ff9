// SPDX-License-Identifier: Apache-2.0
package tiphys.app.code;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;

/**
 * A list at the caret from which one line is taken, by arrow keys and Enter or by a click. The text
 * keeps the focus: one can type on.
 */
public final class Suggestions extends Popup {
  private static final int MOST_IN_SIGHT = 9;
  private static final double ROW_PX = 26;
  private static final double WIDTH_PX = 420;

  private final ListView<Row> list = new ListView<>();
  private final Label title = new Label();
  private final Label note = new Label();

  /**
   * One line.
   *
   * @param mark names the style class of the mark before it
   * @param note a sentence about it, shown below the list while it is chosen; may be empty
   */
  public record Row(String mark, String text, String detail, String note, Runnable take) {}

  public Suggestions() {
    VBox box = new VBox(title, list, note);
    box.getStyleClass().addAll("source-suggestions", "popup-card");
    box.getStylesheets().add(CodeEditor.STYLE);
    title.getStyleClass().add("suggestions-title");
    note.getStyleClass().add("suggestions-note");
    note.setWrapText(true);
    note.setMaxWidth(WIDTH_PX);
    note.setMinHeight(Region.USE_PREF_SIZE);
    note.managedProperty().bind(note.textProperty().isNotEmpty());
    title.managedProperty().bind(title.textProperty().isNotEmpty());
    list.setPrefWidth(WIDTH_PX);
    list.setFixedCellSize(ROW_PX);
    list.setFocusTraversable(false);
    list.setCellFactory(_ -> new RowCell());
    list.setOnMouseClicked(_ -> take());
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(row -> note.setText(row == null ? "" : row.note()));
    setAutoHide(true);
    getContent().add(box);
  }

  /** Shows lines below the caret, the first one chosen; hides itself where there are none. */
  public void show(Node owner, Bounds caret, String heading, List<Row> rows) {
    if (rows.isEmpty()) {
      hide();
      return;
    }
    title.setText(heading);
    list.setAccessibleText(heading);
    list.setItems(FXCollections.observableList(rows));
    list.setPrefHeight(ROW_PX * Math.min(MOST_IN_SIGHT, rows.size()) + 2);
    list.getSelectionModel().select(0);
    list.scrollTo(0);
    if (!isShowing()) {
      show(owner, caret.getMinX(), caret.getMaxY() + 2);
    }
  }

  public List<String> texts() {
    return list.getItems().stream().map(Row::text).toList();
  }

  /** Takes keys that are meant for the list; others are left to the text. */
  public void key(KeyEvent event) {
    if (!isShowing()) {
      return;
    }
    switch (event.getCode()) {
      case DOWN -> move(1, event);
      case UP -> move(-1, event);
      case PAGE_DOWN -> move(MOST_IN_SIGHT, event);
      case PAGE_UP -> move(-MOST_IN_SIGHT, event);
      case ENTER, TAB -> {
        event.consume();
        take();
      }
      case ESCAPE -> {
        event.consume();
        hide();
      }
      case LEFT, RIGHT, HOME, END -> hide();
      default -> {}
    }
  }

  private void move(int by, KeyEvent event) {
    event.consume();
    int last = list.getItems().size() - 1;
    int next = Math.clamp(list.getSelectionModel().getSelectedIndex() + by, 0, last);
    list.getSelectionModel().select(next);
    list.scrollTo(Math.max(0, next - MOST_IN_SIGHT / 2));
  }

  private void take() {
    Row chosen = list.getSelectionModel().getSelectedItem();
    hide();
    if (chosen != null) {
      chosen.take().run();
    }
  }

  private static final class RowCell extends ListCell<Row> {
    private final Label text = new Label();
    private final Label detail = new Label();
    private final Region mark = new Region();
    private final HBox line = new HBox(mark, text, new Region(), detail);

    RowCell() {
      line.getStyleClass().add("suggestion");
      HBox.setHgrow(line.getChildren().get(2), Priority.ALWAYS);
      detail.getStyleClass().add("suggestion-detail");
      text.setMinWidth(Region.USE_PREF_SIZE);
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean isEmpty) {
      super.updateItem(row, isEmpty);
      if (row == null || isEmpty) {
        setGraphic(null);
        return;
      }
      mark.getStyleClass().setAll("suggestion-mark", "suggestion-" + row.mark());
      text.setText(row.text());
      detail.setText(row.detail());
      setGraphic(line);
    }
  }
}
