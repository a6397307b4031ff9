// SPDX-License-Identifier: Apache-2.0
package tiphys.app.window;

import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.stage.Window;

/** A tab that is dragged: within its strip to another place, out of the window to another one. */
final class TabDrag {
  /** A hand that clicks may tremble so far, in pixels. */
  private static final double TREMBLING = 8;

  private static final double LIFTED = 0.5;

  private final Node tab;
  private final Pane strip;
  private final IntConsumer toPlace;
  private final Consumer<Point2D> outside;
  private Point2D from = Point2D.ZERO;
  private boolean isDragged;

  /**
   * Listens to a tab, which holds it.
   *
   * @param toPlace told the place among its neighbours where the tab was let go of
   * @param outside told the place on the screen
   */
  TabDrag(Node tab, Pane strip, IntConsumer toPlace, Consumer<Point2D> outside) {
    this.tab = tab;
    this.strip = strip;
    this.toPlace = toPlace;
    this.outside = outside;
    tab.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> from = onScreen(event));
    tab.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::drag);
    tab.addEventFilter(MouseEvent.MOUSE_RELEASED, this::release);
  }

  private void drag(MouseEvent event) {
    isDragged = isDragged || from.distance(onScreen(event)) > TREMBLING;
    if (isDragged) {
      tab.setOpacity(LIFTED);
      tab.setCursor(Cursor.MOVE);
      event.consume();
    }
  }

  private void release(MouseEvent event) {
    if (!isDragged) {
      return;
    }
    isDragged = false;
    tab.setOpacity(1);
    tab.setCursor(Cursor.DEFAULT);
    event.consume();
    Point2D at = onScreen(event);
    Window window = strip.getScene().getWindow();
    boolean isInside =
        at.getX() >= window.getX()
            && at.getX() < window.getX() + window.getWidth()
            && at.getY() >= window.getY()
            && at.getY() < window.getY() + window.getHeight();
    if (isInside) {
      toPlace.accept(placeAt(strip.screenToLocal(at).getX()));
    } else {
      outside.accept(at);
    }
  }

  /** How many of the other tabs have their middle to the left. */
  private int placeAt(double x) {
    int place = 0;
    for (Node other : strip.getChildren()) {
      Bounds bounds = other.getBoundsInParent();
      if (!other.equals(tab)
          && other.getStyleClass().contains("file-tab")
          && bounds.getCenterX() < x) {
        place++;
      }
    }
    return place;
  }

  private static Point2D onScreen(MouseEvent event) {
    return new Point2D(event.getScreenX(), event.getScreenY());
  }
}
