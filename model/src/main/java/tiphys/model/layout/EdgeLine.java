// SPDX-License-Identifier: Apache-2.0
package tiphys.model.layout;

import java.util.List;

/**
 * An edge as it is drawn.
 *
 * @param from and {@code to} the numbers of the nodes at its ends
 * @param points of a chain of straight pieces
 */
public record EdgeLine(int from, int to, List<Point> points) {
  public EdgeLine {
    points = List.copyOf(points);
  }

  boolean sharesEnd(EdgeLine other) {
    return from == other.from || from == other.to || to == other.from || to == other.to;
  }

  double length() {
    double length = 0;
    for (int i = 1; i < points.size(); i++) {
      length += distance(points.get(i - 1), points.get(i));
    }
    return length;
  }

  /** The sum of the angles by which it turns, in right angles. */
  double turns() {
    double turns = 0;
    double last = Double.NaN;
    for (int i = 1; i < points.size(); i++) {
      Point a = points.get(i - 1);
      Point b = points.get(i);
      if (distance(a, b) < 1e-6) {
        continue;
      }
      double heading = Math.atan2(b.y() - a.y(), b.x() - a.x());
      if (!Double.isNaN(last)) {
        double turn = Math.abs(heading - last);
        turns += Math.min(turn, 2 * Math.PI - turn);
      }
      last = heading;
    }
    return turns / (Math.PI / 2);
  }

  private static double distance(Point a, Point b) {
    return Math.hypot(b.x() - a.x(), b.y() - a.y());
  }
}
