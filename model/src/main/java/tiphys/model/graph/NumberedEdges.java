// SPDX-License-Identifier: Apache-2.0
package tiphys.model.graph;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Edges between numbered nodes, for what is asked of a whole graph after each edit: plain arrays,
 * where a graph of objects takes ten times as long only to be made.
 */
final class NumberedEdges {
  private static final int NONE = -1;

  private final int nodes;
  private final int[] sources;
  private final int[] targets;

  /** The first edge that leaves a node, and the next one that leaves the same node as an edge. */
  private final int[] first;

  private final int[] next;
  private @Nullable Boolean canAllRun;

  NumberedEdges(int nodes, int[] sources, int[] targets) {
    this.nodes = nodes;
    this.sources = sources;
    this.targets = targets;
    this.first = new int[nodes];
    this.next = new int[sources.length];
    Arrays.fill(first, NONE);
    for (int edge = sources.length - 1; edge >= 0; edge--) {
      next[edge] = first[sources[edge]];
      first[sources[edge]] = edge;
    }
  }

  int source(int edge) {
    return sources[edge];
  }

  int target(int edge) {
    return targets[edge];
  }

  /** The nodes that are reached over one edge from any of those from one up to another. */
  BitSet targetsOf(int from, int to) {
    BitSet found = new BitSet();
    for (int node = from; node < to; node++) {
      for (int edge = first[node]; edge != NONE; edge = next[edge]) {
        found.set(targets[edge]);
      }
    }
    return found;
  }

  /** The first edge between two nodes; -1 where there is none, or no such node. */
  int edge(int from, int to) {
    int edge = from < 0 || to < 0 ? NONE : first[from];
    while (edge != NONE && targets[edge] != to) {
      edge = next[edge];
    }
    return edge;
  }

  /** Whether there is no cycle: every node's turn comes. O(nodes + edges) the first time. */
  boolean canAllRun() {
    Boolean known = canAllRun;
    if (known == null) {
      known = findOrder();
      canAllRun = known;
    }
    return known;
  }

  private boolean findOrder() {
    int[] waitsFor = new int[nodes];
    for (int target : targets) {
      waitsFor[target]++;
    }
    int[] ready = new int[nodes];
    int found = 0;
    for (int node = 0; node < nodes; node++) {
      if (waitsFor[node] == 0) {
        ready[found++] = node;
      }
    }
    for (int done = 0; done < found; done++) {
      for (int edge = first[ready[done]]; edge != NONE; edge = next[edge]) {
        if (--waitsFor[targets[edge]] == 0) {
          ready[found++] = targets[edge];
        }
      }
    }
    return found == nodes;
  }

  /** The nodes of a shortest way, both ends included; none if there is none. O(nodes + edges). */
  int[] shortestWay(int from, int to) {
    int[] cameFrom = new int[nodes];
    Arrays.fill(cameFrom, NONE);
    cameFrom[from] = from;
    int[] reached = new int[nodes];
    reached[0] = from;
    int found = 1;
    for (int done = 0; done < found && cameFrom[to] == NONE; done++) {
      for (int edge = first[reached[done]]; edge != NONE; edge = next[edge]) {
        if (cameFrom[targets[edge]] == NONE) {
          cameFrom[targets[edge]] = reached[done];
          reached[found++] = targets[edge];
        }
      }
    }
    return cameFrom[to] == NONE ? new int[0] : wayBack(from, to, cameFrom);
  }

  private static int[] wayBack(int from, int to, int[] cameFrom) {
    int length = 1;
    for (int node = to; node != from; node = cameFrom[node]) {
      length++;
    }
    int[] way = new int[length];
    int node = to;
    for (int i = length - 1; i >= 0; i--) {
      way[i] = node;
      node = cameFrom[node];
    }
    return way;
  }
}
