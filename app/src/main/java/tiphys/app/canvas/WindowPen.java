// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.function.Consumer;
import tiphys.app.canvas.drawing.Viewport;
import tiphys.exporter.picture.Pen;

/** A pen for a part of the window: finely on a canvas, or quickly in a raster. */
interface WindowPen extends Pen {
  /** Begins anew, with nothing but a background. @param viewport turns canvas units into pixels */
  void begin(Viewport viewport, int background);

  double width();

  double height();

  /** From now on everything is so opaque, from 0 to 1. */
  void opacity(double opacity);

  /** Draws by hand, in pixels: what is too much to be drawn line by line. */
  void byHand(Consumer<Raster> drawing);
}
