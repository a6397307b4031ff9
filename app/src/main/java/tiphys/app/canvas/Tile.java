// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import tiphys.model.layout.Box;

/** A part of the picture that is kept. */
record Tile(Canvas canvas, Raster raster) {
  /** Small enough that the strip a pan lays bare is little more than what has to be painted. */
  static final int SIZE = 256;

  static final Box ALL = new Box(0, 0, SIZE, SIZE);

  static Tile blank() {
    return new Tile(new Canvas(SIZE, SIZE), new Raster());
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
