// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.TilePane;
import tiphys.app.editor.EditTool;
import tiphys.app.message.Messages;
import tiphys.model.graph.FlowNode;
import tiphys.model.graph.NodeId;
import tiphys.model.layout.Box;
import tiphys.model.layout.Heading;
import tiphys.model.layout.Point;
import tiphys.model.workflow.Behaviour;

/** What is done most with a card, at the card: add after it, connect it, go inside, delete it. */
final class ContextPad extends TilePane {
  private static final double GAP = 14;

  /** Cards smaller than this have no pad: it would be larger than they are. */
  private static final double LEAST_SCALE = 0.35;

  /** What the pad's buttons ask for. */
  interface Listener {
    void addAfter(NodeId node);

    void connect(NodeId node);

    void open(NodeId node);

    /** Opens it in place, or closes its frame. */
    void toggle(NodeId node);

    /** Shows what it fanned out to, or makes a stack of that again. */
    void stack(NodeId node);

    void delete();

    /** Leads to the text that cannot be read. */
    void mend(NodeId node);
  }

  private final CanvasViewModel model;
  private final Button open;
  private final Button inPlace;
  private final Button stack;
  private final Button mend;
  private final List<Button> edits;

  ContextPad(CanvasViewModel model, CanvasKeys keys, Messages messages, Listener listener) {
    this.model = model;
    getStyleClass().addAll("canvas-float", "context-pad");
    setCache(true); // its shadow need not be computed in every frame
    Button add =
        Buttons.glyph(
            "add",
            keys.hinted(messages.text("canvas.pad.add"), CanvasKey.ADD_AFTER, messages),
            () -> chosen().ifPresent(listener::addAfter));
    add.getStyleClass().add("primary");
    Button connect =
        Buttons.glyph(
            "connect",
            keys.hinted(messages.text("canvas.pad.connect"), CanvasKey.CONNECT, messages),
            () -> chosen().ifPresent(listener::connect));
    open =
        Buttons.glyph(
            "inside", messages.text("canvas.pad.open"), () -> chosen().ifPresent(listener::open));
    inPlace =
        Buttons.glyph(
            "layout",
            keys.hinted(messages.text("canvas.pad.in-place"), EditTool.OPEN_IN_PLACE, messages),
            () -> chosen().ifPresent(listener::toggle));
    inPlace.setId("pad-in-place");
    stack =
        Buttons.glyph(
            "loop",
            keys.hinted(messages.text("canvas.pad.stack"), EditTool.OPEN_STACK, messages),
            () -> chosen().ifPresent(listener::stack));
    stack.setId("pad-stack");
    Button delete = Buttons.glyph("delete", messages.text("canvas.pad.delete"), listener::delete);
    delete.getStyleClass().add("danger");
    mend =
        Buttons.glyph(
            "lost", messages.text("canvas.pad.mend"), () -> chosen().ifPresent(listener::mend));
    mend.setId("pad-mend");
    edits = List.of(add, connect, delete);
    getChildren().addAll(add, connect, inPlace, stack, open, delete, mend);
    getChildren().forEach(button -> button.managedProperty().bind(button.visibleProperty()));
  }

  /**
   * Beside the one card that is chosen, while the hand is idle; clear of the edges that leave it,
   * and of what floats over the canvas.
   */
  void show(Frame frame, boolean isBusy, List<Bounds> taken) {
    Optional<FlowNode> node = model.singleNode();
    boolean isShown =
        node.isPresent()
            && !isBusy
            && frame.feedback().wire().isEmpty()
            && frame.viewport().scale() >= LEAST_SCALE;
    setVisible(isShown);
    if (isShown) {
      boolean isLost = node.get().has(Behaviour.LOST);
      edits.forEach(button -> button.setVisible(!isLost));
      mend.setVisible(isLost);
      open.setVisible(node.get().leadsSomewhere());
      stack.setVisible(Stacks.isStack(frame, node.get().id()));
      inPlace.setVisible(node.get().hasInside());
      boolean isDown = frame.drawing().heading() == Heading.DOWN;
      int shown = (int) getChildren().stream().filter(Node::isManaged).count();
      setOrientation(isDown ? Orientation.VERTICAL : Orientation.HORIZONTAL);
      setPrefRows(isDown ? shown : 1);
      setPrefColumns(isDown ? 1 : shown);
      autosize();
      Box box = frame.drawing().boxOf(node.get().id()).orElseThrow();
      Point2D corner = frame.viewport().toView(new Point(box.x(), box.y()));
      double right = corner.getX() + box.width() * frame.viewport().scale();
      Point2D beside = new Point2D(right + GAP, corner.getY() - 2);
      Point2D before = new Point2D(corner.getX() - GAP - getWidth(), corner.getY() - 2);
      Point2D above = new Point2D(right - getWidth(), corner.getY() - getHeight() - GAP);
      relocate(free(isDown ? List.of(beside, before, above) : List.of(above, beside), taken));
    }
  }

  /** The first of some places that nothing floats over, within the view; the first if none is. */
  private Point2D free(List<Point2D> places, List<Bounds> taken) {
    return places.stream()
        .map(this::within)
        .filter(
            at ->
                taken.stream()
                    .noneMatch(
                        bounds -> bounds.intersects(at.getX(), at.getY(), getWidth(), getHeight())))
        .findFirst()
        .orElseGet(() -> within(places.getFirst()));
  }

  /** A frame may be wider than the view. */
  private Point2D within(Point2D at) {
    double most = ((Region) getParent()).getWidth() - getWidth() - GAP;
    return new Point2D(Math.min(at.getX(), most), at.getY());
  }

  private void relocate(Point2D at) {
    relocate(Math.rint(at.getX()), Math.rint(at.getY()));
  }

  private Optional<NodeId> chosen() {
    return model.selection().single();
  }
}
