// SPDX-License-Identifier: Apache-2.0
package tiphys.model.layout.layered;

import java.util.Arrays;

/** Moves nodes within a layer while that takes crossings away. */
final class Moves {
  private static final int MOST_ROUNDS = 8;

  /** A node is tried at so many places to each side; farther off, sweeps have put it nearby. */
  private static final int REACH = 100;

  private final LayeredGraph graph;
  private final int[] position;
  private final int[] placesAbove;
  private final int[] placesBelow;

  /** Works on the caller's positions, which it keeps true. */
  Moves(LayeredGraph graph, int[] position) {
    this.graph = graph;
    this.position = position;
    this.placesAbove = new int[graph.up.targets().length];
    this.placesBelow = new int[graph.down.targets().length];
  }

  /** Exchanges neighbours; whether any were. O(rounds · pieces), once the places are sorted. */
  boolean exchange(int[] layer) {
    sortPlaces(layer);
    boolean hasChanged = false;
    boolean goesOn = true;
    for (int round = 0; round < MOST_ROUNDS && goesOn; round++) {
      goesOn = false;
      for (int i = 0; i + 1 < layer.length; i++) {
        int a = layer[i];
        int b = layer[i + 1];
        if (gain(a, b) > 0) {
          layer[i] = b;
          layer[i + 1] = a;
          position[b] = i;
          position[a] = i + 1;
          goesOn = true;
          hasChanged = true;
        }
      }
    }
    return hasChanged;
  }

  /** Puts each node where it crosses least; whether any moved. O(reach · pieces). */
  boolean sift(int[] layer) {
    sortPlaces(layer);
    boolean hasChanged = false;
    for (int v : layer.clone()) {
      hasChanged |= sift(layer, v);
    }
    return hasChanged;
  }

  private boolean sift(int[] layer, int v) {
    int here = position[v];
    int best = here;
    long most = 0;
    long gained = 0;
    for (int i = here + 1; i < Math.min(layer.length, here + REACH); i++) {
      gained += gain(v, layer[i]);
      if (gained > most) {
        most = gained;
        best = i;
      }
    }
    gained = 0;
    for (int i = here - 1; i >= Math.max(0, here - REACH); i--) {
      gained += gain(layer[i], v);
      if (gained > most) {
        most = gained;
        best = i;
      }
    }
    int step = best > here ? 1 : -1;
    for (int i = here; i != best; i += step) {
      layer[i] = layer[i + step];
      position[layer[i]] = i;
    }
    layer[best] = v;
    position[v] = best;
    return best != here;
  }

  private void sortPlaces(int[] layer) {
    for (int v : layer) {
      sortPlaces(v, graph.up, placesAbove);
      sortPlaces(v, graph.down, placesBelow);
    }
  }

  private void sortPlaces(int v, Adjacency neighbours, int[] places) {
    int from = neighbours.first()[v];
    int to = neighbours.first()[v + 1];
    for (int i = from; i < to; i++) {
      places[i] = position[neighbours.targets()[i]];
    }
    if (to - from > 1) {
      Arrays.sort(places, from, to);
    }
  }

  /** How many crossings go if two neighbours change places. */
  private long gain(int left, int right) {
    return gain(left, right, graph.up.first(), placesAbove)
        + gain(left, right, graph.down.first(), placesBelow);
  }

  private static long gain(int left, int right, int[] first, int[] places) {
    int leftEnd = first[left + 1];
    int rightEnd = first[right + 1];
    long gain = 0;
    int below = first[right];
    int notAbove = first[right];
    for (int i = first[left]; i < leftEnd; i++) {
      int place = places[i];
      while (below < rightEnd && places[below] < place) {
        below++;
      }
      while (notAbove < rightEnd && places[notAbove] <= place) {
        notAbove++;
      }
      gain += (below - first[right]) - (rightEnd - notAbove);
    }
    return gain;
  }
}
