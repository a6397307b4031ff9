// SPDX-License-Identifier: Apache-2.0
package tiphys.app.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.TextPos;
import tiphys.app.message.Messages;

/**
 * Looks for a text in an area, whether in capitals or not: Enter and Down go to the next place, Up
 * and Shift+Enter to the one before, Escape goes back to the text.
 */
public final class FindBar extends HBox {
  private final CodeArea area;
  private final TextField query = new TextField();
  private final Label count = new Label();
  private final Messages messages;

  public FindBar(CodeArea area, Messages messages) {
    this.area = area;
    this.messages = messages;
    getStyleClass().add("find-bar");
    setAlignment(Pos.CENTER_LEFT);
    query.setId("code-find");
    query.setPromptText(messages.text("code.find"));
    query.setAccessibleText(messages.text("code.find"));
    HBox.setHgrow(query, Priority.ALWAYS);
    getChildren().addAll(query, count);
    query.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    query.textProperty().subscribe((_, _) -> go(0));
    managedProperty().bind(visibleProperty());
    setVisible(false);
  }

  /** Shows it, with what is selected in the area as what to look for. */
  public void open() {
    setVisible(true);
    String selected = selected();
    if (!selected.isBlank() && !selected.contains("\n")) {
      query.setText(selected);
    }
    query.requestFocus();
    query.selectAll();
  }

  private void close() {
    setVisible(false);
    area.requestFocus();
  }

  private String selected() {
    TextPos anchor = area.getAnchorPosition();
    TextPos caret = area.getCaretPosition();
    if (anchor == null || caret == null || anchor.index() != caret.index()) {
      return "";
    }
    int from = Math.min(anchor.offset(), caret.offset());
    int to = Math.max(anchor.offset(), caret.offset());
    return area.getPlainText(caret.index()).substring(from, to);
  }

  private void press(KeyEvent event) {
    KeyCode code = event.getCode();
    if (code == KeyCode.ESCAPE) {
      close();
    } else if (code == KeyCode.UP || code == KeyCode.ENTER && event.isShiftDown()) {
      go(-1);
    } else if (code == KeyCode.DOWN || code == KeyCode.ENTER) {
      go(1);
    } else {
      return;
    }
    event.consume();
  }

  /**
   * Goes to a place.
   *
   * @param by 1 for the next after the caret, -1 for the one before, 0 for the one at the caret or
   *     after it
   */
  private void go(int by) {
    List<TextPos> places = places();
    if (places.isEmpty()) {
      count.setText(query.getText().isEmpty() ? "" : messages.text("code.found", 0, 0));
      return;
    }
    TextPos here = here();
    int chosen = by < 0 ? places.size() - 1 : 0;
    for (int i = 0; i < places.size(); i++) {
      int side = places.get(i).compareTo(here);
      if (by < 0 ? side < 0 : by == 0 ? side >= 0 : side > 0) {
        chosen = i;
        if (by >= 0) {
          break;
        }
      }
    }
    TextPos start = places.get(chosen);
    area.select(start, TextPos.ofLeading(start.index(), start.offset() + query.getText().length()));
    count.setText(messages.text("code.found", chosen + 1, places.size()));
  }

  /** Where the selection begins. */
  private TextPos here() {
    TextPos anchor = area.getAnchorPosition();
    TextPos caret = area.getCaretPosition();
    if (anchor == null || caret == null) {
      return TextPos.ZERO;
    }
    return anchor.compareTo(caret) < 0 ? anchor : caret;
  }

  private List<TextPos> places() {
    String wanted = query.getText().toLowerCase(Locale.ROOT);
    List<TextPos> found = new ArrayList<>();
    for (int line = 0; line < area.getParagraphCount() && !wanted.isEmpty(); line++) {
      String text = area.getPlainText(line).toLowerCase(Locale.ROOT);
      for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
        found.add(TextPos.ofLeading(line, at));
      }
    }
    return found;
  }
}
