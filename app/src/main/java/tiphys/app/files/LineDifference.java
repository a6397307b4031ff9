// SPDX-License-Identifier: Apache-2.0
package tiphys.app.files;

import java.util.ArrayList;
import java.util.List;
import tiphys.model.text.SourceText;

/** What tells two texts apart, line by line. */
public final class LineDifference {
  /** Beyond this many pairs of lines, the middle is told as a whole. */
  private static final long MOST_PAIRS = 4_000_000;

  private static final int AROUND = 3;

  /** How a line stands to the other text. */
  public enum Sign {
    BOTH,
    ONLY_BEFORE,
    ONLY_AFTER,
    /** Lines of both are left out here. */
    LEFT_OUT
  }

  /** A line. */
  public record Row(Sign sign, String text) {}

  private LineDifference() {}

  /** The lines that differ, with a few around them. */
  public static List<Row> between(SourceText before, SourceText after) {
    return shortened(all(before.toString().lines().toList(), after.toString().lines().toList()));
  }

  private static List<Row> all(List<String> before, List<String> after) {
    int head = 0;
    int shorter = Math.min(before.size(), after.size());
    while (head < shorter && before.get(head).equals(after.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head
        && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
      tail++;
    }
    List<Row> rows = new ArrayList<>();
    before.subList(0, head).forEach(line -> rows.add(new Row(Sign.BOTH, line)));
    addMiddle(
        before.subList(head, before.size() - tail), after.subList(head, after.size() - tail), rows);
    before
        .subList(before.size() - tail, before.size())
        .forEach(line -> rows.add(new Row(Sign.BOTH, line)));
    return rows;
  }

  /** By the longest common subsequence. */
  private static void addMiddle(List<String> before, List<String> after, List<Row> rows) {
    boolean isTooMuch = (long) before.size() * after.size() > MOST_PAIRS;
    int[][] common = isTooMuch ? new int[0][0] : common(before, after);
    int i = 0;
    int j = 0;
    while (i < before.size() || j < after.size()) {
      boolean isBoth =
          !isTooMuch && i < before.size() && j < after.size() && before.get(i).equals(after.get(j));
      if (isBoth) {
        rows.add(new Row(Sign.BOTH, before.get(i++)));
        j++;
      } else if (i < before.size()
          && (j == after.size() || isTooMuch || common[i + 1][j] >= common[i][j + 1])) {
        rows.add(new Row(Sign.ONLY_BEFORE, before.get(i++)));
      } else {
        rows.add(new Row(Sign.ONLY_AFTER, after.get(j++)));
      }
    }
  }

  private static int[][] common(List<String> before, List<String> after) {
    int[][] common = new int[before.size() + 1][after.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        common[i][j] =
            before.get(i).equals(after.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  private static List<Row> shortened(List<Row> all) {
    List<Row> rows = new ArrayList<>();
    int last = Integer.MIN_VALUE / 2;
    for (int i = 0; i < all.size(); i++) {
      int next = i;
      while (next < all.size() && next <= i + AROUND && all.get(next).sign() == Sign.BOTH) {
        next++;
      }
      boolean isNear =
          i - last <= AROUND
              || (next < all.size() && next <= i + AROUND && all.get(next).sign() != Sign.BOTH);
      if (all.get(i).sign() != Sign.BOTH) {
        last = i;
        rows.add(all.get(i));
      } else if (isNear) {
        rows.add(all.get(i));
      } else if (rows.isEmpty() || rows.getLast().sign() != Sign.LEFT_OUT) {
        rows.add(new Row(Sign.LEFT_OUT, ""));
      }
    }
    return rows;
  }
}
