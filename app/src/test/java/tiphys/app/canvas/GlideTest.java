// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tiphys.app.screen.Screen;
import tiphys.app.theme.ThemeChoice;
import tiphys.model.command.MoveNodes;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.layout.Point;

/** The eye can follow cards to where a layout puts them. */
class GlideTest {
  @Test
  void aCardIsOnItsWayFirstAndThenWhereTheLayoutPutIt() throws InterruptedException {
    OnCanvas canvas = OnCanvas.show(OnCanvas.DIAMOND, ThemeChoice.LIGHT);
    NodeId a = new NodeId("A");
    Point far = new Point(4_000, 3_000);
    Scope main = canvas.editor().scope().orElseThrow();
    Screen.doOnWindow(() -> canvas.editor().apply(new MoveNodes(main, Map.of(a, far))));
    Glide glide = Screen.onWindow(() -> new Glide(() -> {}));
    Frame before = Screen.onWindow(() -> canvas.model().frame().get());
    Screen.doOnWindow(canvas.model()::layOut);
    Frame after = Screen.onWindow(() -> canvas.model().frame().get());
    Point end = after.drawing().corner(0);

    Point begun =
        Screen.onWindow(
            () -> {
              glide.begin(before);
              return glide.of(after).drawing().corner(0);
            });
    while (Screen.onWindow(glide::isGoing)) {
      Thread.sleep(10);
    }

    assertTrue(begun.x() > end.x() || begun.equals(end), begun + " " + end);
    assertEquals(end, Screen.onWindow(() -> glide.of(after).drawing().corner(0)));
  }
}
