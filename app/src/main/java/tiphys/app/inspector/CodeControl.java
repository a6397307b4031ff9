// SPDX-License-Identifier: Apache-2.0
package tiphys.app.inspector;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** A code editor. Shortcut+Enter takes over; Shortcut+E makes it large and small again. */
final class CodeControl extends TextControl {
  private final CodeField code;

  CodeControl(Consumer<String> take, Field field, String larger) {
    super(take);
    this.code = new CodeField(field.language(), larger);
    watch(code.area());
    code.area()
        .addEventFilter(
            KeyEvent.KEY_PRESSED,
            event -> {
              if (event.isShortcutDown() && event.getCode() == KeyCode.ENTER) {
                take();
                event.consume();
              } else if (event.isShortcutDown() && event.getCode() == KeyCode.E) {
                code.toggleSize();
                event.consume();
              }
            });
  }

  @Override
  Node node() {
    return code;
  }

  @Override
  Node focusable() {
    return code.area();
  }

  @Override
  String typed() {
    return code.text();
  }

  @Override
  void write(String text) {
    code.setText(text);
  }
}
