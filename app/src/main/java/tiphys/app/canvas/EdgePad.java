// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import tiphys.app.canvas.drawing.EdgeCurve;
import tiphys.app.canvas.gesture.Hit;
import tiphys.app.editor.EditTool;
import tiphys.app.message.Messages;
import tiphys.model.graph.FlowEdge;
import tiphys.model.layout.Heading;
import tiphys.model.layout.Point;

/**
 * What is done with an edge, beside its middle: put a task on it, choose its condition, delete it.
 */
final class EdgePad extends HBox {
  /** Edges smaller than this have no pad: it would hide them. */
  private static final double LEAST_SCALE = 0.35;

  /** Beside the edge, so that a click on the edge itself still chooses it; in pixels. */
  private static final double BESIDE = 12;

  /** What the buttons ask for. */
  interface Listener {
    void insert(FlowEdge edge);

    void conditions(FlowEdge edge);

    void delete(FlowEdge edge);
  }

  private final CanvasViewModel model;
  private Optional<FlowEdge> edge = Optional.empty();

  EdgePad(CanvasViewModel model, CanvasKeys keys, Messages messages, Listener listener) {
    this.model = model;
    getStyleClass().addAll("canvas-float", "edge-pad");
    setCache(true); // its shadow need not be computed in every frame
    Button insert =
        button(
            "add",
            keys.hinted(messages.text("canvas.edge.insert"), EditTool.INSERT_ON_EDGE, messages),
            listener::insert);
    Button condition =
        button(
            "condition",
            keys.hinted(messages.text("canvas.edge.condition"), EditTool.CONDITION, messages),
            listener::conditions);
    Button delete = button("delete", messages.text("canvas.edge.delete"), listener::delete);
    insert.setId("edge-insert");
    condition.setId("edge-condition");
    delete.setId("edge-delete");
    delete.getStyleClass().add("danger");
    getChildren().addAll(insert, condition, delete);
    hoverProperty()
        .subscribe(_ -> Optional.ofNullable(getParent()).ifPresent(Parent::requestLayout));
    setVisible(false);
  }

  private Button button(String glyph, String sentence, Consumer<FlowEdge> action) {
    return Buttons.glyph(glyph, sentence, () -> edge.ifPresent(action));
  }

  /** At the edge under the pointer or, with none there, the chosen one; it stays under the hand. */
  void show(Frame frame, boolean isBusy) {
    if (!isHover() || !isVisible()) {
      edge =
          frame.hover() instanceof Hit.OnEdge(FlowEdge hovered)
              ? Optional.of(hovered)
              : frame.selection().edge();
    }
    Optional<Point2D> at = edge.flatMap(this::middle);
    boolean isShown =
        at.isPresent()
            && !isBusy
            && frame.feedback().wire().isEmpty()
            && frame.viewport().scale() >= LEAST_SCALE;
    setVisible(isShown);
    if (isShown) {
      autosize();
      boolean isDown = frame.drawing().heading() == Heading.DOWN;
      double aside = isDown ? BESIDE : -getWidth() / 2;
      double below = isDown ? -getHeight() / 2 : BESIDE;
      relocate(Math.rint(at.get().getX() + aside), Math.rint(at.get().getY() + below));
    }
  }

  /** The middle of an edge in the view; empty where it is not drawn. */
  Optional<Point2D> middle(FlowEdge of) {
    int number = model.drawing().edges().indexOf(of);
    if (number < 0) {
      return Optional.empty();
    }
    List<Point> chain = EdgeCurve.along(model.drawing().route(number));
    Point from = chain.get((chain.size() - 1) / 2);
    Point to = chain.get(chain.size() / 2);
    Point middle = new Point((from.x() + to.x()) / 2, (from.y() + to.y()) / 2);
    return Optional.of(model.viewport().toView(middle));
  }
}
