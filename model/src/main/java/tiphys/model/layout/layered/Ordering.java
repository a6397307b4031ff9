// SPDX-License-Identifier: Apache-2.0
package tiphys.model.layout.layered;

/**
 * Orders each layer for few crossings: sweeps down and up that sort by the mean place of the
 * neighbours, then nodes put one by one where they cross least (Matuszewski, Schönfeld and Molitor
 * 1999). Small graphs are tried from several first orders; the best order seen is kept. The very
 * first order is the caller's, so ties keep the order in which the tasks are written.
 */
final class Ordering {
  /** More sweeps than this did not pay on random graphs of 1,000 nodes. */
  private static final int MAX_SWEEPS = 24;

  private static final int SWEEPS_WITHOUT_GAIN = 4;

  private static final int MAX_SIFTS = 8;

  /** Above this many nodes, way points included, trying again costs more than it shows. */
  private static final int MAX_SIZE_TO_TRY_AGAIN = 6_000;

  /** A larger graph is sifted less often. */
  private static final int SIFTS_OF_LARGE = 2;

  private final LayeredGraph graph;
  private final int[][] layers;
  private final int[] position;
  private final double[] weight;
  private final Moves moves;
  private int[][] best;
  private long fewest;

  private Ordering(LayeredGraph graph) {
    this.graph = graph;
    this.layers = copyOf(graph.layers);
    this.position = new int[graph.size];
    this.weight = new double[graph.size];
    this.moves = new Moves(graph, position);
    restore(layers);
    this.best = copyOf(layers);
    this.fewest = Crossings.count(graph, layers, position);
  }

  /** The layers in the best order found. */
  static int[][] of(LayeredGraph graph) {
    return new Ordering(graph).best();
  }

  private int[][] best() {
    improve(false);
    if (fewest > 0 && graph.size <= MAX_SIZE_TO_TRY_AGAIN) {
      restore(copyOf(graph.layers));
      improve(true);
      restore(FirstOrder.byWalking(graph));
      improve(true);
    }
    restore(best);
    return layers;
  }

  /** From the order at hand. @param exchanges neighbours after each sweep, too */
  private void improve(boolean exchanges) {
    restore(bestSweep(exchanges));
    keepBetter();
    int most = graph.size <= MAX_SIZE_TO_TRY_AGAIN ? MAX_SIFTS : SIFTS_OF_LARGE;
    for (int round = 0; round < most && fewest > 0 && sift(round % 2 == 0); round++) {
      keepBetter();
    }
  }

  private int[][] bestSweep(boolean exchanges) {
    long least = Crossings.count(graph, layers, position);
    int[][] order = copyOf(layers);
    int idle = 0;
    for (int sweep = 0; sweep < MAX_SWEEPS && idle < SWEEPS_WITHOUT_GAIN && least > 0; sweep++) {
      sweep(sweep % 2 == 0, sweep % 4 >= 2 && exchanges);
      if (exchanges) {
        exchange(sweep % 2 == 0);
      }
      long crossings = Crossings.count(graph, layers, position);
      idle++;
      if (crossings < least) {
        least = crossings;
        order = copyOf(layers);
        idle = 0;
      }
    }
    return order;
  }

  private boolean sift(boolean isDownward) {
    boolean hasChanged = false;
    for (int k = 0; k < layers.length; k++) {
      hasChanged |= moves.sift(layers[isDownward ? k : layers.length - 1 - k]);
    }
    return hasChanged;
  }

  private boolean keepBetter() {
    long crossings = Crossings.count(graph, layers, position);
    if (crossings >= fewest) {
      return false;
    }
    fewest = crossings;
    best = copyOf(layers);
    return true;
  }

  private void sweep(boolean isDownward, boolean turnsTies) {
    Adjacency neighbours = isDownward ? graph.up : graph.down;
    for (int k = 1; k < layers.length; k++) {
      int[] layer = layers[isDownward ? k : layers.length - 1 - k];
      for (int v : layer) {
        weight[v] = meanPosition(v, neighbours);
      }
      sortByWeight(layer, turnsTies);
      number(layer);
    }
  }

  private void exchange(boolean isDownward) {
    for (int k = 0; k < layers.length; k++) {
      moves.exchange(layers[isDownward ? k : layers.length - 1 - k]);
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
  private void sortByWeight(int[] layer, boolean turnsTies) {
    int[] buffer = new int[layer.length];
    for (int width = 1; width < layer.length; width *= 2) {
      for (int low = 0; low < layer.length; low += 2 * width) {
        int middle = Math.min(low + width, layer.length);
        int high = Math.min(low + 2 * width, layer.length);
        int left = low;
        int right = middle;
        for (int i = low; i < high; i++) {
          boolean takesLeft =
              left < middle && (right >= high || isBefore(layer[left], layer[right], turnsTies));
          buffer[i] = takesLeft ? layer[left++] : layer[right++];
        }
      }
      System.arraycopy(buffer, 0, layer, 0, layer.length);
    }
  }

  private boolean isBefore(int left, int right, boolean turnsTies) {
    return turnsTies ? weight[left] < weight[right] : weight[left] <= weight[right];
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
