// SPDX-License-Identifier: Apache-2.0
package tiphys.app.source;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCombination;
import tiphys.app.editor.SourceTool;
import tiphys.app.keys.Bindable;
import tiphys.app.keys.KeyBindings;
import tiphys.app.keys.Shortcut;
import tiphys.app.message.Messages;

/** Every key of the text beside those of every text, for the sheet of shortcuts. */
public final class SourceShortcuts {
  private SourceShortcuts() {}

  public static List<Shortcut> in(Messages messages, KeyBindings keys) {
    return Arrays.stream(SourceTool.values())
        .map(
            tool ->
                new Shortcut(
                    messages.text("source.keys"),
                    displayText(tool, keys),
                    messages.text("source.key." + tool.key())))
        .filter(line -> !line.keys().isEmpty())
        .toList();
  }

  /** Everything that keys do in the text and that can be given others. */
  public static List<Bindable> bindables(Messages messages) {
    return Arrays.stream(SourceTool.values())
        .map(
            tool ->
                new Bindable(
                    tool.action(),
                    messages.text("source.keys"),
                    messages.text("source.key." + tool.key()),
                    tool.reach() == SourceTool.Reach.WINDOW
                        ? Bindable.Place.WINDOW
                        : Bindable.Place.SOURCE,
                    tool.keys().stream().map(KeyCombination::valueOf).toList(),
                    false))
        .toList();
  }

  static List<KeyCombination> keys(SourceTool tool, KeyBindings keys) {
    return keys.ofWritten(tool.action(), tool.keys());
  }

  private static String displayText(SourceTool tool, KeyBindings keys) {
    return keys(tool, keys).stream()
        .map(KeyCombination::getDisplayText)
        .collect(Collectors.joining(", "));
  }
}
