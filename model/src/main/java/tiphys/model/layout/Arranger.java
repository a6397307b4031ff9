// SPDX-License-Identifier: Apache-2.0
package tiphys.model.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tiphys.model.graph.FlowEdge;
import tiphys.model.graph.FlowGraph;
import tiphys.model.graph.FlowGroup;
import tiphys.model.graph.FlowNode;
import tiphys.model.graph.NodeId;

/**
 * Decides where the nodes of a scope stand. What the user placed stays; what stood somewhere before
 * stays there; what is new goes below the nodes that it runs after. Only where nothing is known is
 * the whole laid out.
 */
public final class Arranger {
  private Arranger() {}

  /**
   * The arrangement of a graph, given what is known.
   *
   * @param heading which way it runs
   * @param chosen the user's places
   * @param lanes of long edges between them
   * @param previous how the same scope stood before the last change
   */
  public static Arrangement arrange(
      FlowGraph graph,
      Heading heading,
      Map<NodeId, Point> chosen,
      Lanes lanes,
      Optional<Arrangement> previous) {
    Optional<Arrangement> known =
        previous
            .filter(before -> before.heading() == heading)
            .or(() -> untouched(graph, heading, chosen));
    Function<Integer, Optional<Point>> earlier =
        known.map(before -> carriedOver(graph, before)).orElse(_ -> Optional.empty());
    Map<NodeId, Point> corners = new LinkedHashMap<>(graph.nodes().size() * 2);
    List<FlowNode> homeless = new ArrayList<>();
    for (int i = 0; i < graph.nodes().size(); i++) {
      FlowNode node = graph.nodes().get(i);
      Point corner = chosen.get(node.id());
      if (corner == null) {
        corner = earlier.apply(i).orElse(null);
      }
      if (corner == null) {
        homeless.add(node);
      } else {
        corners.put(node.id(), corner);
      }
    }
    if (corners.isEmpty()) {
      return tidy(graph, heading);
    }
    settle(homeless, graph, heading, corners);
    if (!graph.groups().isEmpty() && !isInGroups(graph, heading, corners)) {
      return tidy(graph, heading);
    }
    return new Arrangement(
            homeless.isEmpty() ? corners : inOrder(graph, corners),
            bends(graph, corners, lanes, known),
            boundsOf(corners))
        .heading(heading);
  }

  /**
   * How a graph stood before a few of its nodes were moved by hand; empty where most were. What
   * nobody moved stands there when the file is opened again.
   */
  private static Optional<Arrangement> untouched(
      FlowGraph graph, Heading heading, Map<NodeId, Point> chosen) {
    long moved = graph.nodes().stream().filter(node -> chosen.containsKey(node.id())).count();
    return moved > 0 && moved * 2 < graph.nodes().size()
        ? Optional.of(tidy(graph, heading))
        : Optional.empty();
  }

  /** A fresh layered drawing of the whole graph, regardless of what stood where. */
  public static Arrangement tidy(FlowGraph graph, Heading heading) {
    return graph.nodes().isEmpty()
        ? Arrangement.EMPTY.heading(heading)
        : new TidyDrawing(graph, heading).arrangement();
  }

  /** All nodes in rows, whatever they wait for: at once, however many there are. */
  public static Arrangement inRows(FlowGraph graph, Heading heading) {
    return new TidyDrawing(graph.nodes(), List.of(), List.of(), heading).arrangement();
  }

  /** A fresh layered drawing of some nodes among others that stay where they stand. */
  public static Arrangement tidy(
      FlowGraph graph, Heading heading, Map<NodeId, Point> standing, Set<NodeId> nodes) {
    return new PartDrawing(graph, heading, standing, nodes).arrangement();
  }

  /** Whether every step group stands behind the one before it: what else would its band mean. */
  private static boolean isInGroups(FlowGraph graph, Heading heading, Map<NodeId, Point> corners) {
    double bottom = Double.NEGATIVE_INFINITY;
    for (FlowGroup group : graph.groups()) {
      List<Point> places = placesOf(group.members(), heading, corners);
      double top = places.stream().mapToDouble(Point::y).min().orElse(bottom);
      if (top < bottom) {
        return false;
      }
      bottom = places.stream().mapToDouble(at -> at.y() + heading.along()).max().orElse(bottom);
    }
    return true;
  }

  /**
   * The place of a node by its position; one that was only renamed is known by standing where the
   * lost one stood in the order.
   */
  private static Function<Integer, Optional<Point>> carriedOver(
      FlowGraph graph, Arrangement before) {
    boolean isSameSize = before.corners().size() == graph.nodes().size();
    List<Point> inOrder = isSameSize ? List.copyOf(before.corners().values()) : List.of();
    return position -> {
      Point known = before.corners().get(graph.nodes().get(position).id());
      return known == null && isSameSize
          ? Optional.of(inOrder.get(position))
          : Optional.ofNullable(known);
    };
  }

