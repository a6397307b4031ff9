// SPDX-License-Identifier: Apache-2.0
package tiphys.app.source;

/** How far a new line is moved in. */
final class Indent {
  private Indent() {}

  /** The blanks with which the line after this one begins. */
  static String after(String line) {
    String text = line.stripLeading();
    int blanks = line.length() - text.length();
    String trimmed = text.stripTrailing();
    boolean opens = trimmed.endsWith(":") || trimmed.endsWith("|") || trimmed.endsWith(">");
    int items = 0;
    while (text.startsWith("- ", items)) {
      items += 2;
    }
    return " ".repeat(blanks + items + (opens ? 2 : 0));
  }
}
