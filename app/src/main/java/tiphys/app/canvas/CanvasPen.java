// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Paint;
import javafx.scene.paint.Stop;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import tiphys.app.canvas.drawing.Viewport;
import tiphys.exporter.picture.Bows;
import tiphys.exporter.picture.FontRole;
import tiphys.exporter.picture.Stroke;
import tiphys.icons.Glyph;
import tiphys.icons.Outline;
import tiphys.model.layout.Box;
import tiphys.model.layout.Heading;
import tiphys.model.layout.Point;

/** Draws finely, on tiles. The graphics' transform turns canvas units into pixels. */
final class CanvasPen implements WindowPen {
  private Tile tile = Tile.blank();
  private GraphicsContext graphics = tile.graphics();
  private final CanvasFonts fonts;
  private final Map<Integer, Color> colours = new HashMap<>();
  private final Map<Integer, Paint> fades = new HashMap<>();
  private final Outline.Sink path = new PathSink();

  CanvasPen(CanvasFonts fonts) {
    this.fonts = fonts;
  }

  /** Draws on a tile. @param part what of it is drawn anew, in whole pixels; the rest stays */
  void on(Tile other, Box part, Runnable drawing) {
    tile = other;
    graphics = other.graphics();
    graphics.save();
    graphics.setLineCap(StrokeLineCap.ROUND);
    graphics.setLineJoin(StrokeLineJoin.ROUND);
    if (part.width() < other.width() || part.height() < other.height()) {
      graphics.beginPath();
      graphics.rect(part.x(), part.y(), part.width(), part.height());
      graphics.clip();
    }
    drawing.run();
    graphics.restore();
  }

  @Override
  public void begin(Viewport viewport, int background) {
    graphics.setFill(colour(background));
    graphics.fillRect(0, 0, width(), height());
    graphics.setTransform(
        viewport.scale(), 0, 0, viewport.scale(), viewport.offsetX(), viewport.offsetY());
  }

  @Override
  public double width() {
    return tile.width();
  }

  @Override
  public double height() {
    return tile.height();
  }

  @Override
  public void opacity(double opacity) {
    graphics.setGlobalAlpha(opacity);
  }

  @Override
  public void byHand(Consumer<Raster> drawing) {
    Raster raster = tile.raster();
    raster.clear(width(), height(), 0);
    drawing.accept(raster);
    graphics.save();
    graphics.setTransform(1, 0, 0, 1, 0, 0);
    graphics.drawImage(raster.image(), 0, 0);
    graphics.restore();
  }

  @Override
  public void fillRound(
      double x, double y, double width, double height, double radius, int colour) {
    graphics.setFill(colour(colour));
    if (radius > 0) {
      graphics.fillRoundRect(x, y, width, height, 2 * radius, 2 * radius);
    } else {
      graphics.fillRect(x, y, width, height);
    }
  }

  @Override
  public void fillFading(
      double x, double y, double width, double height, double radius, int colour) {
    graphics.setFill(fades.computeIfAbsent(colour, this::fade));
    graphics.fillRoundRect(x, y, width, height, 2 * radius, 2 * radius);
  }

  @Override
  public void strokeRound(
      double x, double y, double width, double height, double radius, Stroke stroke) {
    set(stroke);
    graphics.strokeRoundRect(x, y, width, height, 2 * radius, 2 * radius);
    unset(stroke);
  }

  @Override
  public void line(double fromX, double fromY, double toX, double toY, Stroke stroke) {
    set(stroke);
    graphics.strokeLine(fromX, fromY, toX, toY);
    unset(stroke);
  }

  @Override
  public void bows(Bows bows, Stroke stroke) {
    set(stroke);
    graphics.beginPath();
    graphics.moveTo(bows.x(0), bows.y(0));
    for (int bow = 0; bow < bows.count(); bow++) {
      double x = bows.x(bow + 1);
      double y = bows.y(bow + 1);
      if (bows.isStraight(bow)) {
        graphics.lineTo(x, y);
      } else {
        Point leaving = bows.leaving(bow);
        Point arriving = bows.arriving(bow);
        graphics.bezierCurveTo(leaving.x(), leaving.y(), arriving.x(), arriving.y(), x, y);
      }
    }
    graphics.stroke();
    unset(stroke);
  }

  @Override
  public void arrowHead(Point tip, Heading heading, double length, int colour) {
    double half = length * 0.45;
    Point left = heading.turned(new Point(-half, -length));
    Point right = heading.turned(new Point(half, -length));
    graphics.setFill(colour(colour));
    graphics.beginPath();
    graphics.moveTo(tip.x(), tip.y());
    graphics.lineTo(tip.x() + left.x(), tip.y() + left.y());
    graphics.lineTo(tip.x() + right.x(), tip.y() + right.y());
    graphics.closePath();
    graphics.fill();
  }

  @Override
  public void disc(double centreX, double centreY, double radius, int colour) {
    graphics.setFill(colour(colour));
    graphics.fillOval(centreX - radius, centreY - radius, 2 * radius, 2 * radius);
  }

  @Override
  public void glyph(Glyph glyph, double x, double y, double size, int colour) {
    graphics.beginPath();
    Outline.of(glyph).draw(x, y, size, path);
    if (glyph.stroked()) {
      graphics.setStroke(colour(colour));
      graphics.setLineWidth(Glyph.STROKE * size / Glyph.SIZE);
      graphics.stroke();
    } else {
      graphics.setFill(colour(colour));
      graphics.fill();
    }
  }

  @Override
  public void within(double x, double y, Runnable drawing) {
    graphics.translate(x, y);
    drawing.run();
    graphics.translate(-x, -y);
  }

  @Override
  public void text(String text, double x, double baseline, FontRole role, int colour) {
    graphics.setFont(fonts.font(role));
    graphics.setFill(colour(colour));
    graphics.fillText(text, x, baseline);
  }

  private void set(Stroke stroke) {
    graphics.setStroke(colour(stroke.colour()));
    graphics.setLineWidth(stroke.width());
    if (stroke.isDashed()) {
      graphics.setLineDashes(Stroke.DASH);
    }
  }

  private void unset(Stroke stroke) {
    if (stroke.isDashed()) {
      graphics.setLineDashes((double[]) null);
    }
  }

  private Color colour(int argb) {
    return colours.computeIfAbsent(argb, CanvasPen::toColor);
  }

  private Paint fade(int argb) {
    Color from = colour(argb);
    Color to = Color.color(from.getRed(), from.getGreen(), from.getBlue(), 0);
    return new LinearGradient(
        0, 0, 1, 0, true, CycleMethod.NO_CYCLE, new Stop(0, from), new Stop(1, to));
  }

  static Color toColor(int argb) {
    return Color.rgb(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF, (argb >>> 24) / 255.0);
  }

  private final class PathSink implements Outline.Sink {
    @Override
    public void moveTo(double x, double y) {
      graphics.moveTo(x, y);
    }

    @Override
    public void lineTo(double x, double y) {
      graphics.lineTo(x, y);
    }

    @Override
    public void curveTo(double x1, double y1, double x2, double y2, double x, double y) {
      graphics.bezierCurveTo(x1, y1, x2, y2, x, y);
    }

    @Override
    public void close() {
      graphics.closePath();
    }
  }
}
