// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import tiphys.app.canvas.drawing.Viewport;
import tiphys.model.layout.Point;

class RasterTest {
  private static final int WHITE = 0xFFFFFFFF;
  private static final int BLACK = 0xFF000000;
  private static final int SIZE = 60;

  private final Raster raster = new Raster();

  @Test
  void aBoxOnWholePixelsHasNoSoftEdge() {
    raster.clear(SIZE, SIZE, WHITE);
    raster.box(10, 20, 13, 22, BLACK);
    assertEquals(6, ink(), 0.001);
    assertEquals(BLACK, at(10, 20));
    assertEquals(WHITE, at(9, 20));
    assertEquals(WHITE, at(13, 21));
  }

  @Test
  void whatIsHalfOpaqueLetsHalfOfWhatIsUnderItThrough() {
    raster.clear(SIZE, SIZE, WHITE);
    raster.box(0, 0, SIZE, SIZE, 0x80000000);
    assertEquals(0x7F, at(30, 30) & 0xFF, 1);
    assertEquals(0xFF, at(30, 30) >>> 24, 1);
  }

  @Test
  void aThinWayHasAPixelForEachStep() {
    raster.clear(SIZE, SIZE, WHITE);
    List<Point> way = List.of(new Point(5, 5), new Point(5, 30), new Point(40, 30));
    raster.thin(way, Viewport.HOME, BLACK);
    assertEquals(25 + 35 + 1, ink(), 0.001);
  }

  @Test
  void whatLiesOutsideChangesNothing() {
    raster.clear(SIZE, SIZE, WHITE);
    raster.box(-50, -50, -1, 500, BLACK);
    raster.line(-10, 80, 200, 90, 3, BLACK);
    raster.thin(List.of(new Point(-9, -9), new Point(1e9, -5)), Viewport.HOME, BLACK);
    assertEquals(0, ink(), 0.001);
  }

  @Property(tries = 200)
  void aBoxTakesAsMuchInkAsItIsLarge(
      @ForAll @DoubleRange(min = -20, max = 50) double left,
      @ForAll @DoubleRange(min = -20, max = 50) double top,
      @ForAll @DoubleRange(min = 0.1, max = 90) double wide,
      @ForAll @DoubleRange(min = 0.1, max = 90) double high) {
    raster.clear(SIZE, SIZE, WHITE);
    raster.box(left, top, left + wide, top + high, BLACK);
    double across = Math.min(SIZE, left + wide) - Math.max(0, left);
    double down = Math.min(SIZE, top + high) - Math.max(0, top);
    double expected = Math.max(0, across) * Math.max(0, down);
    assertEquals(expected, ink(), 0.5 + expected / 50);
  }

  @Property(tries = 200)
  void aLineTakesAsMuchInkAsItIsLongAndWide(
      @ForAll @DoubleRange(min = 5, max = 55) double fromX,
      @ForAll @DoubleRange(min = 5, max = 55) double fromY,
      @ForAll @DoubleRange(min = 5, max = 55) double toX,
      @ForAll @DoubleRange(min = 5, max = 55) double toY,
      @ForAll @DoubleRange(min = 0.5, max = 4) double wide) {
    raster.clear(SIZE, SIZE, WHITE);
    raster.line(fromX, fromY, toX, toY, wide, BLACK);
    double expected = Math.hypot(toX - fromX, toY - fromY) * wide;
    assertEquals(expected, ink(), 1 + expected / 20);
  }

  /** How many pixels of black there are on the white. */
  private double ink() {
    double sum = 0;
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        sum += 1 - (at(x, y) & 0xFF) / 255.0;
      }
    }
    return sum;
  }

  private int at(int x, int y) {
    return raster.at(x, y);
  }
}
