// SPDX-License-Identifier: Apache-2.0
package tiphys.app.source;

import java.util.Arrays;
import java.util.List;
import tiphys.app.keys.Shortcut;
import tiphys.app.message.Messages;

/** Every key of the text beside those of every text, for the sheet of shortcuts. */
public final class SourceShortcuts {
  private SourceShortcuts() {}

  public static List<Shortcut> in(Messages messages) {
    return Arrays.stream(SourceKey.values())
        .map(
            key ->
                new Shortcut(
                    messages.text("source.keys"),
                    key.displayText(),
                    messages.text("source.key." + key.key())))
        .toList();
  }
}
