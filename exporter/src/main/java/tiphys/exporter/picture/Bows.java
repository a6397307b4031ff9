// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.picture;

import tiphys.model.layout.Heading;
import tiphys.model.layout.Point;
import tiphys.model.layout.Route;

/** The way of an edge: cubic bows that leave and reach every point of its route straight on. */
public final class Bows {
  private static final double LEAST_REACH = 12;

  private final Route route;
  private final double shortened;

  private Bows(Route route, double shortened) {
    this.route = route;
    this.shortened = shortened;
  }

  /**
   * Along a route.
   *
   * @param shortened how far before its last point it ends, to leave room for an arrow head
   */
  public static Bows along(Route route, double shortened) {
    return new Bows(route, shortened);
  }

  public int count() {
    return route.points().size() - 1;
  }

  public double x(int point) {
    double x = route.points().get(point).x();
    return isDown() || point < count() ? x : x - shortened;
  }

  public double y(int point) {
    double y = route.points().get(point).y();
    return isDown() && point == count() ? y - shortened : y;
  }

  /** Where the first handle of a bow is: straight on from its start. */
  public Point leaving(int bow) {
    return isDown()
        ? new Point(x(bow), y(bow) + reach(bow))
        : new Point(x(bow) + reach(bow), y(bow));
  }

  /** Where the second handle of a bow is: straight back from its end. */
  public Point arriving(int bow) {
    return isDown()
        ? new Point(x(bow + 1), y(bow + 1) - reach(bow))
        : new Point(x(bow + 1) - reach(bow), y(bow + 1));
  }

  private double reach(int bow) {
    double along = isDown() ? y(bow + 1) - y(bow) : x(bow + 1) - x(bow);
    return Math.max(Math.abs(along) / 2, LEAST_REACH);
  }

  /** A straight bow needs no curve. */
  public boolean isStraight(int bow) {
    return isDown()
        ? x(bow) == x(bow + 1) && y(bow + 1) >= y(bow)
        : y(bow) == y(bow + 1) && x(bow + 1) >= x(bow);
  }

  /** Where a label goes: in the middle of the first bow, where edges to one target are apart. */
  public Point middle() {
    return new Point((x(0) + x(1)) / 2, (y(0) + y(1)) / 2);
  }

  private boolean isDown() {
    return route.heading() == Heading.DOWN;
  }
}
