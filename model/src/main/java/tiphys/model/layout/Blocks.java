// SPDX-License-Identifier: Apache-2.0
package tiphys.model.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A graph for a layout in which many nodes that wait for the same ones, and that the same ones wait
 * for, are one: side by side they would be a line that nobody can read. Such a block has its nodes
 * in rows, with room for their edges beside the columns.
 *
 * @param unit of each node, the node of the smaller graph that it is in
 * @param place of each node, its number within its unit
 * @param sizes how many nodes each unit has; 1 for what is no block
 * @param edge of each edge, its number in the smaller graph
 * @param from and {@code to} the edges of the smaller graph
 */
@SuppressWarnings("ArrayRecordComponent") // compared never, copied never
record Blocks(
    int[] unit, int[] place, int[] sizes, int[] edge, int[] from, int[] to, Heading heading) {
  /** So many still stand side by side. */
  static final int MOST_BESIDE = 24;

  /** Between the rows of a block: room for edges to turn. */
  static final double GAP_ALONG = 44;

  /** How far beside a column its edges run. */
  static final double LANE = 14;

  /** Of a whole block, as people hold pictures. */
  private static final double WIDE_BY_HIGH = 1.6;

  /** What nodes must have in common. */
  private record Kin(List<Integer> before, List<Integer> after) {}

  /** The graph as it is. */
  static Blocks none(int nodes, int[] from, int[] to, Heading heading) {
    int[] ones = new int[nodes];
    Arrays.fill(ones, 1);
    return new Blocks(
        counted(nodes), new int[nodes], ones, counted(from.length), from, to, heading);
  }

  private static int[] counted(int count) {
    int[] numbers = new int[count];
    Arrays.setAll(numbers, i -> i);
    return numbers;
  }

  /** O(nodes + edges · log(edges)). */
  static Blocks of(int nodes, int[] from, int[] to, Heading heading) {
    if (nodes <= MOST_BESIDE) {
      return none(nodes, from, to, heading);
    }
    Map<Kin, List<Integer>> alike = alike(nodes, from, to);
    if (alike.values().stream().noneMatch(set -> set.size() > MOST_BESIDE)) {
      return none(nodes, from, to, heading);
    }
    int[] unit = new int[nodes];
    int[] place = new int[nodes];
    Arrays.fill(unit, -1);
    List<Integer> sizes = new ArrayList<>();
    Map<Integer, List<Integer>> byFirst = new HashMap<>();
    alike.values().stream()
        .filter(set -> set.size() > MOST_BESIDE)
        .forEach(set -> byFirst.put(set.getFirst(), set));
    for (int v = 0; v < nodes; v++) {
      if (unit[v] < 0) {
        List<Integer> members = byFirst.getOrDefault(v, List.of(v));
        for (int i = 0; i < members.size(); i++) {
          unit[members.get(i)] = sizes.size();
          place[members.get(i)] = i;
        }
        sizes.add(members.size());
      }
    }
    return joined(
        unit, place, sizes.stream().mapToInt(Integer::intValue).toArray(), from, to, heading);
  }

  private static Map<Kin, List<Integer>> alike(int nodes, int[] from, int[] to) {
    List<List<Integer>> before = new ArrayList<>();
    List<List<Integer>> after = new ArrayList<>();
    for (int v = 0; v < nodes; v++) {
      before.add(new ArrayList<>());
      after.add(new ArrayList<>());
    }
    for (int e = 0; e < from.length; e++) {
      before.get(to[e]).add(from[e]);
      after.get(from[e]).add(to[e]);
    }
    Map<Kin, List<Integer>> alike = new LinkedHashMap<>();
    for (int v = 0; v < nodes; v++) {
      before.get(v).sort(null);
      after.get(v).sort(null);
      alike.computeIfAbsent(new Kin(before.get(v), after.get(v)), _ -> new ArrayList<>()).add(v);
    }
    return alike;
  }

  private static Blocks joined(
      int[] unit, int[] place, int[] sizes, int[] from, int[] to, Heading heading) {
    Map<Long, Integer> known = new HashMap<>();
    int[] edge = new int[from.length];
    int[] unitFrom = new int[from.length];
    int[] unitTo = new int[from.length];
    for (int e = 0; e < from.length; e++) {
      long ends = (long) unit[from[e]] * sizes.length + unit[to[e]];
      Integer same = known.putIfAbsent(ends, known.size());
      edge[e] = same == null ? known.size() - 1 : same;
      unitFrom[edge[e]] = unit[from[e]];
      unitTo[edge[e]] = unit[to[e]];
    }
    return new Blocks(
        unit,
        place,
        sizes,
        edge,
        Arrays.copyOf(unitFrom, known.size()),
        Arrays.copyOf(unitTo, known.size()),
        heading);
  }

  boolean isBlock(int someUnit) {
    return sizes[someUnit] > 1;
  }

  /** How many nodes of a unit stand side by side. */
  int columns(int someUnit) {
    if (!isBlock(someUnit)) {
      return 1;
    }
    double along = heading.along() + GAP_ALONG;
    double wide = heading == Heading.DOWN ? WIDE_BY_HIGH : 1 / WIDE_BY_HIGH;
    return (int) Math.ceil(Math.sqrt(sizes[someUnit] * wide * along / heading.stepAcross()));
  }

  int rows(int someUnit) {
    int columns = columns(someUnit);
    return (sizes[someUnit] + columns - 1) / columns;
  }

  /** How far a unit reaches along the way. */
  double along(int someUnit) {
    return rows(someUnit) * (heading.along() + GAP_ALONG) - GAP_ALONG;
  }

  /** How far its nodes reach across the way. */
  double across(int someUnit) {
    return columns(someUnit) * heading.stepAcross() - heading.gapAcross();
  }

  /** The room that each unit needs across the way, with its outermost edges. */
  double[] widths() {
    double[] widths = new double[sizes.length];
    Arrays.setAll(widths, u -> across(u) + (isBlock(u) ? 2 * LANE : 0));
    return widths;
  }
}
