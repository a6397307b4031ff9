// SPDX-License-Identifier: Apache-2.0
package tiphys.app.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import tiphys.app.source.Folds.Fold;
import tiphys.model.text.SourceText;

/**
 * Which lines can be folded away: what is moved in further than the line before it, and a list that
 * stands at the column of its key. That holds for mappings, lists, blocks of text and brackets over
 * several lines, and for texts that cannot be read.
 */
final class Foldable {
  private Foldable() {}

  /**
   * A line by what it looks like.
   *
   * @param column how far it is moved in; -1 for a line without anything
   */
  private record Look(int line, int column, boolean isItem, boolean opens) {
    boolean holds(Look below) {
      return below.column > column || below.column == column && below.isItem && !isItem && opens;
    }
  }

  /** Whether anything can be folded behind a line. Looks at the next lines only. */
  static boolean isAt(SourceText text, int line) {
    Lines lines = new Lines(text, line);
    Look own = lines.next();
    if (own.column < 0) {
      return false;
    }
    while (lines.hasNext()) {
      Look below = lines.next();
      if (below.column >= 0) {
        return own.holds(below);
      }
    }
    return false;
  }

  /** What can be folded behind a line. Cost: the lines that it holds. */
  static Optional<Fold> at(SourceText text, int line) {
    Lines lines = new Lines(text, line);
    Look own = lines.next();
    int last = line;
    while (own.column >= 0 && lines.hasNext()) {
      Look below = lines.next();
      if (below.column >= 0 && !own.holds(below)) {
        break;
      }
      last = below.column >= 0 ? below.line : last;
    }
    return last > line ? Optional.of(new Fold(line, last)) : Optional.empty();
  }

  /** What can be folded, seen from a line: behind itself or else behind the nearest one around. */
  static Optional<Fold> around(SourceText text, int line) {
    int at = line;
    Lines own = new Lines(text, line);
    int column = own.next().column;
    while (at >= 0) {
      Look look = new Lines(text, at).next();
      boolean isOutside = at == line || look.column >= 0 && (column < 0 || look.column <= column);
      Optional<Fold> fold = isOutside && isAt(text, at) ? at(text, at) : Optional.empty();
      if (fold.filter(found -> found.last() >= line).isPresent()) {
        return fold;
      }
      at--;
    }
    return Optional.empty();
  }

  /** Everything that can be folded, in order. O(text). */
  static List<Fold> all(SourceText text) {
    List<Fold> folds = new ArrayList<>();
    Deque<Look> open = new ArrayDeque<>();
    Lines lines = new Lines(text, 0);
    int last = 0;
    while (lines.hasNext()) {
      Look look = lines.next();
      if (look.column >= 0) {
        close(open, look, last, folds);
        open.push(look);
        last = look.line;
      }
    }
    close(open, new Look(last, -1, false, false), last, folds);
    folds.sort((one, other) -> Integer.compare(one.first(), other.first()));
    return folds;
  }

  private static void close(Deque<Look> open, Look next, int last, List<Fold> folds) {
    while (!open.isEmpty() && !open.peek().holds(next)) {
      int first = open.pop().line;
      if (last > first) {
        folds.add(new Fold(first, last));
      }
    }
  }

  /** The lines of a text from one on, read in stretches rather than each from its leaf. */
  private static final class Lines {
    private static final int STRETCH = 1 << 13;

    private final SourceText text;
    private int line;
    private int at;
    private String stretch = "";
    private int stretchStart;

    Lines(SourceText text, int line) {
      this.text = text;
      this.line = line;
      this.at = text.lineStart(line);
      this.stretchStart = at;
    }

    boolean hasNext() {
      return at >= 0;
    }

    Look next() {
      int start = at;
      int column = 0;
      while (charAt(start + column) == ' ') {
        column++;
      }
      char first = charAt(start + column);
      char second = charAt(start + column + 1);
      int end = start + column;
      char last = ' ';
      while (!isBreak(charAt(end))) {
        last = charAt(end) == ' ' ? last : charAt(end);
        end++;
      }
      boolean isEmpty = isBreak(first);
      goBehind(end);
      boolean isItem = first == '-' && (second == ' ' || isBreak(second));
      return new Look(line++, isEmpty ? -1 : column, isItem, last == ':');
    }

    private void goBehind(int end) {
      if (end >= text.length()) {
        at = -1;
      } else {
        at = charAt(end) == '\r' && charAt(end + 1) == '\n' ? end + 2 : end + 1;
      }
    }

    private static boolean isBreak(char c) {
      return c == '\n' || c == '\r';
    }

    /** Behind the text, a line break. */
    private char charAt(int offset) {
      if (offset >= text.length()) {
        return '\n';
      }
      int within = offset - stretchStart;
      if (within < 0 || within >= stretch.length()) {
        stretchStart = offset;
        stretch = text.slice(offset, Math.min(text.length(), offset + STRETCH));
        within = 0;
      }
      return stretch.charAt(within);
    }
  }
}
