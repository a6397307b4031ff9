// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas.gesture;

import javafx.geometry.Point2D;
import tiphys.app.canvas.drawing.Viewport;
import tiphys.model.layout.Point;

/**
 * Where the pointer is.
 *
 * @param view in view pixels
 * @param viewport what the view shows
 */
public record Pointer(Point2D view, Viewport viewport) {
  public Point canvas() {
    return viewport.toCanvas(view);
  }

  /** How far a distance of the view is on the canvas. */
  double onCanvas(double viewPixels) {
    return viewPixels / viewport.scale();
  }
}
