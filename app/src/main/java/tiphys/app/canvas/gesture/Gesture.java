// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas.gesture;

/** A hand at work, from the press of a button to its release. Escape drops it without an end. */
public sealed interface Gesture
    permits DragToConnect,
        DragToReconnect,
        DragToMove,
        DragStep,
        DragToCreate,
        MarqueeSelect,
        LassoSelect,
        MakeRoom,
        PanView {
  void moveTo(Pointer pointer);

  /** What to show now. */
  Feedback feedback();

  /** What the release of the button asks for. */
  Intent end();
}
