// SPDX-License-Identifier: Apache-2.0
package tiphys.app.inspector;

import java.util.Set;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import tiphys.model.command.SetField;
import tiphys.model.schema.FieldType;

/**
 * One line, shown on several where it is an expression. Up and Down change a whole number; lines
 * that are pasted for a list are YAML; what can be written is proposed.
 */
final class LineControl extends TextControl {
  /** Expressions, which grow long: shown on several lines. */
  private static final Set<String> EXPRESSIONS = Set.of("depends", "when", "expression");

  private final TextInputControl line;
  private final Field field;
  private final FieldActions actions;

  LineControl(Function<String, String> take, Field field, FieldActions actions) {
    super(take);
    this.field = field;
    this.actions = actions;
    this.line =
        EXPRESSIONS.contains(field.path().getLast()) ? new WrappedLine(this::take) : field();
    new FieldProposals(line, field, actions);
    watch(line);
    line.textProperty().subscribe((_, _) -> hear());
    line.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
  }

  private TextField field() {
    TextField single = new TextField();
    single.setOnAction(_ -> take());
    return single;
  }

  private void press(KeyEvent event) {
    boolean isPlain = !event.isShortcutDown() && !event.isAltDown();
    if (isPlain && event.getCode() == KeyCode.UP) {
      step(1, event);
    } else if (isPlain && event.getCode() == KeyCode.DOWN) {
      step(-1, event);
    } else if (event.isShortcutDown() && event.getCode() == KeyCode.V) {
      paste(event);
    }
  }

  private void step(int by, KeyEvent event) {
    boolean isNumber =
        field.type() == FieldType.Plain.INTEGER || field.type() == FieldType.Plain.INT_OR_TEXT;
    if (isNumber && line.getText().matches("-?\\d{1,9}")) {
      line.setText(Integer.toString(Integer.parseInt(line.getText()) + by));
      event.consume();
    }
  }

  private void paste(KeyEvent event) {
    String pasted = Clipboard.getSystemClipboard().getString();
    boolean isLines = pasted != null && pasted.strip().contains("\n");
    if (pasted != null && isLines && !field.type().isScalar()) {
      String value = FieldYaml.value(pasted, field.path().getLast());
      actions.perform(new SetField(actions.owner(), field.path(), value));
      event.consume();
    }
  }

  @Override
  Node node() {
    return line;
  }

  @Override
  String typed() {
    return line.getText() == null ? "" : line.getText();
  }

  @Override
  void takeCaret(TextControl other) {
    if (other instanceof LineControl before) {
      int caret = Math.min(before.line.getCaretPosition(), line.getLength());
      line.selectRange(caret, caret);
    }
  }

  @Override
  void write(String text) {
    write(line, text);
  }

  @Override
  void show(Field next) {
    super.show(next);
    line.setPromptText(next.content().prompt());
  }
}
