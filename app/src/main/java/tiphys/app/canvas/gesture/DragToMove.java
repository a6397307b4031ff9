// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas.gesture;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tiphys.app.canvas.drawing.Drawing;
import tiphys.model.graph.NodeId;
import tiphys.model.layout.Point;

/**
 * Moves cards; the one under the pointer finds its line or its grid, the others keep their
 * distance.
 */
public final class DragToMove implements Gesture {
  private final Drawing drawing;
  private final Set<NodeId> moving;
  private final Point from;
  private final Point held;
  private Feedback feedback = Feedback.NONE;

  /** Starts. @param held the card under the pointer, one of those that move */
  public DragToMove(Pointer start, Drawing drawing, NodeId held, Set<NodeId> moving) {
    this.drawing = drawing;
    this.moving = moving;
    this.from = start.canvas();
    this.held = drawing.corner(drawing.numberOf(held));
  }

  @Override
  public void moveTo(Pointer pointer) {
    Point at = pointer.canvas();
    Point wanted = new Point(held.x() + at.x() - from.x(), held.y() + at.y() - from.y());
    Snapping landed = Snapping.of(wanted, pointer, drawing, moving);
    feedback =
        Feedback.moving(
            shifted(landed.corner().x() - held.x(), landed.corner().y() - held.y()),
            landed.guides());
  }

  @Override
  public Feedback feedback() {
    return feedback;
  }

  @Override
  public Intent end() {
    Map<NodeId, Point> places = feedback.moved();
    boolean stays =
        places.entrySet().stream()
            .allMatch(e -> drawing.corner(drawing.numberOf(e.getKey())).equals(e.getValue()));
    return stays ? Intent.NOTHING : new Intent.Move(places);
  }

  private Map<NodeId, Point> shifted(double byX, double byY) {
    Map<NodeId, Point> places = new HashMap<>();
    for (NodeId id : List.copyOf(moving)) {
      int number = drawing.numberOf(id);
      if (number >= 0) {
        Point corner = drawing.corner(number);
        places.put(id, new Point(corner.x() + byX, corner.y() + byY));
      }
    }
    return places;
  }
}
