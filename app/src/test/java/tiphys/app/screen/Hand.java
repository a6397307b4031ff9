// SPDX-License-Identifier: Apache-2.0
package tiphys.app.screen;

import com.sun.javafx.scene.SceneHelper;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/**
 * Presses, drags and types in a window. The headless platform's robot loses drags, so the events
 * are given to the scene where the toolkit would give them.
 */
public final class Hand {
  private final Screen screen;
  private final Node on;
  private boolean isShift;
  private boolean isControl;
  private boolean isAlt;

  /** Over a node; places are in its coordinates. */
  public Hand(Screen screen, Node on) {
    this.screen = screen;
    this.on = on;
  }

  public Hand holding(boolean shift, boolean control) {
    isShift = shift;
    isControl = control;
    return this;
  }

  public Hand withAlt() {
    isAlt = true;
    return this;
  }

  /** Moves there without a button. */
  public void moveTo(double x, double y) {
    send(MouseEvent.MOUSE_MOVED, x, y, MouseButton.NONE, 0);
  }

  public void press(double x, double y) {
    moveTo(x, y);
    send(MouseEvent.MOUSE_PRESSED, x, y, MouseButton.PRIMARY, 1);
  }

  public void dragTo(double x, double y) {
    send(MouseEvent.MOUSE_DRAGGED, x, y, MouseButton.PRIMARY, 1);
  }

  public void release(double x, double y) {
    send(MouseEvent.MOUSE_RELEASED, x, y, MouseButton.PRIMARY, 1);
  }

  public void drag(double fromX, double fromY, double toX, double toY) {
    press(fromX, fromY);
    dragTo((fromX + toX) / 2, (fromY + toY) / 2);
    dragTo(toX, toY);
    release(toX, toY);
  }

  public void click(double x, double y) {
    press(x, y);
    release(x, y);
  }

  /** All in one go: on a slow machine, two clicks apart would be two single ones. */
  public void doubleClick(double x, double y) {
    moveTo(x, y);
    Screen.doOnWindow(
        () -> {
          for (int clicks = 1; clicks <= 2; clicks++) {
            process(MouseEvent.MOUSE_PRESSED, x, y, MouseButton.PRIMARY, clicks);
            process(MouseEvent.MOUSE_RELEASED, x, y, MouseButton.PRIMARY, clicks);
          }
        });
    screen.settle();
  }

  public void type(KeyCode... codes) {
    for (KeyCode code : codes) {
      Screen.doOnWindow(
          () -> {
            Node focused = screen.scene().getFocusOwner();
            Node target = focused == null ? screen.scene().getRoot() : focused;
            target.fireEvent(key(KeyEvent.KEY_PRESSED, code));
            target.fireEvent(key(KeyEvent.KEY_RELEASED, code));
          });
    }
    screen.settle();
  }

  /** Types letters to whatever has the keyboard. */
  public void write(String text) {
    for (String letter : text.split("(?!^)", -1)) {
      Screen.doOnWindow(
          () -> {
            Node focused = screen.scene().getFocusOwner();
            if (focused != null) {
              focused.fireEvent(typed(letter));
            }
          });
    }
    screen.settle();
  }

  /** A letter, for whoever gives two events in one go. */
  public static KeyEvent typed(String letter) {
    return new KeyEvent(
        KeyEvent.KEY_TYPED, letter, "", KeyCode.UNDEFINED, false, false, false, false);
  }

  /** A key without others, for whoever gives two events in one go. */
  public static KeyEvent pressed(KeyCode code) {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", code.getName(), code, false, false, false, false);
  }

  /** Writes over what stands in a field, letter by letter. */
  public void writeInto(TextInputControl field, String text) {
    Screen.doOnWindow(
        () -> {
          field.requestFocus();
          field.selectAll();
        });
    for (int i = 0; i < text.length(); i++) {
      String letter = text.substring(i, i + 1);
      Screen.doOnWindow(() -> field.fireEvent(typed(letter)));
    }
  }

  public void scroll(double x, double y, double byX, double byY) {
    Screen.doOnWindow(
        () -> {
          Point2D at = on.localToScene(x, y);
          on.fireEvent(
              new ScrollEvent(
                  ScrollEvent.SCROLL,
                  at.getX(),
                  at.getY(),
                  at.getX(),
                  at.getY(),
                  isShift,
                  isControl,
                  false,
                  false,
                  false,
                  false,
                  byX,
                  byY,
                  byX,
                  byY,
                  ScrollEvent.HorizontalTextScrollUnits.NONE,
                  0,
                  ScrollEvent.VerticalTextScrollUnits.NONE,
                  0,
                  0,
                  null));
        });
    screen.settle();
  }

  private KeyEvent key(EventType<KeyEvent> type, KeyCode code) {
    return new KeyEvent(type, "", code.getName(), code, isShift, isControl, isAlt, false);
  }

  private void send(
      EventType<MouseEvent> type, double x, double y, MouseButton button, int clicks) {
    Screen.doOnWindow(() -> process(type, x, y, button, clicks));
    screen.settle();
  }

  private void process(
      EventType<MouseEvent> type, double x, double y, MouseButton button, int clicks) {
    Point2D at = on.localToScene(x, y);
    boolean isDown = button == MouseButton.PRIMARY && type != MouseEvent.MOUSE_RELEASED;
    SceneHelper.processMouseEvent(
        screen.scene(),
        new MouseEvent(
            type, at.getX(), at.getY(), at.getX(), at.getY(), button, clicks, isShift, isControl,
            false, false, isDown, false, false, false, false, false, null));
  }
}
