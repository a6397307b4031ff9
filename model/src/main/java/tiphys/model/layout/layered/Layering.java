// SPDX-License-Identifier: Apache-2.0
package tiphys.model.layout.layered;

/** Gives each node of an acyclic graph a layer, so that every edge leads to a later one. */
final class Layering {
  private Layering() {}

  /**
   * Longest path from the sources; then nodes that have more followers than leaders move down to
   * the followers, which shortens edges without adding layers. O(nodes + edges).
   */
  static int[] of(int nodes, int[] from, int[] to) {
    Adjacency down = Adjacency.of(nodes, from, to);
    Adjacency up = Adjacency.of(nodes, to, from);
    int[] order = topologicalOrder(nodes, down, up);
    int[] layer = new int[nodes];
    for (int v : order) {
      for (int i = down.first()[v]; i < down.first()[v + 1]; i++) {
        int w = down.targets()[i];
        layer[w] = Math.max(layer[w], layer[v] + 1);
      }
    }
    for (int k = nodes - 1; k >= 0; k--) {
      int v = order[k];
      if (down.degree(v) > up.degree(v) && up.degree(v) > 0) {
        int lowest = Integer.MAX_VALUE;
        for (int i = down.first()[v]; i < down.first()[v + 1]; i++) {
          lowest = Math.min(lowest, layer[down.targets()[i]]);
        }
        layer[v] = Math.max(layer[v], lowest - 1);
      }
    }
    return layer;
  }

  private static int[] topologicalOrder(int nodes, Adjacency down, Adjacency up) {
    int[] waiting = new int[nodes];
    int[] order = new int[nodes];
    int end = 0;
    for (int v = 0; v < nodes; v++) {
      waiting[v] = up.degree(v);
      if (waiting[v] == 0) {
        order[end++] = v;
      }
    }
    for (int k = 0; k < end; k++) {
      int v = order[k];
      for (int i = down.first()[v]; i < down.first()[v + 1]; i++) {
        int w = down.targets()[i];
        if (--waiting[w] == 0) {
          order[end++] = w;
        }
      }
    }
    if (end != nodes) {
      throw new IllegalArgumentException("the graph has a cycle");
    }
    return order;
  }
}
