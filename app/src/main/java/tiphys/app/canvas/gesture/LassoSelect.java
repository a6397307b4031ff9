// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas.gesture;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tiphys.app.canvas.drawing.Drawing;
import tiphys.app.editor.Selection;
import tiphys.model.graph.NodeId;
import tiphys.model.layout.Box;
import tiphys.model.layout.Point;

/**
 * Draws a line around cards; those whose middle lies within are selected, beside those kept from
 * before. The line is closed by itself.
 */
public final class LassoSelect implements Gesture {
  private final Drawing drawing;
  private final Set<NodeId> kept;
  private final List<Point> line = new ArrayList<>();
  private Set<NodeId> chosen;

  /** Starts. @param kept what stays selected whatever is met: with Shift or Ctrl held */
  public LassoSelect(Pointer start, Drawing drawing, Set<NodeId> kept) {
    this.drawing = drawing;
    this.kept = kept;
    this.line.add(start.canvas());
    this.chosen = kept;
  }

  @Override
  public void moveTo(Pointer pointer) {
    line.add(pointer.canvas());
    Set<NodeId> within = new LinkedHashSet<>(kept);
    for (int node : drawing.nodesIn(Box.around(line))) {
      Box box = drawing.box(node);
      if (isWithin(box.x() + box.width() / 2, box.y() + box.height() / 2)) {
        within.add(drawing.nodes().get(node).id());
      }
    }
    chosen = within;
  }

  /** A ray to the right crosses the line an odd number of times. */
  private boolean isWithin(double x, double y) {
    boolean isWithin = false;
    Point last = line.getLast();
    for (Point next : line) {
      boolean isCrossed =
          next.y() > y != last.y() > y
              && x < (last.x() - next.x()) * (y - next.y()) / (last.y() - next.y()) + next.x();
      isWithin ^= isCrossed;
      last = next;
    }
    return isWithin;
  }

  @Override
  public Feedback feedback() {
    return Feedback.lasso(line, chosen);
  }

  @Override
  public Intent end() {
    return new Intent.Select(Selection.of(chosen));
  }
}
