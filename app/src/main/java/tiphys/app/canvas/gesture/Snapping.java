// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas.gesture;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tiphys.app.canvas.drawing.Drawing;
import tiphys.model.graph.NodeId;
import tiphys.model.layout.Box;
import tiphys.model.layout.NodeSize;
import tiphys.model.layout.Point;

/**
 * Where a card lands that is let go near a place: in line with a card that is in sight, else on the
 * grid.
 *
 * @param corner the place it lands
 * @param guides lines that say with what it is aligned
 */
record Snapping(Point corner, List<Feedback.Guide> guides) {
  static final double GRID = 10;

  /** How near to a line a card is drawn to it, in view pixels. */
  private static final double TOLERANCE = 7;

  /** How far around cards are looked at for lines, in canvas units. */
  private static final double SIGHT = 900;

  static Snapping of(Point corner, Pointer pointer, Drawing drawing, Set<NodeId> moving) {
    double tolerance = Math.min(pointer.onCanvas(TOLERANCE), NodeSize.WIDTH / 8);
    Box sight =
        new Box(corner.x() - SIGHT, corner.y() - SIGHT, NodeSize.WIDTH + 2 * SIGHT, 2 * SIGHT);
    int column = -1;
    int row = -1;
    double nearestX = tolerance;
    double nearestY = tolerance;
    for (int node : drawing.nodesIn(sight)) {
      if (moving.contains(drawing.nodes().get(node).id())) {
        continue;
      }
      Point other = drawing.corner(node);
      if (Math.abs(other.x() - corner.x()) < nearestX) {
        nearestX = Math.abs(other.x() - corner.x());
        column = node;
      }
      if (Math.abs(other.y() - corner.y()) < nearestY) {
        nearestY = Math.abs(other.y() - corner.y());
        row = node;
      }
    }
    Point landed =
        new Point(
            column < 0 ? onGrid(corner.x()) : drawing.corner(column).x(),
            row < 0 ? onGrid(corner.y()) : drawing.corner(row).y());
    return new Snapping(landed, guides(landed, drawing, column, row));
  }

  static double onGrid(double value) {
    return Math.rint(value / GRID) * GRID;
  }

  private static List<Feedback.Guide> guides(Point corner, Drawing drawing, int column, int row) {
    List<Feedback.Guide> guides = new ArrayList<>(2);
    Point middle = middle(corner);
    if (column >= 0) {
      Point other = middle(drawing.corner(column));
      guides.add(new Feedback.Guide(other, new Point(other.x(), middle.y())));
    }
    if (row >= 0) {
      Point other = middle(drawing.corner(row));
      guides.add(new Feedback.Guide(other, new Point(middle.x(), other.y())));
    }
    return guides;
  }

  private static Point middle(Point corner) {
    return new Point(corner.x() + NodeSize.WIDTH / 2, corner.y() + NodeSize.HEIGHT / 2);
  }
}
