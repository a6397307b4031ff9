// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Point2D;
import javafx.util.Duration;
import tiphys.model.layout.Box;

/** While something is held at the border of the view, the view goes on that way. */
final class BorderPan {
  /** How near to the border, in pixels. */
  private static final double BORDER = 24;

  private static final double STEP = 15;
  private static final Duration TICK = Duration.millis(33);

  /** Who only passes the border does not mean it. */
  private static final Duration PATIENCE = Duration.millis(250);

  private final CanvasViewModel model;
  private final Timeline ticking = new Timeline();
  private Point2D at = Point2D.ZERO;

  /** For one canvas. @param moved is told where the pointer is, over a view that has moved */
  BorderPan(CanvasViewModel model, Consumer<Point2D> moved) {
    this.model = model;
    ticking
        .getKeyFrames()
        .add(
            new KeyFrame(
                TICK,
                _ -> {
                  model.look(model.viewport().panned(-STEP * across(), -STEP * down()));
                  moved.accept(at);
                }));
    ticking.setCycleCount(Animation.INDEFINITE);
    ticking.setDelay(PATIENCE);
  }

  /** Something is held at a place of the view. */
  void hold(Point2D place) {
    at = place;
    boolean isAtBorder = across() != 0 || down() != 0;
    if (!isAtBorder) {
      ticking.stop();
    } else if (ticking.getStatus() != Animation.Status.RUNNING) {
      ticking.playFromStart();
    }
  }

  /** Nothing is held any more. */
  void letGo() {
    ticking.stop();
  }

  private double across() {
    Box seen = model.visible();
    return side(at.getX(), seen.width() * model.viewport().scale());
  }

  private double down() {
    Box seen = model.visible();
    return side(at.getY(), seen.height() * model.viewport().scale());
  }

  private static double side(double place, double room) {
    if (place < BORDER) {
      return -1;
    }
    return place > room - BORDER ? 1 : 0;
  }
}
