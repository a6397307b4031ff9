// SPDX-License-Identifier: Apache-2.0
package tiphys.app.inspector;

import javafx.scene.TraversalDirection;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * One line of text, shown on as many as it needs: a long expression is read without scrolling. Tab
 * leaves it as it leaves a field, and no line break can be written.
 */
final class WrappedLine extends TextArea {
  private static final int MOST_ROWS = 8;
  private static final double LETTER_PX = 7.3;
  private static final double BORDER_PX = 26;

  /** Made narrow. @param entered run by Enter */
  WrappedLine(Runnable entered) {
    setWrapText(true);
    setPrefRowCount(1);
    setTextFormatter(
        new TextFormatter<>(
            change -> {
              change.setText(change.getText().replaceAll("\\s*\\R\\s*", " "));
              return change;
            }));
    textProperty().subscribe((_, _) -> size());
    widthProperty().subscribe((_, _) -> size());
    // no filter: a list of proposals comes first
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            entered.run();
          } else if (event.getCode() == KeyCode.TAB && !event.isShortcutDown()) {
            event.consume();
            requestFocusTraversal(
                event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
          }
        });
  }

  private void size() {
    double columns = Math.max(10, (getWidth() - BORDER_PX) / LETTER_PX);
    int rows = (int) Math.ceil(getLength() / columns);
    setPrefRowCount(Math.clamp(rows, 1, MOST_ROWS));
  }
}
