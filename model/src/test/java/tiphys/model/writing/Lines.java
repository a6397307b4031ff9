// SPDX-License-Identifier: Apache-2.0
package tiphys.model.writing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import tiphys.model.given.Comments;
import tiphys.model.text.SourceText;

/** Which lines of a text a change concerns, and which comments belong to what it takes away. */
final class Lines {
  /** The line that another one is put behind, a blank one between two, the end of the text. */
  private static final int SLACK = 3;

  private final SourceText before;
  private final SortedSet<Integer> touched = new TreeSet<>();
  private final List<String> losable = new ArrayList<>();

  Lines(SourceText before) {
    this.before = before;
  }

  void touch(int start, int end) {
    for (int line = before.lineOf(start); line <= before.lineOf(end); line++) {
      touched.add(line);
    }
  }

  void mayLoseCommentsIn(int start, int end) {
    for (int line = before.lineOf(start); line <= before.lineOf(end); line++) {
      String text = line(line);
      if (text.contains("#")) {
        losable.add(text.substring(text.indexOf('#')));
      }
    }
  }

  /** Those in its lines, those right above at its column, and those below that stand deeper. */
  void mayLoseCommentsOf(int start, int end) {
    mayLoseCommentsIn(start, end);
    mayLoseCommentsBelow(start, end);
    int first = before.lineOf(start);
    int column = start - before.lineStart(first);
    for (int line = first - 1; line >= 0; line--) {
      if (!line(line).startsWith(" ".repeat(column) + "#")) {
        break;
      }
      touched.add(line);
      losable.add(line(line).strip());
    }
  }

  private void mayLoseCommentsBelow(int start, int end) {
    int own = indent(line(before.lineOf(start)));
    for (int line = before.lineOf(end) + 1; line < before.lineCount(); line++) {
      String text = line(line);
      boolean isDeeper = text.strip().startsWith("#") && indent(text) > own;
      if (!isDeeper && !text.isBlank()) {
        break;
      }
      if (isDeeper) {
        touched.add(line);
        losable.add(text.strip());
      }
    }
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }

  void check(SourceText after, String message) {
    int concerned = touched.isEmpty() ? 0 : touched.last() - touched.first() + 1;
    assertTrue(changedLines(after) <= concerned + SLACK, () -> "too many lines by " + message);
    List<String> lost = new ArrayList<>(Comments.of(before));
    List<String> now = Comments.of(after);
    now.forEach(lost::remove);
    lost.removeIf(comment -> losable.stream().anyMatch(one -> one.contains(comment.strip())));
    assertTrue(lost.isEmpty(), () -> "comments lost " + lost + " by " + message);
    List<String> made = new ArrayList<>(now);
    Comments.of(before).forEach(made::remove);
    assertTrue(made.isEmpty(), () -> "comments made " + made + " by " + message);
  }

  /** How many lines of the text before are not the same at its beginning or its end. */
  private int changedLines(SourceText after) {
    int shorter = Math.min(before.lineCount(), after.lineCount());
    int head = 0;
    while (head < shorter && line(before, head).equals(line(after, head))) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head
        && line(before, before.lineCount() - 1 - tail)
            .equals(line(after, after.lineCount() - 1 - tail))) {
      tail++;
    }
    return before.lineCount() - head - tail;
  }

  private static String line(SourceText text, int line) {
    int end = line + 1 < text.lineCount() ? text.lineStart(line + 1) : text.length();
    return text.slice(text.lineStart(line), end);
  }

  private String line(int line) {
    return before.slice(before.lineStart(line), before.lineEnd(line));
  }
}
