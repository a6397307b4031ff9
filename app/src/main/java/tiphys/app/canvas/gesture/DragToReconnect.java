// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas.gesture;

import java.util.Optional;
import tiphys.app.canvas.drawing.Drawing;
import tiphys.app.canvas.drawing.Port;
import tiphys.model.graph.FlowEdge;
import tiphys.model.graph.NodeId;
import tiphys.model.layout.Point;

/** Carries one end of an edge to another card; the other end stays where it is. */
public final class DragToReconnect implements Gesture {
  /** How near to its end an edge is caught there, in view pixels. */
  private static final double RADIUS = 10;

  private final FlowEdge edge;
  private final DragToConnect drag;

  private DragToReconnect(FlowEdge edge, DragToConnect drag) {
    this.edge = edge;
    this.drag = drag;
  }

  /** The drag of the end of an edge that lies under a pointer, if one does. */
  public static Optional<Gesture> of(
      FlowEdge edge, Pointer start, Drawing drawing, ConnectRules rules) {
    int number = drawing.edges().indexOf(edge);
    if (number < 0) {
      return Optional.empty();
    }
    double radius = start.onCanvas(RADIUS);
    Point at = start.canvas();
    boolean isLast = HitTest.distance(at, drawing.route(number).last()) <= radius;
    boolean isFirst = HitTest.distance(at, drawing.route(number).first()) <= radius;
    if (!isLast && !isFirst) {
      return Optional.empty();
    }
    Hit.OnPort stays =
        isLast ? new Hit.OnPort(edge.from(), Port.OUT) : new Hit.OnPort(edge.to(), Port.IN);
    return Optional.of(new DragToReconnect(edge, new DragToConnect(stays, drawing, rules)));
  }

  @Override
  public void moveTo(Pointer pointer) {
    drag.moveTo(pointer);
  }

  @Override
  public Feedback feedback() {
    return drag.feedback();
  }

  /** Dropped on nothing or where it was, the end goes back. */
  @Override
  public Intent end() {
    return switch (drag.end()) {
      case Intent.Connect(NodeId from, NodeId to) -> new Intent.Reconnect(edge, from, to);
      case Intent.Refuse refuse when !isBack() -> refuse;
      default -> Intent.NOTHING;
    };
  }

  private boolean isBack() {
    return drag.target()
        .filter(node -> node.equals(edge.from()) || node.equals(edge.to()))
        .isPresent();
  }
}
