// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.picture;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import tiphys.icons.Glyph;
import tiphys.icons.Outline;
import tiphys.model.layout.Heading;
import tiphys.model.layout.Point;

/** What is drawn, as paths. */
final class Shapes {
  private Shapes() {}

  static Shape round(double x, double y, double width, double height, double radius) {
    return new RoundRectangle2D.Double(x, y, width, height, 2 * radius, 2 * radius);
  }

  static Shape disc(double centreX, double centreY, double radius) {
    return new Ellipse2D.Double(centreX - radius, centreY - radius, 2 * radius, 2 * radius);
  }

  static Shape of(Bows bows) {
    Path2D path = new Path2D.Double();
    path.moveTo(bows.x(0), bows.y(0));
    for (int bow = 0; bow < bows.count(); bow++) {
      double x = bows.x(bow + 1);
      double y = bows.y(bow + 1);
      if (bows.isStraight(bow)) {
        path.lineTo(x, y);
      } else {
        Point leaving = bows.leaving(bow);
        Point arriving = bows.arriving(bow);
        path.curveTo(leaving.x(), leaving.y(), arriving.x(), arriving.y(), x, y);
      }
    }
    return path;
  }

  /** A triangle that points the way of an edge. */
  static Shape arrowHead(Point tip, Heading heading, double length) {
    Path2D path = new Path2D.Double();
    path.moveTo(tip.x(), tip.y());
    for (double side : new double[] {-0.45, 0.45}) {
      Point back = heading.turned(new Point(side * length, -length));
      path.lineTo(tip.x() + back.x(), tip.y() + back.y());
    }
    path.closePath();
    return path;
  }

  static Shape of(Glyph glyph, double x, double y, double size) {
    Path2D path = new Path2D.Double();
    Outline.of(glyph).draw(x, y, size, into(path));
    return path;
  }

  private static Outline.Sink into(Path2D path) {
    return new Outline.Sink() {
      @Override
      public void moveTo(double x, double y) {
        path.moveTo(x, y);
      }

      @Override
      public void lineTo(double x, double y) {
        path.lineTo(x, y);
      }

      @Override
      public void curveTo(double x1, double y1, double x2, double y2, double x, double y) {
        path.curveTo(x1, y1, x2, y2, x, y);
      }

      @Override
      public void close() {
        path.closePath();
      }
    };
  }
}
