// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.picture;

import java.util.List;
import tiphys.model.layout.Point;

/** The way of an edge: cubic bows that leave and reach every point of its route upright. */
public final class Bows {
  private static final double LEAST_REACH = 12;

  private final List<Point> route;
  private final double shortened;

  private Bows(List<Point> route, double shortened) {
    this.route = route;
    this.shortened = shortened;
  }

  /**
   * Along a route of at least two points.
   *
   * @param shortened how far above its last point it ends, to leave room for an arrow head
   */
  public static Bows along(List<Point> route, double shortened) {
    return new Bows(route, shortened);
  }

  public int count() {
    return route.size() - 1;
  }

  public double x(int point) {
    return route.get(point).x();
  }

  public double y(int point) {
    double y = route.get(point).y();
    return point == route.size() - 1 ? y - shortened : y;
  }

  /** How far the handles of a bow reach down from its start and up from its end. */
  public double reach(int bow) {
    double down = Math.abs(y(bow + 1) - y(bow));
    return Math.max(down / 2, LEAST_REACH);
  }

  /** A straight bow needs no curve. */
  public boolean isStraight(int bow) {
    return x(bow) == x(bow + 1) && y(bow + 1) >= y(bow);
  }

  /** Where a label goes: in the middle of the first bow, where edges to one target are apart. */
  public Point middle() {
    return new Point((x(0) + x(1)) / 2, (y(0) + y(1)) / 2);
  }
}
