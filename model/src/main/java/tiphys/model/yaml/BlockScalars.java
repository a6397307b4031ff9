// SPDX-License-Identifier: Apache-2.0
package tiphys.model.yaml;

import tiphys.model.text.SourceText;

/** Where the content of a literal or folded scalar ends (YAML 1.2 §8.1.1.2). */
final class BlockScalars {
  private BlockScalars() {}

  /**
   * The end of the last line that matters: with chomping {@code +} everything but the final line
   * break, else the last line with content. The parser's own end mark lies behind blank lines and
   * comments that follow.
   */
  static int contentEnd(SourceText text, int start, int markedEnd) {
    int headerEnd = start;
    boolean keeps = false;
    boolean inComment = false;
    while (headerEnd < markedEnd && !isBreak(text.charAt(headerEnd))) {
      char c = text.charAt(headerEnd);
      inComment |= c == '#';
      keeps |= c == '+' && !inComment;
      headerEnd++;
    }
    int end = markedEnd;
    if (keeps) {
      if (end > headerEnd && text.charAt(end - 1) == '\n') {
        end--;
      }
      if (end > headerEnd && text.charAt(end - 1) == '\r') {
        end--;
      }
      return Math.max(end, headerEnd);
    }
    while (end > headerEnd && (isBreak(text.charAt(end - 1)) || text.charAt(end - 1) == ' ')) {
      end--;
    }
    if (end <= headerEnd) {
      return headerEnd;
    }
    while (end < markedEnd && text.charAt(end) == ' ') {
      end++;
    }
    return end;
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }
}
