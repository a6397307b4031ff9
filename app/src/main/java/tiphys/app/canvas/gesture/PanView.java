// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas.gesture;

import javafx.geometry.Point2D;
import tiphys.app.canvas.drawing.Viewport;

/** Drags the whole canvas along: Space and the left button, or the middle button. */
public final class PanView implements Gesture {
  private final Viewport before;
  private final Point2D from;
  private Viewport now;

  public PanView(Pointer start) {
    this.before = start.viewport();
    this.from = start.view();
    this.now = before;
  }

  @Override
  public void moveTo(Pointer pointer) {
    now = before.panned(pointer.view().getX() - from.getX(), pointer.view().getY() - from.getY());
  }

  /** What the view shows now; it follows at once. */
  public Viewport viewport() {
    return now;
  }

  @Override
  public Feedback feedback() {
    return Feedback.NONE;
  }

  @Override
  public Intent end() {
    return new Intent.Look(now);
  }
}
