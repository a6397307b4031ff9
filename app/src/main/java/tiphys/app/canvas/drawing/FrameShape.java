// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas.drawing;

import tiphys.model.layout.Box;
import tiphys.model.layout.Point;
import tiphys.model.state.Unfolded;

/** Where a card that can be opened in place has its control, and a frame its title. */
public final class FrameShape {
  /** The control is drawn smaller than it can be caught. */
  public static final double TOGGLE_RADIUS = 7.5;

  private static final double TOGGLE_LEFT = 46;
  private static final double ON_CARD = 43;

  private FrameShape() {}

  /** The middle of the control that opens a card or closes a frame. */
  public static Point toggle(Box box, boolean isFrame) {
    return new Point(box.x() + TOGGLE_LEFT, box.y() + (isFrame ? Unfolded.TITLE / 2 : ON_CARD));
  }

  /** What of a frame belongs to its inside. */
  public static Box inside(Box frame) {
    return new Box(
        frame.x(), frame.y() + Unfolded.TITLE, frame.width(), frame.height() - Unfolded.TITLE);
  }
}
