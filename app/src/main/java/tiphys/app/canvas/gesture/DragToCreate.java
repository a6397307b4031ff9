// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas.gesture;

import java.util.List;
import java.util.Set;
import tiphys.app.canvas.drawing.Drawing;
import tiphys.model.graph.NodeKind;
import tiphys.model.layout.NodeSize;
import tiphys.model.layout.Point;

/** Carries a kind of template from the palette to where its task shall stand. */
public final class DragToCreate implements Gesture {
  private final NodeKind kind;
  private final Drawing drawing;
  private Snapping landed = new Snapping(new Point(0, 0), List.of());
  private boolean isOnCanvas;

  public DragToCreate(NodeKind kind, Drawing drawing) {
    this.kind = kind;
    this.drawing = drawing;
  }

  @Override
  public void moveTo(Pointer pointer) {
    Point at = pointer.canvas();
    Point wanted = new Point(at.x() - NodeSize.WIDTH / 2, at.y() - NodeSize.HEIGHT / 2);
    landed = Snapping.of(wanted, pointer, drawing, Set.of());
    isOnCanvas = true;
  }

  /** The pointer left the canvas: letting go there creates nothing. */
  public void leave() {
    isOnCanvas = false;
  }

  @Override
  public Feedback feedback() {
    return isOnCanvas
        ? Feedback.ghost(new Feedback.Ghost(kind, landed.corner()), landed.guides())
        : Feedback.NONE;
  }

  @Override
  public Intent end() {
    return isOnCanvas ? new Intent.Create(kind, landed.corner()) : Intent.NOTHING;
  }
}
