// SPDX-License-Identifier: Apache-2.0
package tiphys.model.graph;

import java.util.BitSet;
import java.util.List;
import tiphys.model.workflow.Task;

/**
 * Which tasks of a template an edit left alone: so many from the first on, and so many up to the
 * last. Tasks are known by identity, which an edit keeps ({@link
 * tiphys.model.yaml.YamlNode#derived}).
 *
 * @param before how many tasks there were
 * @param now how many there are
 */
@SuppressWarnings("ReferenceEquality") // what an edit left alone is the same
record KeptTasks(int head, int tail, int before, int now) {
  /** Compares from both ends. O(tasks), at the price of one comparison each. */
  static KeptTasks between(List<Task> before, List<Task> now) {
    int shorter = Math.min(now.size(), before.size());
    int head = 0;
    while (head < shorter && now.get(head) == before.get(head)) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head
        && now.get(now.size() - 1 - tail) == before.get(before.size() - 1 - tail)) {
      tail++;
    }
    return new KeptTasks(head, tail, before.size(), now.size());
  }

  /** Where a task stood; -1 if the edit touched it. */
  int earlier(int position) {
    if (position < head) {
      return position;
    }
    return position >= now - tail ? position + before - now : -1;
  }

  /** Where a task stands that stood at a position; -1 if the edit touched it. */
  int later(int position) {
    if (position < head) {
      return position;
    }
    return position >= before - tail ? position + now - before : -1;
  }

  int growth() {
    return now - before;
  }

  /** The bits of tasks at the positions where they stand now; none of those that are touched. */
  BitSet carried(BitSet bits) {
    BitSet carried = bits.get(0, head);
    carried.or(shifted(bits.get(before - tail, before), now - tail));
    return carried;
  }

  /** Bits by so many positions further, whole words of them at once. */
  private static BitSet shifted(BitSet bits, int by) {
    long[] words = bits.toLongArray();
    int whole = by / Long.SIZE;
    long[] shifted = new long[words.length + whole + 1];
    for (int i = 0; i < words.length; i++) {
      shifted[i + whole] |= words[i] << by;
      // a shift by all bits of a word is none at all
      shifted[i + whole + 1] |= by % Long.SIZE == 0 ? 0 : words[i] >>> -by;
    }
    return BitSet.valueOf(shifted);
  }

  /** Behind the last of the tasks that the edit touched, as they are now. */
  int touchedEnd() {
    return now - tail;
  }

  /** Behind the last of the tasks that the edit touched, as they were. */
  int touchedEndBefore() {
    return before - tail;
  }
}
