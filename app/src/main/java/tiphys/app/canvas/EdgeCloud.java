// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import tiphys.app.canvas.drawing.Viewport;
import tiphys.model.layout.Point;

/**
 * Thousands of edges from afar, as straight lines of one pixel put into an image by hand: a hundred
 * times faster than strokes.
 */
final class EdgeCloud {
  private int argb;
  private int[] pixels = new int[0];
  private int width;
  private int height;
  private PixelBuffer<IntBuffer> buffer = bufferOf(1, 1, new int[1]);
  private WritableImage image = new WritableImage(buffer);

  /** Begins an empty picture of some size for lines of one colour. */
  void clear(double viewWidth, double viewHeight, int colour) {
    int alpha = colour >>> 24;
    argb =
        alpha << 24
            | (colour >> 16 & 0xFF) * alpha / 255 << 16
            | (colour >> 8 & 0xFF) * alpha / 255 << 8
            | (colour & 0xFF) * alpha / 255;
    int wide = Math.max(1, (int) Math.ceil(viewWidth));
    int high = Math.max(1, (int) Math.ceil(viewHeight));
    if (wide != width || high != height) {
      width = wide;
      height = high;
      pixels = new int[wide * high];
      buffer = bufferOf(wide, high, pixels);
      image = new WritableImage(buffer);
    } else {
      Arrays.fill(pixels, 0);
    }
  }

  void add(List<Point> points, Viewport viewport) {
    double x = viewport.viewX(points.getFirst());
    double y = viewport.viewY(points.getFirst());
    for (int i = 1; i < points.size(); i++) {
      double nextX = viewport.viewX(points.get(i));
      double nextY = viewport.viewY(points.get(i));
      line(x, y, nextX, nextY);
      x = nextX;
      y = nextY;
    }
  }

  /** Shows what was added, in view pixels. */
  void draw(GraphicsContext graphics) {
    buffer.updateBuffer(_ -> null);
    graphics.drawImage(image, 0, 0);
  }

  /** A pixel for each step along the longer axis; only the part inside the view is walked. */
  private void line(double fromX, double fromY, double toX, double toY) {
    double dx = toX - fromX;
    double dy = toY - fromY;
    double steps = Math.max(1, Math.ceil(Math.max(Math.abs(dx), Math.abs(dy))));
    double first = Math.max(entry(fromX, dx, width), entry(fromY, dy, height));
    double last = Math.min(exit(fromX, dx, width), exit(fromY, dy, height));
    for (double step = Math.ceil(first * steps); step <= last * steps; step++) {
      int x = (int) (fromX + dx * step / steps);
      int y = (int) (fromY + dy * step / steps);
      if (x >= 0 && x < width && y >= 0 && y < height) {
        pixels[y * width + x] = argb;
      }
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

  private static PixelBuffer<IntBuffer> bufferOf(int width, int height, int[] pixels) {
    return new PixelBuffer<>(
        width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
  }
}
