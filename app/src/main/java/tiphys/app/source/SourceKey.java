// SPDX-License-Identifier: Apache-2.0
package tiphys.app.source;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * The keys of the text beside those of every text: {@link SourceCommands} obeys them, and the sheet
 * of shortcuts is made from them.
 */
enum SourceKey {
  COMPLETE("Ctrl+SPACE"),
  DEFINITION("F12"),
  USAGES("Shift+F12"),
  RENAME("F2");

  private final KeyCombination keys;

  SourceKey(String keys) {
    this.keys = KeyCombination.valueOf(keys);
  }

  static Optional<SourceKey> of(KeyEvent event) {
    return Arrays.stream(values()).filter(key -> key.keys.match(event)).findFirst();
  }

  /** Names its sentence {@code source.key.KEY}. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  String displayText() {
    return keys.getDisplayText();
  }
}
