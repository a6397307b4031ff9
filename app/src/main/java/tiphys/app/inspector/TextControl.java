// SPDX-License-Identifier: Apache-2.0
package tiphys.app.inspector;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * A text that is taken over on Enter and when it is left, and put back by Escape. While it is being
 * typed in, what the field says elsewhere does not change it.
 */
abstract class TextControl extends FieldControl {
  private final Function<String, String> take;
  private String value = "";
  private boolean isShowing;
  private Consumer<String> heard = _ -> {};

  TextControl(Function<String, String> take) {
    this.take = take;
  }

  abstract String typed();

  abstract void write(String text);

  /** Called once, with the part that takes the keyboard. */
  final void watch(Node typedIn) {
    typedIn
        .focusedProperty()
        .subscribe(
            (_, isFocused) -> {
              if (!isFocused) {
                take();
              }
            });
    typedIn.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE && !typed().equals(value)) {
            write(value);
            event.consume();
          }
        });
  }

  /** Sets what was typed, if it is something else; the reason where that is refused. */
  final String take() {
    String now = typed();
    return isShowing || now.equals(value) ? "" : take.apply(now);
  }

  @Override
  final void takeTyped() {
    var _ = take();
  }

  @Override
  final void follow(FieldControl before) {
    if (before instanceof TextControl other) {
      if (!other.typed().equals(other.value) && !other.typed().equals(value)) {
        write(other.typed());
      }
      takeCaret(other);
    }
  }

  /** Puts the caret where another control has it. */
  abstract void takeCaret(TextControl other);

  @Override
  final void onTyped(Consumer<String> listener) {
    heard = listener;
  }

  /** Called where the text becomes another one. */
  final void hear() {
    if (!isShowing) {
      heard.accept(typed());
    }
  }

  @Override
  void show(Field field) {
    String before = value;
    value = field.value();
    boolean isUntouched = typed().equals(before);
    if (!typed().equals(value) && (isUntouched || !value.equals(before) || !isFocused())) {
      isShowing = true;
      write(value);
      isShowing = false;
    }
  }

  private boolean isFocused() {
    Node typedIn = focusable();
    return typedIn.getScene() != null && typedIn.equals(typedIn.getScene().getFocusOwner());
  }

  /** A text field whose caret stays where it was. */
  static void write(TextInputControl field, String text) {
    int caret = field.getCaretPosition();
    field.setText(text);
    field.positionCaret(Math.min(caret, text.length()));
  }
}
