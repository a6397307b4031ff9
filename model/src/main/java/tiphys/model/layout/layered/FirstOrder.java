// SPDX-License-Identifier: Apache-2.0
package tiphys.model.layout.layered;

/** An order of the layers to begin with: nodes as a walk into the depth meets them. */
final class FirstOrder {
  private FirstOrder() {}

  /** What hangs together stands together, so that trees are drawn without crossings. */
  static int[][] byWalking(LayeredGraph graph) {
    int[][] layers = new int[graph.layers.length][];
    int[] filled = new int[layers.length];
    for (int l = 0; l < layers.length; l++) {
      layers[l] = new int[graph.layers[l].length];
    }
    boolean[] isSeen = new boolean[graph.size];
    int[] stack = new int[graph.size];
    int[] next = new int[graph.size];
    for (int[] layer : graph.layers) {
      for (int root : layer) {
        if (isSeen[root]) {
          continue;
        }
        int depth = 0;
        stack[depth++] = root;
        isSeen[root] = true;
        while (depth > 0) {
          int v = stack[depth - 1];
          if (next[v] == 0) {
            layers[graph.layer[v]][filled[graph.layer[v]]++] = v;
          }
          int w = nextUnseen(graph, v, next, isSeen);
          if (w < 0) {
            depth--;
          } else {
            isSeen[w] = true;
            stack[depth++] = w;
          }
        }
      }
    }
    return layers;
  }

  /** The neighbours below first, then those above. */
  private static int nextUnseen(LayeredGraph graph, int v, int[] next, boolean[] isSeen) {
    int below = graph.down.degree(v);
    int all = below + graph.up.degree(v);
    while (next[v] < all) {
      int i = next[v]++;
      int w =
          i < below
              ? graph.down.targets()[graph.down.first()[v] + i]
              : graph.up.targets()[graph.up.first()[v] + i - below];
      if (!isSeen[w]) {
        return w;
      }
    }
    next[v] = Math.max(next[v], 1);
    return -1;
  }
}
