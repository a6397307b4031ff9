// SPDX-License-Identifier: Apache-2.0
package tiphys.model.layout.layered;

import java.util.Arrays;

/**
 * A graph whose edges all join neighbouring layers: an edge that spans more is a chain of pieces
 * over way points. Nodes below {@code realNodes} are the caller's, those above are way points,
 * numbered edge by edge from the top down.
 */
final class LayeredGraph {
  final int realNodes;
  final int size;
  final int[] layer;
  final int[][] layers;
  final Adjacency down;
  final Adjacency up;

  /** First way point of each edge; the edge has {@code layer[to] - layer[from] - 1} of them. */
  final int[] firstWayPoint;

  LayeredGraph(int nodes, int[] from, int[] to, int[] layerOfNode) {
    int edges = from.length;
    realNodes = nodes;
    firstWayPoint = new int[edges + 1];
    firstWayPoint[0] = nodes;
    for (int e = 0; e < edges; e++) {
      firstWayPoint[e + 1] = firstWayPoint[e] + layerOfNode[to[e]] - layerOfNode[from[e]] - 1;
    }
    size = firstWayPoint[edges];
    layer = Arrays.copyOf(layerOfNode, size);
    int pieces = edges + size - nodes;
    int[] upper = new int[pieces];
    int[] lower = new int[pieces];
    int piece = 0;
    for (int e = 0; e < edges; e++) {
      int above = from[e];
      for (int w = firstWayPoint[e]; w < firstWayPoint[e + 1]; w++) {
        layer[w] = layer[above] + 1;
        upper[piece] = above;
        lower[piece++] = w;
        above = w;
      }
      upper[piece] = above;
      lower[piece++] = to[e];
    }
    down = Adjacency.of(size, upper, lower);
    up = Adjacency.of(size, lower, upper);
    layers = nodesByLayer();
  }

  boolean isWayPoint(int node) {
    return node >= realNodes;
  }

  private int[][] nodesByLayer() {
    int count = 0;
    for (int l : layer) {
      count = Math.max(count, l + 1);
    }
    int[] sizes = new int[count];
    for (int l : layer) {
      sizes[l]++;
    }
    int[][] result = new int[count][];
    for (int l = 0; l < count; l++) {
      result[l] = new int[sizes[l]];
    }
    Arrays.fill(sizes, 0);
    for (int v = 0; v < size; v++) {
      result[layer[v]][sizes[layer[v]]++] = v;
    }
    return result;
  }
}
