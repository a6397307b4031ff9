// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.picture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tiphys.model.graph.FlowEdge;
import tiphys.model.graph.NodeId;
import tiphys.model.layout.Arrangement;
import tiphys.model.layout.Box;
import tiphys.model.layout.NodeSize;
import tiphys.model.layout.Point;
import tiphys.model.symbol.DataEdge;

/**
 * Where the edges pass that data takes: beside the dependencies, from the lower side of who writes
 * to the upper side of who reads. What the template takes in comes from a rail above all cards,
 * what it gives out goes to one below. Edges of cards that are not arranged are left out.
 * Immutable; made in O(edges).
 *
 * @param routes of each edge, from where it is written to where it is read
 * @param inputs what stands for the template's inputs, where one of them is read
 * @param outputs what stands for its outputs, where one of them is written
 */
public record DataRoutes(
    List<DataEdge> edges, List<List<Point>> routes, Optional<Box> inputs, Optional<Box> outputs) {
  public static final DataRoutes NONE =
      new DataRoutes(List.of(), List.of(), Optional.empty(), Optional.empty());

  public DataRoutes {
    edges = List.copyOf(edges);
    routes = List.copyOf(routes);
  }

  /** Among cards where they stand. */
  public static DataRoutes of(Arrangement arrangement, List<DataEdge> all) {
    Optional<Box> inputs =
        Optional.of(DataPainter.inputRail(arrangement.bounds()))
            .filter(_ -> all.stream().anyMatch(edge -> edge.from().isEmpty()));
    Optional<Box> outputs =
        Optional.of(DataPainter.outputRail(arrangement.bounds()))
            .filter(_ -> all.stream().anyMatch(edge -> edge.to().isEmpty()));
    List<DataEdge> edges = new ArrayList<>(all.size());
    List<List<Point>> routes = new ArrayList<>(all.size());
    Map<NodeId, Map<NodeId, List<Point>>> bends = bends(arrangement);
    for (DataEdge edge : all) {
      Optional<Point> from =
          edge.from().isPresent()
              ? arrangement.boxOf(edge.from().get()).map(box -> beside(box, box.bottom()))
              : inputs.map(rail -> new Point(rail.x() + rail.width() / 2, rail.bottom()));
      Optional<Point> to =
          edge.to().isPresent()
              ? arrangement.boxOf(edge.to().get()).map(box -> beside(box, box.y()))
              : outputs.map(rail -> new Point(rail.x() + rail.width() / 2, rail.y()));
      if (from.isPresent() && to.isPresent()) {
        edges.add(edge);
        routes.add(route(from.get(), to.get(), bendsOf(edge, bends)));
      }
    }
    return new DataRoutes(edges, routes, inputs, outputs);
  }

  /** As far from the middle as on a card, however wide it is. */
  private static Point beside(Box box, double y) {
    double aside = (DataPainter.ACROSS - 0.5) * NodeSize.WIDTH;
    return new Point(box.x() + box.width() / 2 + aside, y);
  }

  /** Where a dependency goes around cards, the data between the same two does, too. */
  private static Map<NodeId, Map<NodeId, List<Point>>> bends(Arrangement arrangement) {
    Map<NodeId, Map<NodeId, List<Point>>> bends = new HashMap<>();
    Map<FlowEdge, List<Point>> all = arrangement.bends();
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
}
