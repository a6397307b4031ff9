// SPDX-License-Identifier: Apache-2.0
package tiphys.app.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which lines of a text are folded away, and how the lines that are shown are numbered then. A fold
 * hides the lines behind its first one; a fold within another one is kept for when that opens.
 * Asking is O(log folds), changing O(folds).
 */
final class Folds {
  /** From the line that stays in sight to the last that is hidden. */
  record Fold(int first, int last) {
    int hidden() {
      return last - first;
    }
  }

  private final NavigableMap<Integer, Integer> lastByFirst = new TreeMap<>();
  private int[] firsts = {};
  private int[] lasts = {};

  /** How many lines are hidden before each of the outermost folds, and by all of them. */
  private int[] hidden = {0};

  boolean isEmpty() {
    return lastByFirst.isEmpty();
  }

  List<Fold> all() {
    return lastByFirst.entrySet().stream()
        .map(entry -> new Fold(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** The fold whose first line a line is. */
  Optional<Fold> at(int line) {
    return Optional.ofNullable(lastByFirst.get(line)).map(last -> new Fold(line, last));
  }

  void add(Collection<Fold> folds) {
    folds.forEach(fold -> lastByFirst.put(fold.first(), fold.last()));
    number();
  }

  void remove(Fold fold) {
    lastByFirst.remove(fold.first());
    number();
  }

  void clear() {
    lastByFirst.clear();
    number();
  }

  /** How many lines are hidden. */
  int hidden() {
    return hidden[firsts.length];
  }

  boolean isHidden(int line) {
    int before = foldBefore(line);
    return before >= 0 && line <= lasts[before];
  }

  /** The folds that hide a line, the outermost first. */
  List<Fold> hiding(int line) {
    return lastByFirst.headMap(line, false).entrySet().stream()
        .filter(fold -> line <= fold.getValue())
        .map(fold -> new Fold(fold.getKey(), fold.getValue()))
        .toList();
  }

  /** The number among the shown lines; of a hidden line, that of the line which stands for it. */
  int shownOf(int line) {
    int before = foldBefore(line);
    if (before < 0) {
      return line;
    }
    return line <= lasts[before] ? firsts[before] - hidden[before] : line - hidden[before + 1];
  }

  int lineOf(int shown) {
    int low = 0;
    int high = firsts.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (firsts[middle] - hidden[middle] < shown) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return shown + hidden[low];
  }

  /**
   * Follows a replacement of lines. What hid only lines that are gone is gone; what stands within
   * one line, before or behind is kept.
   *
   * @param start the line in which the replacement begins
   * @param end the line in which it ended before
   * @param endNow the line in which it ends now
   */
  void follow(int start, int end, int endNow) {
    if (lastByFirst.isEmpty()) {
      return;
    }
    int growth = endNow - end;
    Map<Integer, Integer> next = new TreeMap<>();
    lastByFirst.forEach(
        (first, last) -> {
          boolean isBehind = end <= first;
          boolean isWithin = start > first && end <= last;
          if (start > last) {
            next.put(first, last);
          } else if (isBehind) {
            next.put(first + growth, last + growth);
          } else if (isWithin && last + growth > first) {
            next.put(first, last + growth);
          }
        });
    lastByFirst.clear();
    lastByFirst.putAll(next);
    number();
  }

  /** The outermost fold that begins last before a line; -1 for none. */
  private int foldBefore(int line) {
    int found = Arrays.binarySearch(firsts, line);
    return found >= 0 ? found - 1 : -found - 2;
  }

  private void number() {
    List<Fold> outermost = new ArrayList<>();
    for (Fold fold : all()) {
      Fold before = outermost.isEmpty() ? new Fold(-1, -1) : outermost.getLast();
      if (fold.first() > before.last()) {
        outermost.add(fold);
      } else if (fold.last() > before.last()) {
        outermost.set(outermost.size() - 1, new Fold(before.first(), fold.last()));
      }
    }
    firsts = outermost.stream().mapToInt(Fold::first).toArray();
    lasts = outermost.stream().mapToInt(Fold::last).toArray();
    hidden = new int[firsts.length + 1];
    for (int i = 0; i < firsts.length; i++) {
      hidden[i + 1] = hidden[i] + lasts[i] - firsts[i];
    }
  }
}
