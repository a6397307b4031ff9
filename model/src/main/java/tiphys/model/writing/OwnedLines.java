// SPDX-License-Identifier: Apache-2.0
package tiphys.model.writing;

import tiphys.model.text.SourceText;

/** Which lines belong to an entry or item that begins one. */
final class OwnedLines {
  private final SourceText text;

  OwnedLines(SourceText text) {
    this.text = text;
  }

  /** Comment lines right above, at the same column, belong to what they stand above. */
  int startOfComments(int lineStart, int column) {
    int from = lineStart;
    for (int line = text.lineOf(lineStart) - 1; line >= 0; line--) {
      String above = line(line);
      if (!above.startsWith("#", column) || !above.substring(0, column).isBlank()) {
        break;
      }
      from = text.lineStart(line);
    }
    return from;
  }

  /** Where comment lines end that are moved further in than what they stand behind. */
  int endOfComments(int lineEnd, int column) {
    int line = text.lineOf(lineEnd);
    while (line + 1 < text.lineCount()) {
      String below = line(line + 1).stripLeading();
      boolean isDeeper = line(line + 1).length() - below.length() > column;
      if (!below.startsWith("#") || !isDeeper) {
        break;
      }
      line++;
    }
    return text.lineEnd(line);
  }

  boolean isBlank(int line) {
    return line < 0 || line >= text.lineCount() || line(line).isBlank();
  }

  boolean startsLine(int offset) {
    return text.slice(text.lineStart(text.lineOf(offset)), offset).isBlank();
  }

  private String line(int line) {
    return text.slice(text.lineStart(line), text.lineEnd(line));
  }
}
