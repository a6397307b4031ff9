// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.List;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import tiphys.app.canvas.drawing.Viewport;
import tiphys.model.layout.Point;

/**
 * Pixels that boxes and lines are put into by hand: on a screen without acceleration many times
 * faster than fills and strokes, each of which is made a shape and a mask first. Edges of boxes and
 * lines with a width are smooth. Places are in pixels, colours are ARGB.
 */
final class Raster {
  private static final int FRACTION = 16;

  private int[] pixels = new int[1];
  private int width = 1;
  private int height = 1;
  private PixelBuffer<IntBuffer> buffer = bufferOf(1, 1, pixels);
  private WritableImage image = new WritableImage(buffer);

  /** From now on of some size, with one colour everywhere. */
  void clear(double wide, double high, int colour) {
    int columns = Math.max(1, (int) Math.ceil(wide));
    int rows = Math.max(1, (int) Math.ceil(high));
    if (columns != width || rows != height) {
      width = columns;
      height = rows;
      pixels = new int[columns * rows];
      buffer = bufferOf(columns, rows, pixels);
      image = new WritableImage(buffer);
    }
    Arrays.fill(pixels, premultiplied(colour, 1));
  }

  /**
   * What was drawn so far. The same image again and again, until the size changes; on the window's
   * thread.
   */
  Image image() {
    buffer.updateBuffer(_ -> null);
    return image;
  }

  /** What a pixel has, premultiplied. */
  int at(int x, int y) {
    return pixels[y * width + x];
  }

  /** Fills a box; a pixel that it covers in part takes part of the colour. */
  void box(double left, double top, double right, double bottom, int colour) {
    double x0 = Math.max(0, left);
    double y0 = Math.max(0, top);
    double x1 = Math.min(width, right);
    double y1 = Math.min(height, bottom);
    if (x0 >= x1 || y0 >= y1) {
      return;
    }
    int full = premultiplied(colour, 1);
    int last = (int) Math.ceil(y1);
    for (int y = (int) y0; y < last; y++) {
      double share = Math.min(y + 1, y1) - Math.max(y, y0);
      row(x0, x1, y, share, colour, full);
    }
  }

  private void row(double x0, double x1, int y, double share, int colour, int full) {
    int first = (int) x0;
    int last = (int) Math.ceil(x1) - 1;
    if (first == last) {
      blend(y * width + first, premultiplied(colour, share * (x1 - x0)));
      return;
    }
    blend(y * width + first, premultiplied(colour, share * (first + 1 - x0)));
    blend(y * width + last, premultiplied(colour, share * (x1 - last)));
    int inner = share >= 1 ? full : premultiplied(colour, share);
    if (inner >>> 24 == 0xFF) {
      Arrays.fill(pixels, y * width + first + 1, y * width + last, inner);
    } else {
      for (int x = first + 1; x < last; x++) {
        blend(y * width + x, inner);
      }
    }
  }

  /** Draws a line with a width. */
  void line(double fromX, double fromY, double toX, double toY, double wide, int colour) {
    double dx = toX - fromX;
    double dy = toY - fromY;
    double length = Math.hypot(dx, dy);
    if (length == 0) {
      return;
    }
    if (Math.abs(dx) >= Math.abs(dy)) {
      double half = wide * length / Math.abs(dx) / 2;
      double slope = dy / dx;
      double x0 = Math.max(0, Math.min(fromX, toX));
      double x1 = Math.min(width, Math.max(fromX, toX));
      for (int x = (int) x0; x < x1; x++) {
        double from = Math.max(x, x0);
        double to = Math.min(x + 1, x1);
        double y = fromY + ((from + to) / 2 - fromX) * slope;
        box(from, y - half, to, y + half, colour);
      }
    } else {
      double half = wide * length / Math.abs(dy) / 2;
      double slope = dx / dy;
      double y0 = Math.max(0, Math.min(fromY, toY));
      double y1 = Math.min(height, Math.max(fromY, toY));
      for (int y = (int) y0; y < y1; y++) {
        double from = Math.max(y, y0);
        double to = Math.min(y + 1, y1);
        double x = fromX + ((from + to) / 2 - fromY) * slope;
        box(x - half, from, x + half, to, colour);
      }
    }
  }

  /** Draws a straight way of one pixel, which is not smooth: of thousands nobody sees it. */
  void thin(List<Point> points, Viewport viewport, int colour) {
    int drawn = premultiplied(colour, 1);
    double x = viewport.viewX(points.getFirst());
    double y = viewport.viewY(points.getFirst());
    for (int i = 1; i < points.size(); i++) {
      double nextX = viewport.viewX(points.get(i));
      double nextY = viewport.viewY(points.get(i));
      thin(x, y, nextX, nextY, drawn);
      x = nextX;
      y = nextY;
    }
  }

  /** A pixel for each step along the longer axis; only the part inside is walked. */
  private void thin(double fromX, double fromY, double toX, double toY, int drawn) {
    double dx = toX - fromX;
    double dy = toY - fromY;
    double steps = Math.max(1, Math.ceil(Math.max(Math.abs(dx), Math.abs(dy))));
    double first = Math.max(entry(fromX, dx, width), entry(fromY, dy, height));
    double last = Math.min(exit(fromX, dx, width), exit(fromY, dy, height));
    double step = Math.ceil(first * steps);
    long x = (long) ((fromX + dx * step / steps) * (1L << FRACTION));
    long y = (long) ((fromY + dy * step / steps) * (1L << FRACTION));
    long stepX = (long) (dx / steps * (1L << FRACTION));
    long stepY = (long) (dy / steps * (1L << FRACTION));
    for (long left = (long) (last * steps - step); left >= 0; left--) {
      long column = x >> FRACTION;
      long row = y >> FRACTION;
      if (column >= 0 && column < width && row >= 0 && row < height) {
        pixels[(int) (row * width + column)] = drawn;
      }
      x += stepX;
      y += stepY;
    }
  }

  /** Where on its way, from 0 to 1, a line comes between 0 and a limit; 2 if it never does. */
  private static double entry(double from, double delta, double limit) {
    if (delta == 0) {
      return from >= 0 && from <= limit ? 0 : 2;
    }
    return Math.max(0, Math.min(-from / delta, (limit - from) / delta));
  }

  private static double exit(double from, double delta, double limit) {
    if (delta == 0) {
      return 1;
    }
    return Math.min(1, Math.max(-from / delta, (limit - from) / delta));
  }

  private void blend(int at, int over) {
    int alpha = over >>> 24;
    if (alpha == 0xFF) {
      pixels[at] = over;
    } else if (alpha != 0) {
      int under = pixels[at];
      int rest = 256 - alpha;
      int even = (under & 0x00FF00FF) * rest >>> 8 & 0x00FF00FF;
      int odd = (under >>> 8 & 0x00FF00FF) * rest & 0xFF00FF00;
      pixels[at] = over + even + odd;
    }
  }

  private static int premultiplied(int argb, double share) {
    int alpha = (int) ((argb >>> 24) * Math.min(1, share) + 0.5);
    if (alpha == 0xFF) {
      return argb;
    }
    return alpha << 24
        | (argb >> 16 & 0xFF) * alpha / 255 << 16
        | (argb >> 8 & 0xFF) * alpha / 255 << 8
        | (argb & 0xFF) * alpha / 255;
  }

  private static PixelBuffer<IntBuffer> bufferOf(int width, int height, int[] pixels) {
    return new PixelBuffer<>(
        width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
  }
}
