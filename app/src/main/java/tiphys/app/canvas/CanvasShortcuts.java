// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tiphys.app.editor.EditTool;
import tiphys.app.keys.Bindable;
import tiphys.app.keys.Shortcut;
import tiphys.app.message.Messages;

/** Every key and every gesture of the canvas, for the sheet of shortcuts. */
public final class CanvasShortcuts {
  private CanvasShortcuts() {}

  public static List<Shortcut> in(Messages messages, CanvasKeys keys) {
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
              keys.displayText(key),
              messages.text("canvas.key." + key.key())));
    }
    for (EditTool tool : EditTool.values()) {
      keys.combinations(tool).stream()
          .filter(Bindable::areTyped)
          .forEach(
              typed ->
                  all.add(
                      new Shortcut(
                          messages.text("canvas.keys.canvas"),
                          typed.getDisplayText(),
                          messages.text("window.action." + tool.key()))));
    }
    return all.stream().filter(line -> !line.keys().isEmpty()).toList();
  }
}
