// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas.gesture;

import java.util.List;
import java.util.Optional;
import tiphys.app.canvas.drawing.DataDrawing;
import tiphys.app.canvas.drawing.Drawing;
import tiphys.app.canvas.drawing.EdgeCurve;
import tiphys.app.canvas.drawing.FrameShape;
import tiphys.app.canvas.drawing.Port;
import tiphys.model.graph.FlowEdge;
import tiphys.model.graph.FlowHook;
import tiphys.model.graph.FlowNode;
import tiphys.model.graph.NodeId;
import tiphys.model.layout.Box;
import tiphys.model.layout.Point;

/**
 * Finds what lies under the pointer: ports before cards, cards before edges, later before earlier.
 */
public final class HitTest {
  /** A port is drawn smaller than it can be caught. */
  private static final double PORT_RADIUS = 10;

  /** Below this scale ports are not drawn, so none is caught. */
  public static final double PORT_MIN_SCALE = 0.5;

  /** Below this scale the control that opens a card in place is not drawn. */
  private static final double TOGGLE_MIN_SCALE = 0.55;

  private static final double TOGGLE_SLACK = 2;

  /** Half of the invisible band around an edge that catches the pointer. */
  private static final double EDGE_REACH = 6;

  private HitTest() {}

  public static Hit at(Pointer pointer, Drawing drawing) {
    Point point = pointer.canvas();
    if (pointer.viewport().scale() >= PORT_MIN_SCALE) {
      Optional<Hit.OnPort> port = portNear(point, pointer.onCanvas(PORT_RADIUS), drawing);
      if (port.isPresent()) {
        return port.get();
      }
    }
    int node = nodeAt(point, drawing);
    if (node >= 0) {
      NodeId id = drawing.nodes().get(node).id();
      return isOnToggle(pointer, drawing, node) ? new Hit.OnToggle(id) : new Hit.OnNode(id);
    }
    Optional<Hit> hook = hookAt(point, drawing);
    if (hook.isPresent() && pointer.viewport().scale() >= PORT_MIN_SCALE) {
      return hook.get();
    }
    int edge = edgeNear(point, pointer.onCanvas(EDGE_REACH), drawing);
    return edge >= 0 ? new Hit.OnEdge(drawing.edges().get(edge)) : Hit.NOTHING;
  }

  /** Of cards that lead nowhere there is none, however near the pointer is. */
  private static boolean isOnToggle(Pointer pointer, Drawing drawing, int node) {
    Point toggle = FrameShape.toggle(drawing.box(node), drawing.isFrame(node));
    double reach = FrameShape.TOGGLE_RADIUS + pointer.onCanvas(TOGGLE_SLACK);
    return pointer.viewport().scale() >= TOGGLE_MIN_SCALE
        && (drawing.isFrame(node) || drawing.nodes().get(node).hasInside())
        && distance(toggle, pointer.canvas()) <= reach;
  }

  private static Optional<Hit> hookAt(Point point, Drawing drawing) {
    for (FlowHook hook : drawing.hooks()) {
      if (drawing.boxOf(Optional.empty(), hook).filter(box -> box.contains(point)).isPresent()) {
        return Optional.of(new Hit.OnHook(Optional.empty(), hook));
      }
    }
    for (int number : drawing.nodesIn(around(point, 0))) {
      FlowNode node = drawing.nodes().get(number);
      Optional<NodeId> owner = Optional.of(node.id());
      for (FlowHook hook : node.hooks()) {
        if (drawing.boxOf(owner, hook).filter(box -> box.contains(point)).isPresent()) {
          return Optional.of(new Hit.OnHook(owner, hook));
        }
      }
    }
    return Optional.empty();
  }

  /** The same with the edges that data takes, behind all others. */
  public static Hit at(Pointer pointer, Drawing drawing, DataDrawing data) {
    Hit hit = at(pointer, drawing);
    if (!(hit instanceof Hit.Nothing) || data.isEmpty()) {
      return hit;
    }
    Point point = pointer.canvas();
    double best = pointer.onCanvas(EDGE_REACH);
    for (int edge : data.in(around(point, best))) {
      double distance = distance(point, EdgeCurve.along(data.route(edge)));
      if (distance <= best) {
        best = distance;
        hit = new Hit.OnData(data.edges().get(edge));
      }
    }
    return hit;
  }

  /** The nearest port within a radius in canvas units. */
  static Optional<Hit.OnPort> portNear(Point point, double radius, Drawing drawing) {
    Optional<Hit.OnPort> nearest = Optional.empty();
    double best = radius;
    for (int node : drawing.nodesIn(around(point, radius))) {
      for (Port port : Port.values()) {
        double distance = distance(point, port.of(drawing.box(node), drawing.heading()));
        if (distance <= best) {
          best = distance;
          nearest = Optional.of(new Hit.OnPort(drawing.nodes().get(node).id(), port));
        }
      }
    }
    return nearest;
  }

  /** The number of the topmost card at a point, or -1. */
  static int nodeAt(Point point, Drawing drawing) {
    int found = -1;
    for (int node : drawing.nodesIn(around(point, 0))) {
      if (drawing.box(node).contains(point)) {
        found = node;
      }
    }
    return found;
  }

  /** The edge that something dropped at a point would be on; none where a card lies. */
  static Optional<FlowEdge> edgeUnder(Point point, double reach, Drawing drawing) {
    int edge = nodeAt(point, drawing) >= 0 ? -1 : edgeNear(point, reach, drawing);
    return edge < 0 ? Optional.empty() : Optional.of(drawing.edges().get(edge));
  }

  private static int edgeNear(Point point, double reach, Drawing drawing) {
    int found = -1;
    double best = reach;
    for (int edge : drawing.edgesIn(around(point, reach))) {
      double distance = distance(point, EdgeCurve.along(drawing.route(edge)));
      if (distance <= best) {
        best = distance;
        found = edge;
      }
    }
    return found;
  }

  static Box around(Point point, double reach) {
    return new Box(point.x() - reach, point.y() - reach, 2 * reach, 2 * reach);
  }

  static double distance(Point one, Point other) {
    return Math.hypot(one.x() - other.x(), one.y() - other.y());
  }

  /** The distance of a point to a chain of straight pieces. */
  static double distance(Point point, List<Point> chain) {
    double best = Double.POSITIVE_INFINITY;
    for (int i = 1; i < chain.size(); i++) {
      best = Math.min(best, distance(point, chain.get(i - 1), chain.get(i)));
    }
    return best;
  }

  private static double distance(Point point, Point from, Point to) {
    double dx = to.x() - from.x();
    double dy = to.y() - from.y();
    double length = dx * dx + dy * dy;
    double along =
        length == 0
            ? 0
            : Math.clamp(
                ((point.x() - from.x()) * dx + (point.y() - from.y()) * dy) / length, 0, 1);
    return Math.hypot(point.x() - from.x() - along * dx, point.y() - from.y() - along * dy);
  }
}
