// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.picture;

import java.util.List;
import tiphys.model.difference.Change;
import tiphys.model.layout.NodeSize;
import tiphys.model.layout.Point;

/** Marks what two versions differ in: by colour, by a sign, and by dashes where it is gone. */
final class ChangePainter {
  private static final double BADGE = 9;
  private static final double SIGN = 4.5;

  private final Pen pen;
  private final Palette palette;
  private final EdgePainter edges;

  ChangePainter(Pen pen, Palette palette, EdgePainter edges) {
    this.pen = pen;
    this.palette = palette;
    this.edges = edges;
  }

  void paint(List<Point> route, Change change) {
    edges.paint(route, palette.change(change), change == Change.REMOVED);
  }

  /** Over a card that is painted already. */
  void paint(Point corner, Change change) {
    if (change == Change.REMOVED) {
      int veil = Palette.faded(palette.background(), 0.55);
      pen.fillRound(corner.x(), corner.y(), NodeSize.WIDTH, NodeSize.HEIGHT, 8, veil);
    }
    int colour = palette.change(change);
    pen.strokeRound(
        corner.x() - 2,
        corner.y() - 2,
        NodeSize.WIDTH + 4,
        NodeSize.HEIGHT + 4,
        9,
        new Stroke(colour, 2, change == Change.REMOVED));
    pen.disc(corner.x(), corner.y(), BADGE, colour);
    sign(corner.x(), corner.y(), change);
  }

  private void sign(double x, double y, Change change) {
    Stroke stroke = Stroke.solid(palette.background(), 2);
    switch (change) {
      case ADDED -> {
        pen.line(x - SIGN, y, x + SIGN, y, stroke);
        pen.line(x, y - SIGN, x, y + SIGN, stroke);
      }
      case REMOVED -> pen.line(x - SIGN, y, x + SIGN, y, stroke);
      case CHANGED -> {
        pen.line(x - SIGN, y + 2, x - 1.5, y - 2, stroke);
        pen.line(x - 1.5, y - 2, x + 1.5, y + 2, stroke);
        pen.line(x + 1.5, y + 2, x + SIGN, y - 2, stroke);
      }
    }
  }
}
