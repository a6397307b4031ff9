// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas.drawing;

import java.util.ArrayList;
import java.util.List;
import tiphys.model.layout.Heading;
import tiphys.model.layout.Point;
import tiphys.model.layout.Route;

/** An edge's curve as a chain of short straight pieces, to be hit and to be drawn small. */
public final class EdgeCurve {
  /** Pieces of each bow; the error stays below a pixel at 100 %. */
  private static final int PIECES = 8;

  private EdgeCurve() {}

  /** Bows that leave and reach every point of a route straight on. */
  public static List<Point> along(Route route) {
    Heading heading = route.heading();
    List<Point> points = route.points();
    List<Point> chain = new ArrayList<>((points.size() - 1) * PIECES + 1);
    chain.add(heading.turned(points.getFirst()));
    for (int i = 1; i < points.size(); i++) {
      addBow(heading.turned(points.get(i - 1)), heading.turned(points.get(i)), chain);
    }
    chain.replaceAll(heading::turned);
    return chain;
  }

  /** As if it ran down. */
  private static void addBow(Point from, Point to, List<Point> chain) {
    if (from.x() == to.x()) {
      chain.add(to);
      return;
    }
    double reach = Math.max(Math.abs(to.y() - from.y()) / 2, 12);
    for (int i = 1; i <= PIECES; i++) {
      double t = (double) i / PIECES;
      double u = 1 - t;
      double x = u * u * (1 + 2 * t) * from.x() + t * t * (3 - 2 * t) * to.x();
      double y =
          u * u * u * from.y()
              + 3 * u * u * t * (from.y() + reach)
              + 3 * u * t * t * (to.y() - reach)
              + t * t * t * to.y();
      chain.add(new Point(x, y));
    }
  }
}
