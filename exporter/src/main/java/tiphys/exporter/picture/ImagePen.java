// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import tiphys.icons.Glyph;
import tiphys.icons.Outline;

/** Draws on an image. */
final class ImagePen implements Pen {
  private final Graphics2D graphics;
  private final FontWidths fonts;

  ImagePen(Graphics2D graphics, FontWidths fonts) {
    this.graphics = graphics;
    this.fonts = fonts;
  }

  @Override
  public void fillRound(
      double x, double y, double width, double height, double radius, int colour) {
    fill(round(x, y, width, height, radius), colour);
  }

  @Override
  public void fillFading(
      double x, double y, double width, double height, double radius, int colour) {
    graphics.setPaint(
        new GradientPaint(
            (float) x,
            0,
            new Color(colour, true),
            (float) (x + width),
            0,
            new Color(colour & 0xFFFFFF, true)));
    graphics.fill(round(x, y, width, height, radius));
  }

  @Override
  public void strokeRound(
      double x, double y, double width, double height, double radius, Stroke stroke) {
    draw(round(x, y, width, height, radius), stroke);
  }

  @Override
  public void line(double fromX, double fromY, double toX, double toY, Stroke stroke) {
    draw(new Line2D.Double(fromX, fromY, toX, toY), stroke);
  }

  @Override
  public void bows(Bows bows, Stroke stroke) {
    Path2D path = new Path2D.Double();
    path.moveTo(bows.x(0), bows.y(0));
    for (int bow = 0; bow < bows.count(); bow++) {
      double x = bows.x(bow + 1);
      double y = bows.y(bow + 1);
      if (bows.isStraight(bow)) {
        path.lineTo(x, y);
      } else {
        double reach = bows.reach(bow);
        path.curveTo(bows.x(bow), bows.y(bow) + reach, x, y - reach, x, y);
      }
    }
    draw(path, stroke);
  }

  @Override
  public void arrowHead(double tipX, double tipY, double length, int colour) {
    double half = length * 0.45;
    Path2D path = new Path2D.Double();
    path.moveTo(tipX, tipY);
    path.lineTo(tipX - half, tipY - length);
    path.lineTo(tipX + half, tipY - length);
    path.closePath();
    fill(path, colour);
  }

  @Override
  public void disc(double centreX, double centreY, double radius, int colour) {
    fill(new Ellipse2D.Double(centreX - radius, centreY - radius, 2 * radius, 2 * radius), colour);
  }

  @Override
  public void glyph(Glyph glyph, double x, double y, double size, int colour) {
    Path2D path = new Path2D.Double();
    Outline.of(glyph).draw(x, y, size, into(path));
    if (glyph.stroked()) {
      draw(path, Stroke.solid(colour, Glyph.STROKE * size / Glyph.SIZE));
    } else {
      fill(path, colour);
    }
  }

  @Override
  public void text(String text, double x, double baseline, FontRole role, int colour) {
    graphics.setFont(fonts.font(role));
    graphics.setColor(new Color(colour, true));
    graphics.drawString(text, (float) x, (float) baseline);
  }

  private void fill(Shape shape, int colour) {
    graphics.setColor(new Color(colour, true));
    graphics.fill(shape);
  }

  private void draw(Shape shape, Stroke stroke) {
    float[] dashes = stroke.isDashed() ? new float[] {(float) Stroke.DASH} : null;
    graphics.setStroke(
        new BasicStroke(
            (float) stroke.width(), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, dashes, 0));
    graphics.setColor(new Color(stroke.colour(), true));
    graphics.draw(shape);
  }

  private static Shape round(double x, double y, double width, double height, double radius) {
    return new RoundRectangle2D.Double(x, y, width, height, 2 * radius, 2 * radius);
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
