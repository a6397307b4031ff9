// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A name and a value that can be selected and copied. */
final class FactRow {
  private static final int MOST_LINES = 8;

  private FactRow() {}

  static HBox of(String name, String text) {
    Node value = value(text);
    Label label = new Label(name);
    label.getStyleClass().add("fact-name");
    label.setLabelFor(value);
    value.setAccessibleText(name);
    HBox row = new HBox(8, label, value);
    HBox.setHgrow(value, Priority.ALWAYS);
    return row;
  }

  /** Several lines for what has several. */
  static TextInputControl value(String text) {
    long lines = text.lines().count();
    TextInputControl value = lines > 1 ? area(lines) : new TextField();
    value.setText(text);
    value.setEditable(false);
    value.getStyleClass().addAll("fact-value", "mono");
    return value;
  }

  private static TextArea area(long lines) {
    TextArea area = new TextArea();
    area.setPrefRowCount((int) Math.min(lines, MOST_LINES));
    return area;
  }
}
