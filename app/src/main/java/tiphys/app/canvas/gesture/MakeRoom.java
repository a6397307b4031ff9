// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas.gesture;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tiphys.app.canvas.drawing.Drawing;
import tiphys.model.graph.NodeId;
import tiphys.model.layout.Box;
import tiphys.model.layout.NodeSize;
import tiphys.model.layout.Point;

/**
 * Opens or closes room across the whole drawing: what stands beyond the line where the button went
 * down moves away from it or towards it. The first movement says whether to the side or downwards.
 */
public final class MakeRoom implements Gesture {
  private final Drawing drawing;
  private final Point from;
  private Feedback feedback = Feedback.NONE;

  public MakeRoom(Pointer start, Drawing drawing) {
    this.drawing = drawing;
    this.from = start.canvas();
  }

  @Override
  public void moveTo(Pointer pointer) {
    Point to = pointer.canvas();
    double byX = Snapping.onGrid(to.x() - from.x());
    double byY = Snapping.onGrid(to.y() - from.y());
    boolean isSideways = Math.abs(byX) >= Math.abs(byY);
    feedback =
        isSideways
            ? Feedback.moving(shifted(true, byX), List.of(upright()))
            : Feedback.moving(shifted(false, byY), List.of(level()));
  }

  /** Those whose middle lies beyond the line. O(nodes). */
  private Map<NodeId, Point> shifted(boolean isSideways, double by) {
    Map<NodeId, Point> moved = new HashMap<>();
    for (int i = 0; by != 0 && i < drawing.nodes().size(); i++) {
      Point corner = drawing.corner(i);
      boolean isBeyond =
          isSideways
              ? corner.x() + NodeSize.WIDTH / 2 > from.x()
              : corner.y() + NodeSize.HEIGHT / 2 > from.y();
      if (isBeyond) {
        moved.put(
            drawing.nodes().get(i).id(),
            isSideways
                ? new Point(corner.x() + by, corner.y())
                : new Point(corner.x(), corner.y() + by));
      }
    }
    return moved;
  }

  private Feedback.Guide upright() {
    Box all = drawing.bounds();
    return new Feedback.Guide(new Point(from.x(), all.y()), new Point(from.x(), all.bottom()));
  }

  private Feedback.Guide level() {
    Box all = drawing.bounds();
    return new Feedback.Guide(new Point(all.x(), from.y()), new Point(all.right(), from.y()));
  }

  @Override
  public Feedback feedback() {
    return feedback;
  }

  @Override
  public Intent end() {
    return feedback.moved().isEmpty() ? Intent.NOTHING : new Intent.Move(feedback.moved());
  }
}
