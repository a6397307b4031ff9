// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas.drawing;

import java.util.BitSet;
import java.util.function.IntConsumer;

/**
 * What differs between two lists. Lists of one length are compared place by place; of lists of
 * another length everything between their common beginning and their common end differs.
 */
record Difference(BitSet before, BitSet after) {
  /** Whether two items are the same. */
  interface Sameness {
    boolean isSame(int before, int after);
  }

  static Difference between(int before, int after, Sameness items) {
    Difference difference = new Difference(new BitSet(), new BitSet());
    if (before == after) {
      for (int i = 0; i < before; i++) {
        if (!items.isSame(i, i)) {
          difference.before.set(i);
          difference.after.set(i);
        }
      }
      return difference;
    }
    int shorter = Math.min(before, after);
    int head = 0;
    while (head < shorter && items.isSame(head, head)) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head && items.isSame(before - 1 - tail, after - 1 - tail)) {
      tail++;
    }
    difference.before.set(head, before - tail);
    difference.after.set(head, after - tail);
    return difference;
  }

  void forEach(IntConsumer was, IntConsumer is) {
    before.stream().forEach(was);
    after.stream().forEach(is);
  }
}
