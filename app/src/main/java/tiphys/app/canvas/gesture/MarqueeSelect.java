// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas.gesture;

import java.util.LinkedHashSet;
import java.util.Set;
import tiphys.app.canvas.drawing.Drawing;
import tiphys.app.editor.Selection;
import tiphys.model.graph.NodeId;
import tiphys.model.layout.Box;
import tiphys.model.layout.Point;

/** Draws a rectangle open; the cards that it meets are selected, beside those kept from before. */
public final class MarqueeSelect implements Gesture {
  private final Drawing drawing;
  private final Set<NodeId> kept;
  private final Point from;
  private Box box;
  private Set<NodeId> chosen;

  /** Starts. @param kept what stays selected whatever is met: with Shift or Ctrl held */
  public MarqueeSelect(Pointer start, Drawing drawing, Set<NodeId> kept) {
    this.drawing = drawing;
    this.kept = kept;
    this.from = start.canvas();
    this.box = new Box(from.x(), from.y(), 0, 0);
    this.chosen = kept;
  }

  @Override
  public void moveTo(Pointer pointer) {
    Point to = pointer.canvas();
    box =
        new Box(
            Math.min(from.x(), to.x()),
            Math.min(from.y(), to.y()),
            Math.abs(to.x() - from.x()),
            Math.abs(to.y() - from.y()));
    Set<NodeId> met = new LinkedHashSet<>(kept);
    for (int node : drawing.nodesIn(box)) {
      if (drawing.box(node).intersects(box)) {
        met.add(drawing.nodes().get(node).id());
      }
    }
    chosen = met;
  }

  @Override
  public Feedback feedback() {
    return Feedback.marquee(box, chosen);
  }

  @Override
  public Intent end() {
    return new Intent.Select(Selection.of(chosen));
  }
}
