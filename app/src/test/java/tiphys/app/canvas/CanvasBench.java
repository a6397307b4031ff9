// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleConsumer;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import tiphys.app.canvas.drawing.Drawing;
import tiphys.app.canvas.drawing.Viewport;
import tiphys.app.canvas.gesture.DragToMove;
import tiphys.app.canvas.gesture.Feedback;
import tiphys.app.canvas.gesture.Pointer;
import tiphys.model.graph.NodeId;
import tiphys.model.layout.Point;
import tiphys.model.run.NodePhase;

/** What the benchmark may do with a canvas that is not for everybody. */
public final class CanvasBench {
  private CanvasBench() {}

  public static boolean isEmpty(CanvasViewModel model) {
    return model.drawing().isEmpty();
  }

  /** The picture's content: another one after every change of the workflow. */
  public static Drawing drawing(CanvasViewModel model) {
    return model.drawing();
  }

  public static int nodes(CanvasViewModel model) {
    return model.drawing().nodes().size();
  }

  /** How many tasks are in the colour of success. */
  public static int succeeded(CanvasViewModel model) {
    return (int)
        model.frame().get().states().values().stream()
            .filter(state -> state.phase().filter(NodePhase.SUCCEEDED::equals).isPresent())
            .count();
  }

  /** What the canvas in a scene shows, once there is one. */
  public static Optional<CanvasViewModel> modelIn(Scene scene) {
    return scene.getRoot().lookup(".canvas") instanceof CanvasView view
        ? Optional.of(view.model())
        : Optional.empty();
  }

  public static void look(CanvasViewModel model, double scale, double x, double y) {
    model.look(new Viewport(scale, x, y));
  }

  public static void pan(CanvasViewModel model, double by) {
    model.look(model.viewport().panned(by, by));
  }

  /** A hand that has taken hold of the first card; what it gives moves the card so far. */
  public static DoubleConsumer dragOf(CanvasViewModel model) {
    NodeId held = model.drawing().nodes().getFirst().id();
    Point at = model.drawing().corner(0);
    look(model, 1, 300 - at.x(), 200 - at.y());
    Pointer start = new Pointer(new Point2D(320, 220), model.viewport());
    DragToMove drag = new DragToMove(start, model.drawing(), held, Set.of(held));
    return by -> {
      drag.moveTo(new Pointer(new Point2D(320 + by, 220 + by / 2), model.viewport()));
      model.feedback(drag.feedback());
    };
  }

  /** Lets go of what is held, where it was. */
  public static void letGo(CanvasViewModel model) {
    model.feedback(Feedback.NONE);
  }
}
