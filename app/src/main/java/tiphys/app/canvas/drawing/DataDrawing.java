// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas.drawing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tiphys.exporter.picture.DataPainter;
import tiphys.model.graph.FlowEdge;
import tiphys.model.graph.NodeId;
import tiphys.model.layout.Box;
import tiphys.model.layout.NodeSize;
import tiphys.model.layout.Point;
import tiphys.model.symbol.DataEdge;

/**
 * The edges that data takes, over a drawing: beside the dependencies, from the lower side of who
 * writes to the upper side of who reads. What the template takes in comes from a rail above all
 * cards, what it gives out goes to one below. Immutable; made in O(edges).
 */
public final class DataDrawing {
  public static final DataDrawing NONE = new DataDrawing(Drawing.EMPTY, List.of());

  private final List<DataEdge> edges;
  private final List<List<Point>> routes;
  private final Optional<Box> inputs;
  private final Optional<Box> outputs;
  private final BoxIndex index;

  private DataDrawing(Drawing drawing, List<DataEdge> all) {
    Box bounds = drawing.arrangement().bounds();
    boolean hasInputs = all.stream().anyMatch(edge -> edge.from().isEmpty());
    boolean hasOutputs = all.stream().anyMatch(edge -> edge.to().isEmpty());
    this.inputs = hasInputs ? Optional.of(DataPainter.inputRail(bounds)) : Optional.empty();
    this.outputs = hasOutputs ? Optional.of(DataPainter.outputRail(bounds)) : Optional.empty();
    this.edges = new ArrayList<>(all.size());
    this.routes = new ArrayList<>(all.size());
    Map<NodeId, Map<NodeId, List<Point>>> bends = bends(drawing);
    for (DataEdge edge : all) {
      Optional<Point> from =
          edge.from().map(node -> start(drawing, node)).orElseGet(() -> inputs.map(Port.OUT::of));
      Optional<Point> to =
          edge.to().map(node -> end(drawing, node)).orElseGet(() -> outputs.map(Port.IN::of));
      if (from.isPresent() && to.isPresent()) {
        edges.add(edge);
        routes.add(route(from.get(), to.get(), bendsOf(edge, bends)));
      }
    }
    this.index = BoxIndex.of(routes.size(), i -> around(routes.get(i)));
  }

  /** Those of a scope over its drawing. @param before what was shown, kept where it is the same */
  public static DataDrawing of(Drawing drawing, List<DataEdge> edges, DataDrawing before) {
    if (edges.isEmpty()) {
      return NONE;
    }
    DataDrawing made = new DataDrawing(drawing, edges);
    return made.looksLike(before) ? before : made;
  }

  private boolean looksLike(DataDrawing other) {
    return edges.equals(other.edges) && routes.equals(other.routes);
  }

  private static Optional<Point> start(Drawing drawing, NodeId node) {
    return drawing
        .boxOf(node)
        .map(box -> new Point(box.x() + DataPainter.ACROSS * box.width(), box.bottom()));
  }

  private static Optional<Point> end(Drawing drawing, NodeId node) {
    return drawing
        .boxOf(node)
        .map(box -> new Point(box.x() + DataPainter.ACROSS * box.width(), box.y()));
  }

  /** Where a dependency goes around cards, the data between the same two does, too. */
  private static Map<NodeId, Map<NodeId, List<Point>>> bends(Drawing drawing) {
    Map<NodeId, Map<NodeId, List<Point>>> bends = new HashMap<>();
    Map<FlowEdge, List<Point>> all = drawing.arrangement().bends();
    all.forEach(
        (edge, way) ->
            bends.computeIfAbsent(edge.from(), _ -> new HashMap<>()).put(edge.to(), way));
    return bends;
  }

  private static List<Point> bendsOf(DataEdge edge, Map<NodeId, Map<NodeId, List<Point>>> bends) {
    return edge.from().isEmpty() || edge.to().isEmpty()
        ? List.of()
        : bends.getOrDefault(edge.from().get(), Map.of()).getOrDefault(edge.to().get(), List.of());
  }

  private static List<Point> route(Point from, Point to, List<Point> bends) {
    double aside = (DataPainter.ACROSS - 0.5) * NodeSize.WIDTH / 2;
    List<Point> route = new ArrayList<>(bends.size() + 2);
    route.add(from);
    bends.forEach(bend -> route.add(new Point(bend.x() + aside, bend.y())));
    route.add(to);
    return route;
  }

  /** The curves of edges that go up leave their straight way by half of its height. */
  private static Box around(List<Point> route) {
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
    double slack = Math.max(NodeSize.GAP_BELOW / 2, (bottom - top) / 3);
    double beside = DataPainter.LABEL_ROOM / 2;
    return new Box(left - beside, top - slack, right - left + 2 * beside, bottom - top + 2 * slack);
  }

  public boolean isEmpty() {
    return edges.isEmpty();
  }

  public List<DataEdge> edges() {
    return edges;
  }

  /** Where an edge passes, from where it is written to where it is read. */
  public List<Point> route(int edge) {
    return routes.get(edge);
  }

  /** The box around all that an edge shows, its label included. */
  public Box reach(int edge) {
    return around(routes.get(edge));
  }

  /** Edges that may show inside a box. */
  public int[] in(Box box) {
    return index.meeting(box);
  }

  /** Those that a task writes or reads. O(edges). */
  public int[] of(NodeId node) {
    int[] found = new int[edges.size()];
    int count = 0;
    for (int i = 0; i < edges.size(); i++) {
      if (edges.get(i).from().filter(node::equals).isPresent()
          || edges.get(i).to().filter(node::equals).isPresent()) {
        found[count++] = i;
      }
    }
    return Arrays.copyOf(found, count);
  }

  public Optional<Box> inputs() {
    return inputs;
  }

  public Optional<Box> outputs() {
    return outputs;
  }
}
