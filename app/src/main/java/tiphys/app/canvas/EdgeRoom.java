// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tiphys.app.canvas.drawing.Drawing;
import tiphys.model.graph.FlowEdge;
import tiphys.model.graph.NodeId;
import tiphys.model.layout.Arrangement;
import tiphys.model.layout.Box;
import tiphys.model.layout.Heading;
import tiphys.model.layout.Point;

/**
 * Where a task goes that is put on an edge: in the middle, and where its ends are too near to each
 * other for that, what lies beyond moves on as far as is missing.
 *
 * @param others how they stand then; empty where all of them stay
 */
record EdgeRoom(Point corner, Optional<Arrangement> others) {
  private static final double ELBOW_ROOM = 8;

  /** Empty where the edge runs back, where something else stands, or among frames. */
  static Optional<EdgeRoom> of(FlowEdge edge, Drawing drawing) {
    Heading heading = drawing.heading();
    Optional<Box> source = drawing.boxOf(edge.from()).map(heading::turned);
    Optional<Box> target = drawing.boxOf(edge.to()).map(heading::turned);
    boolean isPlain = drawing.arrangement().frames().isEmpty();
    if (!isPlain || source.isEmpty() || target.isEmpty()) {
      return Optional.empty();
    }
    Box from = source.get();
    Box to = target.get();
    double begins = from.bottom() + heading.gapAlong();
    double missing = begins + heading.along() + heading.gapAlong() - to.y();
    double middle = (from.bottom() + to.y() - heading.along()) / 2;
    double across = (from.x() + to.x()) / 2;
    Point place = new Point(Math.rint(across), Math.rint(missing > 0 ? begins : middle));
    if (to.y() < from.bottom()
        || isTaken(place, missing > 0 ? to.y() : Double.MAX_VALUE, drawing)) {
      return Optional.empty();
    }
    return Optional.of(
        new EdgeRoom(
            heading.turned(place),
            missing > 0 ? Optional.of(moved(edge, to.y(), missing, drawing)) : Optional.empty()));
  }

  /** By what does not move on. @param line what lies beyond it does */
  private static boolean isTaken(Point place, double line, Drawing drawing) {
    Heading heading = drawing.heading();
    Box wanted =
        new Box(
            place.x() - ELBOW_ROOM,
            place.y() - ELBOW_ROOM,
            heading.across() + 2 * ELBOW_ROOM,
            heading.along() + 2 * ELBOW_ROOM);
    for (int i = 0; i < drawing.nodes().size(); i++) {
      Box box = heading.turned(drawing.box(i));
      if (box.y() < line && box.intersects(wanted)) {
        return true;
      }
    }
    return false;
  }

  private static Arrangement moved(FlowEdge edge, double line, double by, Drawing drawing) {
    Arrangement now = drawing.arrangement();
    Heading heading = drawing.heading();
    Map<NodeId, Point> corners = LinkedHashMap.newLinkedHashMap(now.corners().size());
    now.corners().forEach((node, at) -> corners.put(node, moved(at, line, by, heading)));
    Map<FlowEdge, List<Point>> bends = new HashMap<>();
    now.bends()
        .forEach(
            (other, way) ->
                bends.put(other, way.stream().map(at -> moved(at, line, by, heading)).toList()));
    bends.remove(edge);
    return new Arrangement(corners, bends, now.bounds()).heading(heading);
  }

  private static Point moved(Point place, double line, double by, Heading heading) {
    Point at = heading.turned(place);
    return at.y() < line ? place : heading.turned(new Point(at.x(), at.y() + by));
  }
}
