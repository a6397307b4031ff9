// SPDX-License-Identifier: Apache-2.0
package tiphys.app.theme;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the user chose; {@code SYSTEM} follows the desktop. */
public enum ThemeChoice {
  LIGHT,
  DARK,
  SYSTEM;

  /** As it stands in the settings, for example {@code dark}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ThemeChoice> ofKey(String key) {
    return Arrays.stream(values()).filter(choice -> choice.key().equals(key)).findFirst();
  }
}
