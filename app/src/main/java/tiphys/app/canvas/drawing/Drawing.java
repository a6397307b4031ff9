// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas.drawing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tiphys.exporter.picture.HookPainter;
import tiphys.model.graph.FlowEdge;
import tiphys.model.graph.FlowGraph;
import tiphys.model.graph.FlowHook;
import tiphys.model.graph.FlowNode;
import tiphys.model.graph.NodeId;
import tiphys.model.layout.Arrangement;
import tiphys.model.layout.Box;
import tiphys.model.layout.Heading;
import tiphys.model.layout.NodeSize;
import tiphys.model.layout.Point;
import tiphys.model.layout.Route;
import tiphys.model.workflow.Behaviour;

/**
 * The nodes and edges of a scope where they stand, numbered in order of declaration, and found by
 * place. Immutable; made in O(nodes + edges), off the window's thread if large.
 */
public final class Drawing {
  public static final Drawing EMPTY = of(List.of(), List.of(), Arrangement.EMPTY);

  /** Markers, stacks, chips and hooks reach this far out of a card's box, in canvas units. */
  private static final double OVERHANG = 56;

  private final List<FlowNode> nodes;
  private final List<FlowEdge> edges;
  private final List<FlowHook> hooks;
  private final Arrangement arrangement;
  private final Map<NodeId, Integer> numbers;
  private final Point[] corners;
  private final int[] sources;
  private final int[] targets;
  private final BoxIndex nodeIndex;
  private final BoxIndex edgeIndex;

  private Drawing(
      List<FlowNode> nodes,
      List<FlowEdge> edges,
      List<FlowHook> hooks,
      Arrangement arrangement,
      Ends ends,
      Optional<Drawing> before) {
    this.nodes = nodes;
    this.edges = edges;
    this.hooks = hooks;
    this.arrangement = arrangement;
    this.sources = ends.sources();
    this.targets = ends.targets();
    Optional<Drawing> same = before.filter(this::standsAsIn);
    this.numbers = same.map(drawing -> drawing.numbers).orElseGet(() -> numbered(nodes));
    this.corners = same.map(drawing -> drawing.corners).orElseGet(this::cornersInOrder);
    this.nodeIndex =
        same.map(drawing -> drawing.nodeIndex)
            .orElseGet(() -> BoxIndex.of(corners.length, this::reach));
    this.edgeIndex =
        same.filter(this::runsAsIn)
            .map(drawing -> drawing.edgeIndex)
            .orElseGet(() -> BoxIndex.of(sources.length, this::reachOfEdge));
  }

  /** Between which nodes the edges run, by number. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Ends(int[] sources, int[] targets) {}

  /** Edges whose ends are not both among the nodes are left out. */
  public static Drawing of(List<FlowNode> nodes, List<FlowEdge> edges, Arrangement arrangement) {
    Map<NodeId, Integer> numbers = numbered(nodes);
    List<FlowEdge> drawn =
        edges.stream()
            .filter(edge -> numbers.containsKey(edge.from()) && numbers.containsKey(edge.to()))
            .toList();
    Ends ends =
        new Ends(
            drawn.stream().mapToInt(edge -> numbers.getOrDefault(edge.from(), -1)).toArray(),
            drawn.stream().mapToInt(edge -> numbers.getOrDefault(edge.to(), -1)).toArray());
    return new Drawing(List.copyOf(nodes), drawn, List.of(), arrangement, ends, Optional.empty());
  }

  /** A graph as it is arranged. @param before an earlier drawing, for what is still as it was */
  public static Drawing of(FlowGraph graph, Arrangement arrangement, Drawing before) {
    int count = graph.edges().size();
    int[] sources = new int[count];
    int[] targets = new int[count];
    for (int i = 0; i < count; i++) {
      sources[i] = graph.source(i);
      targets[i] = graph.target(i);
    }
    return new Drawing(
        graph.nodes(),
        graph.edges(),
        graph.hooks(),
        arrangement,
        new Ends(sources, targets),
        Optional.of(before));
  }

