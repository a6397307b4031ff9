// SPDX-License-Identifier: Apache-2.0
package tiphys.app.window;

import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import jfx.incubator.scene.control.richtext.RichTextArea;
import tiphys.app.editor.EditTool;

/** Lets the Edit menu mean the text that is being typed, where some is. */
final class FocusedText {
  private FocusedText() {}

  /** Whether a text has the focus and did what the tool says with it. */
  static boolean takes(EditTool tool, Node inWindow) {
    Node focused = inWindow.getScene() == null ? null : inWindow.getScene().getFocusOwner();
    return switch (focused) {
      case TextInputControl field -> takes(tool, field::cut, field::copy, field::paste);
      case RichTextArea area -> takes(tool, area::cut, area::copy, area::paste);
      case null, default -> false;
    };
  }

  private static boolean takes(EditTool tool, Runnable cut, Runnable copy, Runnable paste) {
    switch (tool) {
      case CUT -> cut.run();
      case COPY -> copy.run();
      case PASTE -> paste.run();
      default -> {
        return false;
      }
    }
    return true;
  }
}
