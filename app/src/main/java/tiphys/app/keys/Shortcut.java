// SPDX-License-Identifier: Apache-2.0
package tiphys.app.keys;

import java.util.Arrays;
import java.util.Locale;

/**
 * One line of the sheet of shortcuts, in the person's language.
 *
 * @param group where it holds, for example the name of a menu
 * @param keys the keys, or what the hand does, as this computer writes them
 * @param does what happens
 */
public record Shortcut(String group, String keys, String does) {
  /** Whether every one of these words occurs in it, whatever their case. */
  public boolean matches(String words) {
    return hasAll(group + " " + keys + " " + does, words);
  }

  /** Whether a text has every one of these words, whatever their case. */
  public static boolean hasAll(String text, String words) {
    String all = text.toLowerCase(Locale.ROOT);
    return Arrays.stream(words.toLowerCase(Locale.ROOT).strip().split("\\s+"))
        .allMatch(all::contains);
  }
}
