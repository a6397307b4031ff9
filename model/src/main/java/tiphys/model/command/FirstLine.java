// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.ArrayList;
import java.util.List;

/** Mends what a selection by hand does to YAML: it begins at the dash, behind the indentation. */
final class FirstLine {
  private FirstLine() {}

  /** The text with its first line where it may have stood, the likeliest first. */
  static List<String> straightened(String text) {
    String rest = text.contains("\n") ? text.substring(text.indexOf('\n') + 1) : "";
    int least =
        rest.lines()
            .filter(line -> !line.isBlank())
            .mapToInt(line -> line.length() - line.stripLeading().length())
            .min()
            .orElse(0);
    List<String> tries = new ArrayList<>();
    for (int indent : new int[] {least, least - 2}) {
      if (indent > 0) {
        tries.add(" ".repeat(indent) + text.stripLeading());
      }
    }
    return tries;
  }
}
