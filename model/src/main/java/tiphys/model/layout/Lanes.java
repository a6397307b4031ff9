// SPDX-License-Identifier: Apache-2.0
package tiphys.model.layout;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import tiphys.model.graph.FlowEdge;
import tiphys.model.graph.NodeId;

/**
 * Where long edges pass between nodes that a layout has put in place. They hold as long as both of
 * their ends stay where they are.
 *
 * @param byEnds the points from the first end to the second
 */
public record Lanes(Map<Ends, List<Point>> byEnds) {
  public static final Lanes NONE = new Lanes(Map.of());

  /** Between which nodes an edge runs, whatever it asks for. */
  public record Ends(NodeId from, NodeId to) {
    boolean has(Set<NodeId> nodes) {
      return nodes.contains(from) || nodes.contains(to);
    }
  }

  public Lanes {
    byEnds = Map.copyOf(byEnds);
  }

  /** The bends of an arrangement, to be kept. */
  public static Lanes of(Arrangement arrangement) {
    Map<Ends, List<Point>> lanes = new HashMap<>();
    arrangement.bends().forEach((edge, bends) -> lanes.put(ends(edge), List.copyOf(bends)));
    return new Lanes(lanes);
  }

  /** The points that an edge passes; none where it has no lane. */
  public List<Point> of(FlowEdge edge) {
    return byEnds.isEmpty() ? List.of() : byEnds.getOrDefault(ends(edge), List.of());
  }

  public boolean isEmpty() {
    return byEnds.isEmpty();
  }

  /** Without those that lead to or from some nodes. */
  public Lanes without(Set<NodeId> nodes) {
    if (byEnds.isEmpty()) {
      return this;
    }
    Map<Ends, List<Point>> left = new HashMap<>(byEnds);
    left.keySet().removeIf(ends -> ends.has(nodes));
    return new Lanes(left);
  }

  /** With those of others as well, which count where both have one. */
  public Lanes with(Lanes others) {
    Map<Ends, List<Point>> all = new HashMap<>(byEnds);
    all.putAll(others.byEnds);
    return new Lanes(all);
  }

  /** With a node under its new name. */
  public Lanes renamed(NodeId from, NodeId to) {
    UnaryOperator<NodeId> now = node -> node.equals(from) ? to : node;
    Map<Ends, List<Point>> renamed = new HashMap<>();
    byEnds.forEach(
        (ends, lane) -> renamed.put(new Ends(now.apply(ends.from), now.apply(ends.to)), lane));
    return new Lanes(renamed);
  }

  private static Ends ends(FlowEdge edge) {
    return new Ends(edge.from(), edge.to());
  }
}
