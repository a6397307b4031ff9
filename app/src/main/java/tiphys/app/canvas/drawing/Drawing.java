// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas.drawing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tiphys.model.graph.FlowEdge;
import tiphys.model.graph.FlowNode;
import tiphys.model.graph.NodeId;
import tiphys.model.layout.Arrangement;
import tiphys.model.layout.Box;
import tiphys.model.layout.NodeSize;
import tiphys.model.layout.Point;

/**
 * The nodes and edges of a scope where they stand, numbered in order of declaration, and found by
 * place. Immutable; made in O(nodes + edges), off the window's thread if large.
 */
public final class Drawing {
  public static final Drawing EMPTY = of(List.of(), List.of(), Arrangement.EMPTY);

  /** Markers, stacks and chips reach this far out of a card's box, in canvas units. */
  private static final double OVERHANG = 28;

  private final List<FlowNode> nodes;
  private final List<FlowEdge> edges;
  private final Arrangement arrangement;
  private final Map<NodeId, Integer> numbers;
  private final Point[] corners;
  private final int[] sources;
  private final int[] targets;
  private final BoxIndex nodeIndex;
  private final BoxIndex edgeIndex;

  private Drawing(List<FlowNode> nodes, List<FlowEdge> edges, Arrangement arrangement) {
    this.nodes = nodes;
    this.edges = edges;
    this.arrangement = arrangement;
    this.numbers = new HashMap<>(nodes.size() * 2);
    this.corners = new Point[nodes.size()];
    for (int i = 0; i < corners.length; i++) {
      NodeId id = nodes.get(i).id();
      numbers.put(id, i);
      corners[i] = arrangement.corners().getOrDefault(id, new Point(0, 0));
    }
    this.sources = edges.stream().mapToInt(edge -> numbers.getOrDefault(edge.from(), -1)).toArray();
    this.targets = edges.stream().mapToInt(edge -> numbers.getOrDefault(edge.to(), -1)).toArray();
    this.nodeIndex = BoxIndex.of(corners.length, i -> reachOf(corners[i]));
    this.edgeIndex = BoxIndex.of(sources.length, this::reachOfEdge);
  }

  /** Edges whose ends are not both among the nodes are left out. */
  public static Drawing of(List<FlowNode> nodes, List<FlowEdge> edges, Arrangement arrangement) {
    Set<NodeId> known = new HashSet<>(nodes.size() * 2);
    nodes.forEach(node -> known.add(node.id()));
    List<FlowEdge> drawn =
        edges.stream()
            .filter(edge -> known.contains(edge.from()) && known.contains(edge.to()))
            .toList();
    return new Drawing(List.copyOf(nodes), drawn, arrangement);
  }

  public List<FlowNode> nodes() {
    return nodes;
  }

  public List<FlowEdge> edges() {
    return edges;
  }

  public Arrangement arrangement() {
    return arrangement;
  }

  public boolean isEmpty() {
    return nodes.isEmpty();
  }

  /** The box around all cards. */
  public Box bounds() {
    return arrangement.bounds();
  }

  public Optional<FlowNode> node(NodeId id) {
    return Optional.ofNullable(numbers.get(id)).map(nodes::get);
  }

  /** A node's number, or -1. */
  public int numberOf(NodeId id) {
    return numbers.getOrDefault(id, -1);
  }

  public Point corner(int node) {
    return corners[node];
  }

  public int source(int edge) {
    return sources[edge];
  }

  public int target(int edge) {
    return targets[edge];
  }

  public Box box(int node) {
    return new Box(corners[node].x(), corners[node].y(), NodeSize.WIDTH, NodeSize.HEIGHT);
  }

  public Optional<Box> boxOf(NodeId id) {
    return Optional.ofNullable(numbers.get(id)).map(this::box);
  }

  /** Nodes that show anything inside a box, in order of declaration. */
  public int[] nodesIn(Box box) {
    return nodeIndex.meeting(box);
  }

  /** Edges that may show inside a box, in order of declaration. */
  public int[] edgesIn(Box box) {
    return edgeIndex.meeting(box);
  }

  /** Where an edge passes: from the middle of its source's lower side to its target's upper one. */
  public List<Point> route(int edge) {
    List<Point> bends = bendsOf(edges.get(edge));
    List<Point> route = new ArrayList<>(bends.size() + 2);
    route.add(Port.OUT.of(box(sources[edge])));
    route.addAll(bends);
    route.add(Port.IN.of(box(targets[edge])));
    return route;
  }

  /** Boxes around what another drawing of this scope has elsewhere, in another way or not. */
  public List<Box> changesSince(Drawing before) {
    List<Box> boxes = new ArrayList<>();
    Difference.between(
            before.corners.length, corners.length, (was, is) -> isSameNode(before, was, is))
        .forEach(
            was -> boxes.add(reachOf(before.corners[was])), is -> boxes.add(reachOf(corners[is])));
    Difference.between(
            before.sources.length, sources.length, (was, is) -> isSameEdge(before, was, is))
        .forEach(was -> boxes.add(before.reachOfEdge(was)), is -> boxes.add(reachOfEdge(is)));
    return boxes;
  }

  private boolean isSameNode(Drawing before, int was, int is) {
    return before.corners[was].equals(corners[is]) && before.nodes.get(was).equals(nodes.get(is));
  }

  private boolean isSameEdge(Drawing before, int was, int is) {
    FlowEdge old = before.edges.get(was);
    FlowEdge now = edges.get(is);
    return old.equals(now)
        && before.corners[before.sources[was]].equals(corners[sources[is]])
        && before.corners[before.targets[was]].equals(corners[targets[is]])
        && before.bendsOf(old).equals(bendsOf(now));
  }

  private List<Point> bendsOf(FlowEdge edge) {
    return arrangement.bends().isEmpty()
        ? List.of()
        : arrangement.bends().getOrDefault(edge, List.of());
  }

  /** The box around all that a node with some corner may show. */
  public static Box reachOf(Point corner) {
    return new Box(
        corner.x() - OVERHANG,
        corner.y() - OVERHANG,
        NodeSize.WIDTH + 2 * OVERHANG,
        NodeSize.HEIGHT + 2 * OVERHANG);
  }

  public Box reachOfEdge(int edge) {
    return boxAround(route(edge));
  }

  /** Curves leave their straight route by at most half the gap between layers. */
  private static Box boxAround(List<Point> route) {
    double left = Double.POSITIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (Point point : route) {
      left = Math.min(left, point.x());
      top = Math.min(top, point.y());
      right = Math.max(right, point.x());
      bottom = Math.max(bottom, point.y());
    }
    double slack = NodeSize.GAP_BELOW / 2;
    return new Box(left - slack, top - slack, right - left + 2 * slack, bottom - top + 2 * slack);
  }
}
