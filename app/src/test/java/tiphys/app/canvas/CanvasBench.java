// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import tiphys.app.canvas.drawing.Viewport;

/** What the benchmark may do with a canvas that is not for everybody. */
public final class CanvasBench {
  private CanvasBench() {}

  public static boolean isEmpty(CanvasViewModel model) {
    return model.drawing().isEmpty();
  }

  public static void look(CanvasViewModel model, double scale, double x, double y) {
    model.look(new Viewport(scale, x, y));
  }

  public static void pan(CanvasViewModel model, double by) {
    model.look(model.viewport().panned(by, by));
  }
}