  /** The same within a frame, where nothing runs at moments of the workflow. */
  public static Drawing inside(FlowGraph graph, Arrangement arrangement, Drawing before) {
    Drawing whole = of(graph, arrangement, before);
    return graph.hooks().isEmpty()
        ? whole
        : new Drawing(
            graph.nodes(),
            graph.edges(),
            List.of(),
            arrangement,
            new Ends(whole.sources, whole.targets),
            Optional.of(whole));
  }

  private static Map<NodeId, Integer> numbered(List<FlowNode> nodes) {
    Map<NodeId, Integer> numbers = new HashMap<>(nodes.size() * 2);
    for (int i = 0; i < nodes.size(); i++) {
      numbers.put(nodes.get(i).id(), i);
    }
    return numbers;
  }

  private Point[] cornersInOrder() {
    Point[] inOrder = new Point[nodes.size()];
    for (int i = 0; i < inOrder.length; i++) {
      inOrder[i] = arrangement.corners().getOrDefault(nodes.get(i).id(), new Point(0, 0));
    }
    return inOrder;
  }

  /** Whether the same nodes stand at the same places. */
  @SuppressWarnings("ReferenceEquality") // an arrangement that an edit left alone is the same
  private boolean standsAsIn(Drawing before) {
    if (before.arrangement != arrangement || before.nodes.size() != nodes.size()) {
      return false;
    }
    for (int i = 0; i < nodes.size(); i++) {
      if (!before.nodes.get(i).id().equals(nodes.get(i).id())) {
        return false;
      }
    }
    return true;
  }

