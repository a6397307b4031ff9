// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCombination;
import tiphys.app.editor.EditTool;
import tiphys.app.keys.Shortcut;
import tiphys.app.message.Messages;

/** Every key and every gesture of the canvas, for the sheet of shortcuts. */
public final class CanvasShortcuts {
  private CanvasShortcuts() {}

  public static List<Shortcut> in(Messages messages) {
    List<Shortcut> all = new ArrayList<>();
    for (CanvasGesture gesture : CanvasGesture.values()) {
      all.add(
          new Shortcut(
              messages.text("canvas.keys.mouse"),
              messages.text("canvas.hand." + gesture.key()),
              messages.text("canvas.gesture." + gesture.key())));
    }
    for (CanvasKey key : CanvasKey.values()) {
      all.add(
          new Shortcut(
              messages.text("canvas.keys." + key.context().name().toLowerCase(Locale.ROOT)),
              key.displayText(),
              messages.text("canvas.key." + key.key())));
    }
    for (EditTool tool : EditTool.values()) {
      tool.keys().stream()
          .filter(keys -> !keys.startsWith("Shortcut") && !keys.startsWith("Alt"))
          .forEach(
              keys ->
                  all.add(
                      new Shortcut(
                          messages.text("canvas.keys.canvas"),
                          KeyCombination.valueOf(keys).getDisplayText(),
                          messages.text("window.action." + tool.key()))));
    }
    return all;
  }
}
