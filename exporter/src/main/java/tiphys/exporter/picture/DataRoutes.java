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
import tiphys.model.layout.Heading;
import tiphys.model.layout.Point;
import tiphys.model.layout.Route;
import tiphys.model.symbol.DataEdge;

/**
 * Where the edges pass that data takes: beside the dependencies, from the far side of who writes to
 * the near side of who reads. What the template takes in comes from a rail before all cards, what
 * it gives out goes to one behind. Edges of cards that are not arranged are left out. Immutable;
 * made in O(edges).
 *
 * @param routes of each edge, from where it is written to where it is read
 * @param inputs what stands for the template's inputs, where one of them is read
 * @param outputs what stands for its outputs, where one of them is written
 */
public record DataRoutes(
    List<DataEdge> edges, List<Route> routes, Optional<Box> inputs, Optional<Box> outputs) {
  public static final DataRoutes NONE =
      new DataRoutes(List.of(), List.of(), Optional.empty(), Optional.empty());

  public DataRoutes {
    edges = List.copyOf(edges);
    routes = List.copyOf(routes);
  }

  /** Among cards where they stand. */
  public static DataRoutes of(Arrangement arrangement, List<DataEdge> all) {
    Heading heading = arrangement.heading();
    Optional<Box> inputs =
        Optional.of(DataPainter.inputRail(arrangement.bounds(), heading))
            .filter(_ -> all.stream().anyMatch(edge -> edge.from().isEmpty()));
    Optional<Box> outputs =
        Optional.of(DataPainter.outputRail(arrangement.bounds(), heading))
            .filter(_ -> all.stream().anyMatch(edge -> edge.to().isEmpty()));
    List<DataEdge> edges = new ArrayList<>(all.size());
    List<Route> routes = new ArrayList<>(all.size());
    Map<NodeId, Map<NodeId, List<Point>>> bends = bends(arrangement);
    for (DataEdge edge : all) {
      Optional<Point> from =
          edge.from().isPresent()
              ? arrangement.boxOf(edge.from().get()).map(box -> end(box, aside(heading), heading))
              : inputs.map(rail -> end(rail, 0, heading));
      Optional<Point> to =
          edge.to().isPresent()
              ? arrangement.boxOf(edge.to().get()).map(box -> start(box, aside(heading), heading))
              : outputs.map(rail -> start(rail, 0, heading));
      if (from.isPresent() && to.isPresent()) {
        edges.add(edge);
        routes.add(route(from.get(), to.get(), bendsOf(edge, bends), heading));
      }
    }
    return new DataRoutes(edges, routes, inputs, outputs);
  }

  /** As far from the middle as on a card, however wide something is. */
  private static double aside(Heading heading) {
    return (DataPainter.ACROSS - 0.5) * heading.across();
  }

  private static Point start(Box box, double aside, Heading heading) {
    Box down = heading.turned(box);
    return heading.turned(new Point(down.x() + down.width() / 2 + aside, down.y()));
  }

  private static Point end(Box box, double aside, Heading heading) {
    Box down = heading.turned(box);
    return heading.turned(new Point(down.x() + down.width() / 2 + aside, down.bottom()));
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

  private static Route route(Point from, Point to, List<Point> bends, Heading heading) {
    Point aside = heading.turned(new Point(aside(heading) / 2, 0));
    List<Point> route = new ArrayList<>(bends.size() + 2);
    route.add(from);
    bends.forEach(bend -> route.add(new Point(bend.x() + aside.x(), bend.y() + aside.y())));
    route.add(to);
    return new Route(route, heading);
  }
}
