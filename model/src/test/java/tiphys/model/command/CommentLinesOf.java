// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.BitSet;
import tiphys.model.text.SourceText;

/** The comments that may go with lines. */
final class CommentLinesOf {
  private CommentLinesOf() {}

  /** Those on the lines, between them, right above them, and behind them further in. */
  static BitSet owned(SourceText text, BitSet lines) {
    BitSet owned = (BitSet) lines.clone();
    for (int line = lines.nextSetBit(0); line >= 0; line = lines.nextSetBit(line + 1)) {
      int next = lines.nextSetBit(line + 1);
      boolean isOneBlock = next >= 0;
      for (int between = line + 1; between < next; between++) {
        isOneBlock &= isComment(text, between) || line(text, between).isBlank();
      }
      if (isOneBlock) {
        owned.set(line, next);
      }
    }
    lines.stream()
        .forEach(
            line -> {
              int column = indent(line(text, line));
              for (int above = line - 1; above >= 0 && isComment(text, above); above--) {
                if (indent(line(text, above)) < column) {
                  break;
                }
                owned.set(above);
              }
              for (int below = line + 1; below < text.lineCount(); below++) {
                String said = line(text, below);
                if (!said.isBlank() && !(isComment(text, below) && indent(said) > 0)) {
                  break;
                }
                owned.set(below);
              }
            });
    return owned;
  }

  /** Where tasks say what they wait for, which is told anew for the call that takes their place. */
  static BitSet waiting(SourceText text) {
    BitSet waiting = new BitSet();
    for (int line = 0; line + 1 < text.lineCount(); line++) {
      if (line(text, line).matches("[-? ]*['\"]?depend(s|encies)['\"]? *(:.*)?")) {
        waiting.set(line, line + 2);
      }
    }
    return waiting;
  }

  static BitSet all(SourceText text) {
    BitSet all = new BitSet();
    for (int line = 0; line < text.lineCount(); line++) {
      if (isComment(text, line)) {
        all.set(line);
      }
    }
    return all;
  }

  /** Whether it says nothing else; a dash, a question mark or a colon may stand before it. */
  private static boolean isComment(SourceText text, int line) {
    return line(text, line).matches("[-:? ]*#.*");
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }

  private static String line(SourceText text, int line) {
    return text.slice(text.lineStart(line), text.lineEnd(line));
  }
}
