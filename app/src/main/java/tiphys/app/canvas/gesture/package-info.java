// SPDX-License-Identifier: Apache-2.0

/**
 * What a hand does on the canvas, one class a gesture, over plain values: a gesture is told where
 * the pointer is and ends in an {@link tiphys.app.canvas.gesture.Intent}; until then its {@link
 * tiphys.app.canvas.gesture.Feedback} says what to show. Nothing here knows a JavaFX event. Entry
 * types: {@link tiphys.app.canvas.gesture.Gesture}, {@link tiphys.app.canvas.gesture.HitTest}.
 */
@NullMarked
package tiphys.app.canvas.gesture;

import org.jspecify.annotations.NullMarked;
