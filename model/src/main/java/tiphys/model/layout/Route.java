// SPDX-License-Identifier: Apache-2.0
package tiphys.model.layout;

import java.util.ArrayList;
import java.util.List;

/**
 * Where an edge passes in a drawing.
 *
 * @param points two at least, from its source to its target
 */
public record Route(List<Point> points, Heading heading) {
  public Route {
    points = List.copyOf(points);
  }

  /** From the middle of one card's far side, past some points, to that of another's near side. */
  public static Route between(Box source, List<Point> bends, Box target, Heading heading) {
    if (bends.isEmpty()) {
      return new Route(List.of(leaving(source, heading), reaching(target, heading)), heading);
    }
    List<Point> points = new ArrayList<>(bends.size() + 2);
    points.add(leaving(source, heading));
    points.addAll(bends);
    points.add(reaching(target, heading));
    return new Route(points, heading);
  }

  /** Where edges leave a card. */
  public static Point leaving(Box card, Heading heading) {
    Box down = heading.turned(card);
    return heading.turned(new Point(down.x() + down.width() / 2, down.bottom()));
  }

  /** Where edges reach a card. */
  public static Point reaching(Box card, Heading heading) {
    Box down = heading.turned(card);
    return heading.turned(new Point(down.x() + down.width() / 2, down.y()));
  }

  public Point first() {
    return points.getFirst();
  }

  public Point last() {
    return points.getLast();
  }
}
