// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.function.Consumer;
import tiphys.app.canvas.drawing.Viewport;
import tiphys.exporter.picture.Bows;
import tiphys.exporter.picture.FontRole;
import tiphys.exporter.picture.Palette;
import tiphys.exporter.picture.Stroke;
import tiphys.icons.Glyph;
import tiphys.model.layout.Heading;
import tiphys.model.layout.Point;

/**
 * Draws quickly what is gone in the next moment: corners are square, dashes are solid, and nothing
 * is written.
 */
final class RasterPen implements WindowPen {
  /** A bow is as many straight lines as it has of these, in pixels. */
  private static final double CHORD = 10;

  private static final int MOST_CHORDS = 24;

  private final Raster raster = new Raster();
  private double width = 1;
  private double height = 1;
  private double scale = 1;
  private double originX;
  private double originY;
  private double opacity = 1;

  Raster raster() {
    return raster;
  }

  void resize(double wide, double high) {
    width = wide;
    height = high;
  }

  @Override
  public void begin(Viewport viewport, int background) {
    scale = viewport.scale();
    originX = viewport.offsetX();
    originY = viewport.offsetY();
    opacity = 1;
    raster.clear(width, height, background);
  }

  @Override
  public double width() {
    return width;
  }

  @Override
  public double height() {
    return height;
  }

  @Override
  public void opacity(double next) {
    opacity = next;
  }

  @Override
  public void byHand(Consumer<Raster> drawing) {
    drawing.accept(raster);
  }

  @Override
  public void fillRound(double x, double y, double wide, double high, double radius, int colour) {
    raster.box(viewX(x), viewY(y), viewX(x + wide), viewY(y + high), faded(colour, 1));
  }

  @Override
  public void fillFading(double x, double y, double wide, double high, double radius, int colour) {
    double left = Math.max(0, viewX(x));
    double right = Math.min(width, viewX(x + wide));
    for (double column = Math.floor(left); column < right; column++) {
      double share = 1 - (column + 0.5 - viewX(x)) / (wide * scale);
      raster.box(
          Math.max(left, column),
          viewY(y),
          Math.min(right, column + 1),
          viewY(y + high),
          faded(colour, Math.clamp(share, 0, 1)));
    }
  }

  @Override
  public void strokeRound(
      double x, double y, double wide, double high, double radius, Stroke stroke) {
    double half = stroke.width() / 2;
    int colour = stroke.colour();
    fillRound(x - half, y - half, wide + stroke.width(), stroke.width(), 0, colour);
    fillRound(x - half, y + high - half, wide + stroke.width(), stroke.width(), 0, colour);
    fillRound(x - half, y + half, stroke.width(), high - stroke.width(), 0, colour);
    fillRound(x + wide - half, y + half, stroke.width(), high - stroke.width(), 0, colour);
  }

  @Override
  public void line(double fromX, double fromY, double toX, double toY, Stroke stroke) {
    raster.line(
        viewX(fromX),
        viewY(fromY),
        viewX(toX),
        viewY(toY),
        stroke.width() * scale,
        faded(stroke.colour(), 1));
  }

  @Override
  public void bows(Bows bows, Stroke stroke) {
    for (int bow = 0; bow < bows.count(); bow++) {
      if (bows.isStraight(bow)) {
        line(bows.x(bow), bows.y(bow), bows.x(bow + 1), bows.y(bow + 1), stroke);
      } else {
        bow(bows, bow, stroke);
      }
    }
  }

  private void bow(Bows bows, int bow, Stroke stroke) {
    double startX = bows.x(bow);
    double startY = bows.y(bow);
    double endX = bows.x(bow + 1);
    double endY = bows.y(bow + 1);
    Point leaving = bows.leaving(bow);
    Point arriving = bows.arriving(bow);
    double length = Math.hypot(endX - startX, endY - startY) * scale;
    int chords = Math.clamp((int) Math.ceil(length / CHORD), 2, MOST_CHORDS);
    double x = startX;
    double y = startY;
    for (int chord = 1; chord <= chords; chord++) {
      double gone = (double) chord / chords;
      double nextX = cubic(startX, leaving.x(), arriving.x(), endX, gone);
      double nextY = cubic(startY, leaving.y(), arriving.y(), endY, gone);
      line(x, y, nextX, nextY, stroke);
      x = nextX;
      y = nextY;
    }
  }

  private static double cubic(double from, double first, double second, double to, double gone) {
    double left = 1 - gone;
    return left * left * left * from
        + 3 * left * left * gone * first
        + 3 * left * gone * gone * second
        + gone * gone * gone * to;
  }

  @Override
  public void arrowHead(Point tip, Heading heading, double length, int colour) {
    Point along = heading.turned(new Point(0, 1));
    double tall = length * scale;
    for (double gone = 0; gone < tall; gone++) {
      double half = (gone + 0.5) * 0.45;
      double x = viewX(tip.x()) - along.x() * gone;
      double y = viewY(tip.y()) - along.y() * gone;
      raster.box(
          x - half * along.y() - along.x(),
          y - half * along.x() - along.y(),
          x + half * along.y(),
          y + half * along.x(),
          faded(colour, 1));
    }
  }

  @Override
  public void disc(double centreX, double centreY, double radius, int colour) {
    double x = viewX(centreX);
    double y = viewY(centreY);
    double reach = radius * scale;
    for (double row = Math.floor(y - reach); row < y + reach; row++) {
      double off = row + 0.5 - y;
      double half = Math.sqrt(Math.max(0, reach * reach - off * off));
      raster.box(x - half, row, x + half, row + 1, faded(colour, 1));
    }
  }

  @Override
  public void glyph(Glyph glyph, double x, double y, double size, int colour) {
    // too fine for a moment
  }

  @Override
  public void text(String text, double x, double baseline, FontRole role, int colour) {
    // nobody reads what moves
  }

  @Override
  public void within(double x, double y, Runnable drawing) {
    originX += x * scale;
    originY += y * scale;
    drawing.run();
    originX -= x * scale;
    originY -= y * scale;
  }

  private double viewX(double x) {
    return x * scale + originX;
  }

  private double viewY(double y) {
    return y * scale + originY;
  }

  private int faded(int colour, double share) {
    double strength = opacity * share;
    return strength >= 1 ? colour : Palette.faded(colour, strength);
  }
}