  private static void settle(
      List<FlowNode> homeless, FlowGraph graph, Heading heading, Map<NodeId, Point> corners) {
    if (homeless.isEmpty()) {
      return;
    }
    Room room = new Room(heading);
    corners.values().forEach(room::take);
    Set<NodeId> wanted = new HashSet<>();
    homeless.forEach(node -> wanted.add(node.id()));
    Map<NodeId, List<NodeId>> leaders = new HashMap<>();
    Map<NodeId, List<NodeId>> followers = new HashMap<>();
    for (FlowEdge edge : graph.edges()) {
      if (wanted.contains(edge.to())) {
        leaders.computeIfAbsent(edge.to(), id -> new ArrayList<>()).add(edge.from());
      }
      if (wanted.contains(edge.from())) {
        followers.computeIfAbsent(edge.from(), id -> new ArrayList<>()).add(edge.to());
      }
    }
    for (FlowNode node : homeless) {
      List<Point> above = placesOf(leaders.getOrDefault(node.id(), List.of()), heading, corners);
      List<Point> below = placesOf(followers.getOrDefault(node.id(), List.of()), heading, corners);
      Point corner = room.takeNear(heading.turned(wish(above, below, heading, corners)));
      corners.put(node.id(), corner);
    }
  }

  /** As if it ran down. */
  private static Point wish(
      List<Point> above, List<Point> below, Heading heading, Map<NodeId, Point> corners) {
    double step = heading.stepAlong();
    if (!above.isEmpty()) {
      return new Point(meanX(above), above.stream().mapToDouble(Point::y).max().orElse(0) + step);
    }
    if (!below.isEmpty()) {
      return new Point(meanX(below), below.stream().mapToDouble(Point::y).min().orElse(0) - step);
    }
    Box bounds = heading.turned(boundsOf(corners));
    return new Point(bounds.right() + heading.gapAcross(), bounds.y());
  }

  /** As if they ran down. */
  private static List<Point> placesOf(
      List<NodeId> nodes, Heading heading, Map<NodeId, Point> corners) {
    List<Point> places = new ArrayList<>();
    for (NodeId node : nodes) {
      Point place = corners.get(node);
      if (place != null) {
        places.add(heading.turned(place));
      }
    }
    return places;
  }

  private static double meanX(List<Point> places) {
    return places.stream().mapToDouble(Point::x).average().orElse(0);
  }

  /** Corners in the order of declaration, which the next arrangement relies on. */
  private static Map<NodeId, Point> inOrder(FlowGraph graph, Map<NodeId, Point> corners) {
    Map<NodeId, Point> ordered = new LinkedHashMap<>(corners.size() * 2);
    for (FlowNode node : graph.nodes()) {
      Point corner = corners.get(node.id());
      if (corner != null) {
        ordered.put(node.id(), corner);
      }
    }
    return ordered;
  }

  /** The lanes that were kept, and the bends of edges whose ends stand where they stood. */
  private static Map<FlowEdge, List<Point>> bends(
      FlowGraph graph, Map<NodeId, Point> corners, Lanes lanes, Optional<Arrangement> previous) {
    Arrangement before = previous.orElse(Arrangement.EMPTY);
    if (before.bends().isEmpty() && lanes.isEmpty()) {
      return Map.of();
    }
    Map<FlowEdge, List<Point>> kept = new HashMap<>();
    for (FlowEdge edge : graph.edges()) {
      List<Point> bends = before.bends().get(edge);
      if (!lanes.of(edge).isEmpty()) {
        kept.put(edge, lanes.of(edge));
      } else if (bends != null
          && isAt(before, corners, edge.from())
          && isAt(before, corners, edge.to())) {
        kept.put(edge, bends);
      }
    }
    return kept;
  }

  private static boolean isAt(Arrangement before, Map<NodeId, Point> now, NodeId node) {
    Point place = before.corners().get(node);
    return place != null && place.equals(now.get(node));
  }

  /** The box around cards at the given corners. */
  static Box boundsOf(Map<NodeId, Point> corners) {
    return boundsOf(new Arrangement(corners, Map.of(), new Box(0, 0, 0, 0)));
  }

  /** The box around all nodes, whatever bounds it has. */
  static Box boundsOf(Arrangement arrangement) {
    Map<NodeId, Point> corners = arrangement.corners();
    if (corners.isEmpty()) {
      return new Box(0, 0, 0, 0);
    }
    double left = Double.POSITIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (Map.Entry<NodeId, Point> entry : corners.entrySet()) {
      Box box = arrangement.boxAt(entry.getKey(), entry.getValue());
      left = Math.min(left, box.x());
      top = Math.min(top, box.y());
      right = Math.max(right, box.right());
      bottom = Math.max(bottom, box.bottom());
    }
    return new Box(left, top, right - left, bottom - top);
  }
}
