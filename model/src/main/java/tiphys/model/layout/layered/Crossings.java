// SPDX-License-Identifier: Apache-2.0
package tiphys.model.layout.layered;

import java.util.Arrays;

/**
 * Counts crossings between neighbouring layers with a Fenwick tree (Barth, Mutzel and Jünger 2004).
 */
final class Crossings {
  private Crossings() {}

  /**
   * All crossings of an order.
   *
   * @param position of each node within its layer
   */
  static long count(LayeredGraph graph, int[][] layers, int[] position) {
    long crossings = 0;
    for (int l = 0; l + 1 < layers.length; l++) {
      crossings += between(graph, layers[l], layers[l + 1].length, position);
    }
    return crossings;
  }

  /** Crossings of the pieces that lead down from one layer. O(pieces · log(width below)). */
  static long between(LayeredGraph graph, int[] upperLayer, int widthBelow, int[] position) {
    int[] tree = new int[widthBelow + 1];
    int[] first = graph.down.first();
    int[] targets = graph.down.targets();
    int[] ends = new int[8];
    long crossings = 0;
    int seen = 0;
    for (int v : upperLayer) {
      int degree = first[v + 1] - first[v];
      if (degree > ends.length) {
        ends = new int[degree * 2];
      }
      for (int i = 0; i < degree; i++) {
        ends[i] = position[targets[first[v] + i]];
      }
      Arrays.sort(ends, 0, degree);
      for (int i = 0; i < degree; i++) {
        int notRight = 0;
        for (int q = ends[i] + 1; q > 0; q -= q & -q) {
          notRight += tree[q];
        }
        crossings += seen - notRight;
      }
      for (int i = 0; i < degree; i++) {
        for (int q = ends[i] + 1; q <= widthBelow; q += q & -q) {
          tree[q]++;
        }
        seen++;
      }
    }
    return crossings;
  }
}
