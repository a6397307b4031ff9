// SPDX-License-Identifier: Apache-2.0
package tiphys.model.layout.layered;

import java.util.Arrays;

/**
 * Who is joined to whom, packed: the neighbours of node {@code v} stand in {@code targets[first[v]
 * .. first[v + 1])}.
 */
@SuppressWarnings(
    "ArrayRecordComponent") // Compared never, copied never: ten thousand numbers each.
record Adjacency(int[] first, int[] targets) {

  /**
   * From each edge's {@code from} to its {@code to}, in the order of the edges. O(nodes + edges).
   */
  static Adjacency of(int nodes, int[] from, int[] to) {
    int[] first = new int[nodes + 1];
    for (int node : from) {
      first[node + 1]++;
    }
    for (int v = 0; v < nodes; v++) {
      first[v + 1] += first[v];
    }
    int[] next = Arrays.copyOf(first, nodes);
    int[] targets = new int[from.length];
    for (int e = 0; e < from.length; e++) {
      targets[next[from[e]]++] = to[e];
    }
    return new Adjacency(first, targets);
  }

  int degree(int node) {
    return first[node + 1] - first[node];
  }
}
