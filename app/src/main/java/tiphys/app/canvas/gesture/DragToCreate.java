// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas.gesture;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import tiphys.app.canvas.drawing.Drawing;
import tiphys.model.graph.FlowEdge;
import tiphys.model.graph.NodeKind;
import tiphys.model.layout.NodeSize;
import tiphys.model.layout.Point;

/** Carries a kind of template from the palette to where its task shall stand. */
public final class DragToCreate implements Gesture {
  /** How near to an edge something dropped is meant for it, in view pixels. */
  private static final double EDGE_REACH = 10;

  private final NodeKind kind;
  private final Drawing drawing;
  private Snapping landed = new Snapping(new Point(0, 0), List.of());
  private Optional<FlowEdge> edge = Optional.empty();
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
    edge = HitTest.edgeUnder(at, pointer.onCanvas(EDGE_REACH), drawing);
    isOnCanvas = true;
  }

  /** The pointer left the canvas: letting go there creates nothing. */
  public void leave() {
    isOnCanvas = false;
  }

  @Override
  public Feedback feedback() {
    return isOnCanvas
        ? Feedback.ghost(
            new Feedback.Ghost(kind, landed.corner()),
            landed.guides(),
            edge.map(on -> Set.of(on.from(), on.to())).orElse(Set.of()))
        : Feedback.NONE;
  }

  @Override
  public Intent end() {
    if (!isOnCanvas) {
      return Intent.NOTHING;
    }
    return edge.<Intent>map(on -> new Intent.Insert(on, kind, landed.corner()))
        .orElseGet(() -> new Intent.Create(kind, landed.corner()));
  }
}
