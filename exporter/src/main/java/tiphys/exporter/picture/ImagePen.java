// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import tiphys.icons.Glyph;
import tiphys.model.layout.Heading;
import tiphys.model.layout.Point;

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
    fill(Shapes.round(x, y, width, height, radius), colour);
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
    graphics.fill(Shapes.round(x, y, width, height, radius));
  }

  @Override
  public void strokeRound(
      double x, double y, double width, double height, double radius, Stroke stroke) {
    draw(Shapes.round(x, y, width, height, radius), stroke);
  }

  @Override
  public void line(double fromX, double fromY, double toX, double toY, Stroke stroke) {
    draw(new Line2D.Double(fromX, fromY, toX, toY), stroke);
  }

  @Override
  public void bows(Bows bows, Stroke stroke) {
    draw(Shapes.of(bows), stroke);
  }

  @Override
  public void arrowHead(Point tip, Heading heading, double length, int colour) {
    fill(Shapes.arrowHead(tip, heading, length), colour);
  }

  @Override
  public void disc(double centreX, double centreY, double radius, int colour) {
    fill(Shapes.disc(centreX, centreY, radius), colour);
  }

  @Override
  public void glyph(Glyph glyph, double x, double y, double size, int colour) {
    Shape path = Shapes.of(glyph, x, y, size);
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

  @Override
  public void within(double x, double y, Runnable drawing) {
    graphics.translate(x, y);
    drawing.run();
    graphics.translate(-x, -y);
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
}
