// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.Locale;
import java.util.Optional;
import tiphys.app.canvas.gesture.DragStep;
import tiphys.app.canvas.gesture.DragToConnect;
import tiphys.app.canvas.gesture.DragToCreate;
import tiphys.app.canvas.gesture.DragToMove;
import tiphys.app.canvas.gesture.DragToReconnect;
import tiphys.app.canvas.gesture.Gesture;
import tiphys.app.canvas.gesture.LassoSelect;
import tiphys.app.canvas.gesture.MakeRoom;
import tiphys.app.canvas.gesture.MarqueeSelect;
import tiphys.app.canvas.gesture.PanView;

/**
 * What a mouse can do on the canvas, for the sheet of shortcuts. {@code canvas.hand.KEY} says what
 * the hand does, {@code canvas.gesture.KEY} what happens.
 */
enum CanvasGesture {
  CREATE(DragToCreate.class),
  CONNECT(DragToConnect.class),
  CONNECT_TO_NOTHING(DragToConnect.class),
  CONNECT_BY_CLICKS(DragToConnect.class),
  RECONNECT(DragToReconnect.class),
  INSERT(DragToCreate.class),
  MOVE(DragToMove.class),
  MOVE_STEP(DragStep.class),
  SELECT,
  SELECT_MORE,
  SELECT_EDGE,
  MARQUEE(MarqueeSelect.class),
  LASSO(LassoSelect.class),
  MAKE_ROOM(MakeRoom.class),
  OPEN,
  OFFER,
  MENU,
  PAN(PanView.class),
  SCROLL,
  ZOOM;

  private final Optional<Class<? extends Gesture>> dragged;

  CanvasGesture() {
    this.dragged = Optional.empty();
  }

  CanvasGesture(Class<? extends Gesture> dragged) {
    this.dragged = Optional.of(dragged);
  }

  /** The class that carries it out; none for clicks and the wheel. */
  Optional<Class<? extends Gesture>> dragged() {
    return dragged;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
