// SPDX-License-Identifier: Apache-2.0
package tiphys.app.window;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Something that can be found by typing a part of its name.
 *
 * @param hint what kind of thing it is, shown small
 * @param keys its shortcut as people read it; empty for none
 * @param look shows it without leaving the search; nothing for what cannot be seen
 */
record Findable(String title, String hint, String keys, Runnable run, Runnable look) {
  private static final int MOST = 200;
  private static final int NOT_FOUND = Integer.MAX_VALUE;

  static Findable of(String title, String hint, String keys, Runnable run) {
    return new Findable(title, hint, keys, run, () -> {});
  }

  /** What fits the words best, first; all in their own order where nothing is asked. */
  static List<Findable> search(List<Findable> all, String words) {
    String wanted = words.strip().toLowerCase(Locale.ROOT);
    if (wanted.isEmpty()) {
      return all.stream().limit(MOST).toList();
    }
    record Found(Findable what, int distance) {}
    List<Found> found = new ArrayList<>();
    for (Findable candidate : all) {
      int distance = candidate.distance(wanted);
      if (distance < NOT_FOUND) {
        found.add(new Found(candidate, distance));
      }
    }
    found.sort(Comparator.comparingInt(Found::distance));
    return found.stream().limit(MOST).map(Found::what).toList();
  }

  /**
   * How far the words are from the title: begins with them, has them, has their letters in order.
   */
  private int distance(String wanted) {
    String title = title().toLowerCase(Locale.ROOT);
    int at = title.indexOf(wanted);
    if (at == 0) {
      return 0;
    }
    if (at > 0) {
      return (title.charAt(at - 1) == ' ' ? 100 : 200) + at;
    }
    return scattered(title, wanted);
  }

  private static int scattered(String title, String wanted) {
    int from = 0;
    int first = -1;
    for (int i = 0; i < wanted.length(); i++) {
      int at = title.indexOf(wanted.charAt(i), from);
      if (at < 0) {
        return NOT_FOUND;
      }
      first = first < 0 ? at : first;
      from = at + 1;
    }
    return 1000 + (from - first) * 10 + first;
  }
}
