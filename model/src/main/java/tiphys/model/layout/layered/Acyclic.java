// SPDX-License-Identifier: Apache-2.0
package tiphys.model.layout.layered;

/**
 * Turns around the edges that lead back to a node still being visited in depth-first order, so that
 * a file with a cycle can be drawn all the same. Edges from a node to itself are dropped by the
 * caller.
 */
final class Acyclic {
  private Acyclic() {}

  /**
   * For each edge, whether it must be drawn the other way round. O(nodes + edges), without
   * recursion.
   */
  static boolean[] reversedEdges(int nodes, int[] from, int[] to) {
    int[] edgeIds = new int[from.length];
    for (int e = 0; e < edgeIds.length; e++) {
      edgeIds[e] = e;
    }
    Adjacency outgoing = Adjacency.of(nodes, from, edgeIds);
    boolean[] reversed = new boolean[from.length];
    byte[] state = new byte[nodes];
    int[] stack = new int[nodes];
    int[] next = new int[nodes];
    for (int root = 0; root < nodes; root++) {
      if (state[root] != 0) {
        continue;
      }
      int depth = 0;
      stack[depth++] = root;
      state[root] = 1;
      next[root] = outgoing.first()[root];
      while (depth > 0) {
        int node = stack[depth - 1];
        if (next[node] == outgoing.first()[node + 1]) {
          state[node] = 2;
          depth--;
          continue;
        }
        int edge = outgoing.targets()[next[node]++];
        int target = to[edge];
        if (state[target] == 1) {
          reversed[edge] = true;
        } else if (state[target] == 0) {
          state[target] = 1;
          next[target] = outgoing.first()[target];
          stack[depth++] = target;
        }
      }
    }
    return reversed;
  }
}
