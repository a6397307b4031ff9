// SPDX-License-Identifier: Apache-2.0
package tiphys.model.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where on the canvas there is room for one more node: a grid of cells of the size of a node. */
final class Room {
  private static final double CELL_WIDTH = NodeSize.WIDTH + NodeSize.GAP_BESIDE;
  private static final double CELL_HEIGHT = NodeSize.HEIGHT + NodeSize.GAP_BELOW;

  /**
   * Keeps free room that is a little tighter than a tidy drawing, so that a node fits between two
   * others.
   */
  private static final double ELBOW_ROOM = 16;

  private record Cell(long column, long row) {}

  private final Heading heading;
  private final Map<Cell, List<Point>> taken = new HashMap<>();

  Room(Heading heading) {
    this.heading = heading;
  }

  void take(Point corner) {
    taken.computeIfAbsent(cellOf(corner), cell -> new ArrayList<>(2)).add(corner);
  }

  /** Takes the free corner nearest to a wish: there, else ever farther to both sides of the way. */
  Point takeNear(Point wish) {
    Point corner = wish;
    for (int step = 1; !isFree(corner); step++) {
      int away = (step + 1) / 2;
      double side = step % 2 == 1 ? 1 : -1;
      Point centre = heading.turned(wish);
      double aside = side * away * heading.stepAcross();
      corner = heading.turned(new Point(centre.x() + aside, centre.y()));
    }
    take(corner);
    return corner;
  }

  /** Whether a node at a corner would stand clear of all others. */
  boolean isFree(Point corner) {
    Cell centre = cellOf(corner);
    for (long column = centre.column() - 1; column <= centre.column() + 1; column++) {
      for (long row = centre.row() - 1; row <= centre.row() + 1; row++) {
        for (Point other : taken.getOrDefault(new Cell(column, row), List.of())) {
          if (Math.abs(other.x() - corner.x()) < NodeSize.WIDTH + ELBOW_ROOM
              && Math.abs(other.y() - corner.y()) < NodeSize.HEIGHT + ELBOW_ROOM) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private static Cell cellOf(Point corner) {
    return new Cell(
        (long) Math.floor(corner.x() / CELL_WIDTH), (long) Math.floor(corner.y() / CELL_HEIGHT));
  }
}
