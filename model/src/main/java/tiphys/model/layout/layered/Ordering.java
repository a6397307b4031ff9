// SPDX-License-Identifier: Apache-2.0
package tiphys.model.layout.layered;

/**
 * Orders each layer for few crossings: sweeps down and up that sort by the mean place of the
 * neighbours, keep the best order seen, and at the end exchange neighbours while that helps. The
 * first order is the caller's, so ties keep the order in which the tasks are written.
 */
final class Ordering {
  /** More sweeps than this did not pay on random graphs of 1,000 nodes. */
  private static final int MAX_SWEEPS = 24;

  private static final int SWEEPS_WITHOUT_GAIN = 4;

  /** Above this many nodes, way points included, exchanging neighbours costs more than it shows. */
  private static final int MAX_SIZE_TO_EXCHANGE = 20_000;

  private static final int MAX_EXCHANGE_ROUNDS = 8;

  private final LayeredGraph graph;
  private final int[][] layers;
  private final int[] position;
  private final double[] weight;

  private Ordering(LayeredGraph graph) {
    this.graph = graph;
    this.layers = copyOf(graph.layers);
    this.position = new int[graph.size];
    this.weight = new double[graph.size];
    for (int[] layer : layers) {
      number(layer);
    }
  }

  /** The layers in the best order found. */
  static int[][] of(LayeredGraph graph) {
    return new Ordering(graph).best();
  }

  private int[][] best() {
    long fewest = Crossings.count(graph, layers, position);
    int[][] best = copyOf(layers);
    int idle = 0;
    for (int sweep = 0; sweep < MAX_SWEEPS && idle < SWEEPS_WITHOUT_GAIN && fewest > 0; sweep++) {
      sweep(sweep % 2 == 0);
      long crossings = Crossings.count(graph, layers, position);
      if (crossings < fewest) {
        fewest = crossings;
        best = copyOf(layers);
        idle = 0;
      } else {
        idle++;
      }
    }
    restore(best);
    if (fewest > 0 && graph.size <= MAX_SIZE_TO_EXCHANGE) {
      exchangeNeighbours();
    }
    return layers;
  }

  private void sweep(boolean isDownward) {
    Adjacency neighbours = isDownward ? graph.up : graph.down;
    for (int k = 1; k < layers.length; k++) {
      int[] layer = layers[isDownward ? k : layers.length - 1 - k];
      for (int v : layer) {
        weight[v] = meanPosition(v, neighbours);
      }
      sortByWeight(layer);
      number(layer);
    }
  }

  private double meanPosition(int v, Adjacency neighbours) {
    int from = neighbours.first()[v];
    int to = neighbours.first()[v + 1];
    if (from == to) {
      return position[v];
    }
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += position[neighbours.targets()[i]];
    }
    return sum / (to - from);
  }

  /** A merge sort, stable, without boxing. */
  private void sortByWeight(int[] layer) {
    int[] buffer = new int[layer.length];
    for (int width = 1; width < layer.length; width *= 2) {
      for (int low = 0; low < layer.length; low += 2 * width) {
        int middle = Math.min(low + width, layer.length);
        int high = Math.min(low + 2 * width, layer.length);
        int left = low;
        int right = middle;
        for (int i = low; i < high; i++) {
          boolean takesLeft =
              left < middle && (right >= high || weight[layer[left]] <= weight[layer[right]]);
          buffer[i] = takesLeft ? layer[left++] : layer[right++];
        }
      }
      System.arraycopy(buffer, 0, layer, 0, layer.length);
    }
  }

  private void exchangeNeighbours() {
    boolean isBetter = true;
    for (int round = 0; round < MAX_EXCHANGE_ROUNDS && isBetter; round++) {
      isBetter = false;
      for (int[] layer : layers) {
        for (int i = 0; i + 1 < layer.length; i++) {
          int a = layer[i];
          int b = layer[i + 1];
          if (crossings(a, b) > crossings(b, a)) {
            layer[i] = b;
            layer[i + 1] = a;
            position[b] = i;
            position[a] = i + 1;
            isBetter = true;
          }
        }
      }
    }
  }

  /**
   * Crossings among the pieces of two nodes of a layer if {@code left} stands left of {@code
   * right}.
   */
  private int crossings(int left, int right) {
    return crossings(left, right, graph.up) + crossings(left, right, graph.down);
  }

  private int crossings(int left, int right, Adjacency neighbours) {
    int count = 0;
    for (int i = neighbours.first()[left]; i < neighbours.first()[left + 1]; i++) {
      int end = position[neighbours.targets()[i]];
      for (int j = neighbours.first()[right]; j < neighbours.first()[right + 1]; j++) {
        if (position[neighbours.targets()[j]] < end) {
          count++;
        }
      }
    }
    return count;
  }

  private void number(int[] layer) {
    for (int i = 0; i < layer.length; i++) {
      position[layer[i]] = i;
    }
  }

  private void restore(int[][] order) {
    for (int l = 0; l < layers.length; l++) {
      layers[l] = order[l];
      number(layers[l]);
    }
  }

  private static int[][] copyOf(int[][] layers) {
    int[][] copy = new int[layers.length][];
    for (int l = 0; l < layers.length; l++) {
      copy[l] = layers[l].clone();
    }
    return copy;
  }
}
