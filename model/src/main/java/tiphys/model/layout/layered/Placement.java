// SPDX-License-Identifier: Apache-2.0
package tiphys.model.layout.layered;

/**
 * Coordinates within the layers: each layer in turn is put as near to its neighbours' mean as the
 * distances allow, which is a least-squares problem under an order and solved exactly by pooling
 * adjacent violators (Ayer et al. 1955). Way points weigh more than nodes, so that long edges run
 * straight.
 */
final class Placement {
  private static final int SWEEPS = 12;

  /** How much more a piece between way points wants to be straight than one between nodes. */
  private static final double STRAIGHTNESS = 4;

  private final LayeredGraph graph;
  private final int[][] layers;
  private final double[] x;
  private final double[] widths;
  private final double wayPointWidth;
  private final double gap;

  private Placement(
      LayeredGraph graph, int[][] layers, double[] widths, double wayPointWidth, double gap) {
    this.graph = graph;
    this.layers = layers;
    this.x = new double[graph.size];
    this.widths = widths;
    this.wayPointWidth = wayPointWidth;
    this.gap = gap;
  }

  /** The centre of every node across the layers; the smallest left border is 0. */
  static double[] of(
      LayeredGraph graph, int[][] layers, double[] widths, double wayPointWidth, double gap) {
    return new Placement(graph, layers, widths, wayPointWidth, gap).place();
  }

  private double[] place() {
    for (int[] layer : layers) {
      double[] offsets = offsets(layer);
      for (int i = 0; i < layer.length; i++) {
        x[layer[i]] = offsets[i];
      }
    }
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      boolean isDownward = sweep % 2 == 0;
      for (int k = 1; k < layers.length; k++) {
        placeLayer(
            layers[isDownward ? k : layers.length - 1 - k], isDownward ? graph.up : graph.down);
      }
    }
    for (int[] layer : layers) {
      placeBetweenBoth(layer);
    }
    double left = Double.POSITIVE_INFINITY;
    for (int v = 0; v < graph.size; v++) {
      left = Math.min(left, x[v] - width(v) / 2);
    }
    for (int v = 0; v < graph.size; v++) {
      x[v] -= left;
    }
    return x;
  }

  private double width(int v) {
    return graph.isWayPoint(v) ? wayPointWidth : widths[v];
  }

  /** The least distance of each node of a layer from the first. */
  private double[] offsets(int[] layer) {
    double[] offsets = new double[layer.length];
    for (int i = 1; i < layer.length; i++) {
      offsets[i] = offsets[i - 1] + width(layer[i - 1]) / 2 + gap + width(layer[i]) / 2;
    }
    return offsets;
  }

  private void placeLayer(int[] layer, Adjacency neighbours) {
    double[] wish = new double[layer.length];
    double[] weight = new double[layer.length];
    for (int i = 0; i < layer.length; i++) {
      wish(layer[i], i, neighbours, wish, weight);
    }
    settle(layer, wish, weight);
  }

  /** A last look at both sides evens out what the final sweep pulled to one. */
  private void placeBetweenBoth(int[] layer) {
    double[] above = new double[layer.length];
    double[] below = new double[layer.length];
    double[] weightAbove = new double[layer.length];
    double[] weightBelow = new double[layer.length];
    for (int i = 0; i < layer.length; i++) {
      int v = layer[i];
      wish(v, i, graph.up.degree(v) > 0 ? graph.up : graph.down, above, weightAbove);
      wish(v, i, graph.down.degree(v) > 0 ? graph.down : graph.up, below, weightBelow);
      above[i] = (above[i] + below[i]) / 2;
      weightAbove[i] = Math.max(weightAbove[i], weightBelow[i]);
    }
    settle(layer, above, weightAbove);
  }

  private void wish(int v, int i, Adjacency neighbours, double[] wish, double[] weight) {
    double sum = 0;
    double total = 0;
    for (int j = neighbours.first()[v]; j < neighbours.first()[v + 1]; j++) {
      int w = neighbours.targets()[j];
      double pull = graph.isWayPoint(v) && graph.isWayPoint(w) ? STRAIGHTNESS : 1;
      sum += pull * x[w];
      total += pull;
    }
    wish[i] = total == 0 ? x[v] : sum / total;
    weight[i] = Math.max(total, 0.01);
  }

  private void settle(int[] layer, double[] wish, double[] weight) {
    double[] offsets = offsets(layer);
    int n = layer.length;
    double[] mean = new double[n];
    double[] mass = new double[n];
    int[] length = new int[n];
    int blocks = 0;
    for (int i = 0; i < n; i++) {
      mean[blocks] = wish[i] - offsets[i];
      mass[blocks] = weight[i];
      length[blocks] = 1;
      blocks++;
      while (blocks > 1 && mean[blocks - 2] > mean[blocks - 1]) {
        double sum = mass[blocks - 2] + mass[blocks - 1];
        mean[blocks - 2] =
            (mean[blocks - 2] * mass[blocks - 2] + mean[blocks - 1] * mass[blocks - 1]) / sum;
        mass[blocks - 2] = sum;
        length[blocks - 2] += length[blocks - 1];
        blocks--;
      }
    }
    int i = 0;
    for (int block = 0; block < blocks; block++) {
      int end = i + length[block];
      for (; i < end; i++) {
        x[layer[i]] = mean[block] + offsets[i];
      }
    }
  }
}
