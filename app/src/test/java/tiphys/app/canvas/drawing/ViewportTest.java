// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.geometry.Point2D;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import tiphys.model.layout.Box;
import tiphys.model.layout.Point;

class ViewportTest {
  @Property
  void whatIsUnderTheAnchorStaysUnderItWhileZooming(
      @ForAll @DoubleRange(min = 0.02, max = 4) double before,
      @ForAll @DoubleRange(min = 0.01, max = 9) double wanted,
      @ForAll @DoubleRange(min = -2000, max = 2000) double x,
      @ForAll @DoubleRange(min = -2000, max = 2000) double y) {
    Viewport viewport = new Viewport(before, 17, -5);
    Point2D anchor = new Point2D(x, y);

    Viewport zoomed = viewport.zoomedTo(wanted, anchor);

    Point under = viewport.toCanvas(anchor);
    assertTrue(zoomed.toView(under).distance(anchor) < 1e-6);
  }

  @Test
  void stepsUpAndDownPassOneHundredPercent() {
    Viewport viewport = new Viewport(0.53, 0, 0);
    for (int i = 0; i < 4; i++) {
      viewport = viewport.zoomedIn(Point2D.ZERO);
    }

    assertEquals(100, viewport.percent());
    assertEquals(84, viewport.zoomedOut(Point2D.ZERO).percent());
  }

  @Test
  void fittingPutsTheBoxInTheMiddleAndNeverEnlarges() {
    Box small = new Box(100, 100, 200, 100);

    Viewport viewport = Viewport.fitting(small, 1000, 800);

    assertEquals(1, viewport.scale());
    assertEquals(new Point2D(500, 400), viewport.toView(new Point(200, 150)));
  }

  @Test
  void revealingMovesOnlyWhatIsNeeded() {
    Viewport viewport = Viewport.HOME;

    assertEquals(viewport, viewport.revealing(new Box(200, 200, 188, 56), 1000, 800));
    Viewport moved = viewport.revealing(new Box(1200, 200, 188, 56), 1000, 800);
    assertEquals(0, moved.offsetY());
    assertTrue(moved.visible(1000, 800).contains(new Point(1388, 256)));
  }
}
