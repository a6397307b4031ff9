// SPDX-License-Identifier: Apache-2.0
package tiphys.model.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import tiphys.model.graph.NodeId;

/**
 * Puts nodes in line, or at equal distances. All nodes have one size, so to align their left sides,
 * their middles and their right sides is one and the same. No node comes to lie over another.
 */
public enum Alignment {
  /** One above the other. */
  COLUMN,
  /** Side by side. */
  ROW,
  /** The same distance from each to its neighbour on the right; heights stay. */
  SPREAD_ACROSS,
  /** The same distance from each to the next one below; columns stay. */
  SPREAD_DOWN;

  private static final double STEP_ACROSS = NodeSize.WIDTH + NodeSize.GAP_BESIDE;
  private static final double STEP_DOWN = NodeSize.HEIGHT + NodeSize.GAP_BELOW;

  /** Where the nodes go. O(n log n). @param corners where they stand; what is alone stays */
  public Map<NodeId, Point> of(Map<NodeId, Point> corners) {
    boolean isAlongX = this == ROW || this == SPREAD_ACROSS;
    List<Map.Entry<NodeId, Point>> inOrder = new ArrayList<>(corners.entrySet());
    inOrder.sort(
        Comparator.comparingDouble(
            entry -> isAlongX ? entry.getValue().x() : entry.getValue().y()));
    double[] along = values(inOrder, isAlongX ? Point::x : Point::y);
    if (this == ROW || this == COLUMN) {
      pushApart(
          along, isAlongX ? NodeSize.WIDTH : NodeSize.HEIGHT, isAlongX ? STEP_ACROSS : STEP_DOWN);
      double line = median(values(inOrder, isAlongX ? Point::y : Point::x));
      return placed(inOrder, i -> isAlongX ? new Point(along[i], line) : new Point(line, along[i]));
    }
    spread(along, isAlongX ? STEP_ACROSS : STEP_DOWN);
    return placed(
        inOrder,
        i -> {
          Point before = inOrder.get(i).getValue();
          return isAlongX ? new Point(along[i], before.y()) : new Point(before.x(), along[i]);
        });
  }

  private static double[] values(
      List<Map.Entry<NodeId, Point>> entries, ToDoubleFunction<Point> value) {
    return entries.stream().mapToDouble(entry -> value.applyAsDouble(entry.getValue())).toArray();
  }

  /** Of those that would overlap, the later one gives way by a whole step. */
  private static void pushApart(double[] along, double size, double step) {
    for (int i = 1; i < along.length; i++) {
      if (along[i] < along[i - 1] + size) {
        along[i] = along[i - 1] + step;
      }
    }
  }

  /** The first stays, and the last too where there is room enough between them. */
  private static void spread(double[] along, double least) {
    int last = along.length - 1;
    if (last < 1) {
      return;
    }
    double step = Math.max(least, (along[last] - along[0]) / last);
    for (int i = 1; i <= last; i++) {
      along[i] = along[0] + i * step;
    }
  }

  /** Where most of them are, so that few move. */
  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted.length == 0 ? 0 : sorted[(sorted.length - 1) / 2];
  }

  private static Map<NodeId, Point> placed(
      List<Map.Entry<NodeId, Point>> entries, IntFunction<Point> place) {
    Map<NodeId, Point> placed = new LinkedHashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      placed.put(entries.get(i).getKey(), place.apply(i));
    }
    return placed;
  }
}
