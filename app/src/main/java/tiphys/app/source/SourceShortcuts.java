// SPDX-License-Identifier: Apache-2.0
package tiphys.app.source;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCombination;
import tiphys.app.editor.SourceTool;
import tiphys.app.keys.Shortcut;
import tiphys.app.message.Messages;

/** Every key of the text beside those of every text, for the sheet of shortcuts. */
public final class SourceShortcuts {
  private SourceShortcuts() {}

  public static List<Shortcut> in(Messages messages) {
    return Arrays.stream(SourceTool.values())
        .map(
            tool ->
                new Shortcut(
                    messages.text("source.keys"),
                    displayText(tool),
                    messages.text("source.key." + tool.key())))
        .toList();
  }

  private static String displayText(SourceTool tool) {
    return tool.keys().stream()
        .map(keys -> KeyCombination.valueOf(keys).getDisplayText())
        .collect(Collectors.joining(", "));
  }
}
