// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;

/** A part of the picture. */
record Tile(Canvas canvas, EdgeCloud cloud) {
  /**
   * Of what is kept; small enough that the strip a pan lays bare is little more than what has to be
   * painted.
   */
  static final int SIZE = 256;

  static Tile blank() {
    return new Tile(new Canvas(SIZE, SIZE), new EdgeCloud());
  }

  double width() {
    return canvas.getWidth();
  }

  double height() {
    return canvas.getHeight();
  }

  GraphicsContext graphics() {
    return canvas.getGraphicsContext2D();
  }
}