  /** Whether the edges run between the same nodes, which stand where they stood, the same way. */
  private boolean runsAsIn(Drawing before) {
    return Arrays.equals(sources, before.sources)
        && Arrays.equals(targets, before.targets)
        && (arrangement.bends().isEmpty() || edges.equals(before.edges));
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

  /** The box around all cards, and what runs at moments of the workflow below them. */
  public Box bounds() {
    Box all = arrangement.bounds();
    return hooks.isEmpty()
        ? all
        : new Box(all.x(), all.y(), all.width(), all.height() + HookPainter.END_REACH);
  }

  /** What runs at moments of the whole workflow. */
  public List<FlowHook> hooks() {
    return hooks;
  }

  /** Where the hook of a task, or of the workflow, is drawn; empty where only its number is. */
  public Optional<Box> boxOf(Optional<NodeId> owner, FlowHook hook) {
    if (owner.isEmpty()) {
      int number = hooks.indexOf(hook);
      return number < 0
          ? Optional.empty()
          : Optional.of(HookPainter.endBoxOf(arrangement.bounds(), hooks.size(), number));
    }
    int node = numberOf(owner.get());
    int number = node < 0 ? -1 : nodes.get(node).hooks().indexOf(hook);
    return number < 0 || number >= HookPainter.shown(nodes.get(node))
        ? Optional.empty()
        : Optional.of(HookPainter.boxOf(nodes.get(node), corners[node], number));
  }

  public Optional<FlowNode> node(NodeId id) {
    return Optional.ofNullable(numbers.get(id)).map(nodes::get);
  }

  /** A node's number, or -1. */
  public int numberOf(NodeId id) {
    return numbers.getOrDefault(id, -1);
  }

  /** The numbers of those of some nodes that are here. */
  public BitSet numbersOf(Set<NodeId> ids) {
    BitSet found = new BitSet();
    for (NodeId id : ids) {
      int number = numberOf(id);
      if (number >= 0) {
        found.set(number);
      }
    }
    return found;
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

  /** Whether an edge comes from or to a card whose text cannot be read now. */
  public boolean isLost(int edge) {
    return nodes.get(sources[edge]).has(Behaviour.LOST)
        || nodes.get(targets[edge]).has(Behaviour.LOST);
  }

  public Box box(int node) {
    return arrangement.frames().isEmpty()
        ? new Box(corners[node].x(), corners[node].y(), NodeSize.WIDTH, NodeSize.HEIGHT)
        : arrangement.boxAt(nodes.get(node).id(), corners[node]);
  }

  /** Whether a node is drawn with its inside. */
  public boolean isFrame(int node) {
    return !arrangement.frames().isEmpty()
        && arrangement.frames().containsKey(nodes.get(node).id());
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

  /** Which way its edges run. */
  public Heading heading() {
    return arrangement.heading();
  }

  /** Where an edge passes. */
  public Route route(int edge) {
    return Route.between(
        box(sources[edge]), bendsOf(edges.get(edge)), box(targets[edge]), heading());
  }

  /** Whether cards of the same kinds stand at the same places: all that is seen from far away. */
  public boolean looksFromAfarAs(Drawing other) {
    if (corners.length != other.corners.length
        || !arrangement.frames().equals(other.arrangement.frames())) {
      return false;
    }
    for (int i = 0; i < corners.length; i++) {
      if (nodes.get(i).kind() != other.nodes.get(i).kind()
          || !corners[i].equals(other.corners[i])) {
        return false;
      }
    }
    return true;
  }

  /** Boxes around what another drawing of this scope has elsewhere, in another way or not. */
  public List<Box> changesSince(Drawing before) {
    List<Box> boxes = new ArrayList<>();
    if (!hooks.equals(before.hooks) || !arrangement.bounds().equals(before.arrangement.bounds())) {
      before.endOfAll().ifPresent(boxes::add);
      endOfAll().ifPresent(boxes::add);
    }
    Difference.between(
            before.corners.length, corners.length, (was, is) -> isSameNode(before, was, is))
        .forEach(was -> boxes.add(before.reach(was)), is -> boxes.add(reach(is)));
    Difference.between(
            before.sources.length, sources.length, (was, is) -> isSameEdge(before, was, is))
        .forEach(was -> boxes.add(before.reachOfEdge(was)), is -> boxes.add(reachOfEdge(is)));
    return boxes;
  }

  /** The box around what runs at moments of the workflow. */
  private Optional<Box> endOfAll() {
    if (hooks.isEmpty()) {
      return Optional.empty();
    }
    Box all = arrangement.bounds();
    Box first = HookPainter.endBoxOf(all, hooks.size(), 0);
    Box last = HookPainter.endBoxOf(all, hooks.size(), hooks.size() - 1);
    double left = Math.min(all.x(), first.x());
    double right = Math.max(all.right(), last.right());
    return Optional.of(
        new Box(left - 4, all.bottom(), right - left + 8, HookPainter.END_REACH + 4));
  }

  private boolean isSameNode(Drawing before, int was, int is) {
    return before.box(was).equals(box(is)) && before.nodes.get(was).equals(nodes.get(is));
  }

  private boolean isSameEdge(Drawing before, int was, int is) {
    FlowEdge old = before.edges.get(was);
    FlowEdge now = edges.get(is);
    return old.equals(now)
        && before.isLost(was) == isLost(is)
        && before.box(before.sources[was]).equals(box(sources[is]))
        && before.box(before.targets[was]).equals(box(targets[is]))
        && before.bendsOf(old).equals(bendsOf(now));
  }

  private List<Point> bendsOf(FlowEdge edge) {
    return arrangement.bends().isEmpty()
        ? List.of()
        : arrangement.bends().getOrDefault(edge, List.of());
  }

  /** The box around all that a node may show. */
  public Box reach(int node) {
    return reachOf(box(node));
  }

  /** The box around all that a node with some box may show. */
  public static Box reachOf(Box box) {
    return new Box(
        box.x() - OVERHANG,
        box.y() - OVERHANG,
        box.width() + 2 * OVERHANG,
        box.height() + 2 * OVERHANG);
  }

  /** The same for a card with some corner. */
  public static Box reachOf(Point corner) {
    return reachOf(new Box(corner.x(), corner.y(), NodeSize.WIDTH, NodeSize.HEIGHT));
  }

  public Box reachOfEdge(int edge) {
    return around(route(edge));
  }

  /** Curves leave their straight route by at most half the gap between layers. */
  private static Box around(Route route) {
    Box all = Box.around(route.points());
    double slack = route.heading().gapAlong() / 2;
    return new Box(
        all.x() - slack, all.y() - slack, all.width() + 2 * slack, all.height() + 2 * slack);
  }
}
