// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import tiphys.app.canvas.drawing.Port;
import tiphys.app.canvas.gesture.DragStep;
import tiphys.app.canvas.gesture.DragToConnect;
import tiphys.app.canvas.gesture.DragToMove;
import tiphys.app.canvas.gesture.DragToReconnect;
import tiphys.app.canvas.gesture.Feedback;
import tiphys.app.canvas.gesture.Gesture;
import tiphys.app.canvas.gesture.Hit;
import tiphys.app.canvas.gesture.HitTest;
import tiphys.app.canvas.gesture.Intent;
import tiphys.app.canvas.gesture.LassoSelect;
import tiphys.app.canvas.gesture.MakeRoom;
import tiphys.app.canvas.gesture.MarqueeSelect;
import tiphys.app.canvas.gesture.PanView;
import tiphys.app.canvas.gesture.Pointer;
import tiphys.app.editor.EditTool;
import tiphys.app.editor.Selection;
import tiphys.model.graph.FlowEdge;
import tiphys.model.graph.FlowGroup;
import tiphys.model.graph.NodeId;
import tiphys.model.layout.Point;
import tiphys.model.problem.Problem;
import tiphys.model.state.Area;
import tiphys.model.symbol.DataEdge;

/** Turns what a mouse does into gestures, and their ends into intents. */
final class PointerInput {
  /** A press that moves less than this is a click, in pixels. */
  private static final double DRAG_DISTANCE = 5;

  /** One notch of a wheel is 40 pixels; this many zoom by the factor e. */
  private static final double WHEEL_ZOOM = 240;

  /** What a hand asks for that a gesture cannot do on the drawing alone. */
  interface Listener {
    void perform(Intent intent);

    void openOrRename(NodeId node);

    /** Opens a card in place, or closes its frame. */
    void toggle(NodeId node);

    /** Something of a fan-out was pressed, once or twice. */
    void stack(Hit.OnStack hit, int clicks);

    /** Asks for another name. */
    void rename(Area area);

    void offerToCreate(Point at);

    void menu(Point2D at);

    /** A hook was pressed once or twice, or its menu is asked for at a place. */
    void hook(Hit.OnHook hook, int clicks);

    void hookMenu(Hit.OnHook hook, Point2D at);
  }

  private final CanvasViewModel model;
  private final Listener listener;
  private final BorderPan border;
  private Optional<Gesture> gesture = Optional.empty();
  private Optional<Pointer> pressedAt = Optional.empty();
  private Hit pressed = Hit.NOTHING;
  private boolean isAdding;
  private boolean isSpaceDown;

  /** What the next drag does, wherever it begins. */
  private Optional<EditTool> tool = Optional.empty();

  /** The connection hangs at the pointer although no button is down. */
  private boolean isLoose;

  PointerInput(CanvasViewModel model, Listener listener) {
    this.model = model;
    this.listener = listener;
    this.border = new BorderPan(model, this::heldAt);
  }

  void space(boolean isDown) {
    isSpaceDown = isDown;
  }

  boolean isPanReady() {
    return isSpaceDown;
  }

  boolean isBusy() {
    return gesture.isPresent() || tool.isPresent();
  }

  /** Takes a tool up for one drag; the same again puts it down. */
  void take(EditTool next) {
    Optional<EditTool> before = tool;
    cancel();
    tool = before.filter(next::equals).isPresent() ? Optional.empty() : Optional.of(next);
  }

  Optional<EditTool> tool() {
    return tool;
  }

  /** Lets go of whatever goes on, without an end. */
  void cancel() {
    border.letGo();
    gesture = Optional.empty();
    pressedAt = Optional.empty();
    isLoose = false;
    tool = Optional.empty();
    model.feedback(Feedback.NONE);
  }

  /** Hangs a connection at the pointer that the next click ends. */
  void connectFrom(NodeId node) {
    start(new DragToConnect(new Hit.OnPort(node, Port.OUT), model.drawing(), model.rules()));
    isLoose = true;
  }

  void press(MouseEvent event) {
    if (isLoose) {
      gesture.ifPresent(loose -> loose.moveTo(pointer(event)));
      finish();
      return;
    }
    if (tool.isEmpty()) {
      model.reach(new Point2D(event.getX(), event.getY()));
    }
    Pointer pointer = pointer(event);
    pressed = hit(pointer);
    isAdding = event.isShiftDown() || event.isShortcutDown();
    boolean isLeft = event.getButton() == MouseButton.PRIMARY;
    if (event.getButton() == MouseButton.MIDDLE || (isLeft && isSpaceDown)) {
      start(new PanView(pointer));
    } else if (isLeft && tool.isPresent()) {
      start(
          switch (tool.get()) {
            case LASSO -> new LassoSelect(pointer, model.drawing(), kept());
            case HAND -> new PanView(pointer);
            default -> new MakeRoom(pointer, model.drawing());
          });
    } else if (isLeft) {
      pressedAt = Optional.of(pointer);
      choosePressed();
    } else if (event.getButton() == MouseButton.SECONDARY) {
      choosePressed();
      if (pressed instanceof Hit.OnHook hook) {
        listener.hookMenu(hook, pointer.view());
        return;
      }
      if (pressed instanceof Hit.Nothing) {
        model.select(Selection.NONE);
      }
      listener.menu(pointer.view());
    }
  }

  void drag(MouseEvent event) {
    Pointer pointer = pointer(event);
    if (gesture.isEmpty() && pressedAt.isPresent()) {
      Pointer from = pressedAt.get();
      if (from.view().distance(pointer.view()) >= DRAG_DISTANCE) {
        start(dragOf(from));
      }
    }
    gesture.ifPresent(going -> moveTo(going, pointer));
  }

  void release(MouseEvent event) {
    boolean wasClick = gesture.isEmpty() && pressedAt.isPresent();
    if (!isLoose) {
      finish();
    }
    if (wasClick) {
      click(event);
    }
  }

  void move(MouseEvent event) {
    Pointer pointer = pointer(event);
    if (gesture.isPresent()) {
      moveTo(gesture.get(), pointer);
    } else {
      model.hover(model.isWithinReach(pointer.view()) ? hit(pointer) : Hit.NOTHING);
    }
  }

  /** The name of an area lies over edges, but behind cards. */
  private Hit hit(Pointer pointer) {
    Optional<Hit> problem = ProblemBadge.at(pointer.canvas(), model.frame().get());
    Hit hit = problem.orElseGet(() -> hitOfDrawing(pointer));
    boolean isCard = !(hit instanceof Hit.Nothing || hit instanceof Hit.OnEdge);
    return isCard
        ? hit
        : model
            .frame()
            .get()
            .around()
            .scene()
            .areaAt(pointer.canvas())
            .<Hit>map(Hit.OnArea::new)
            .orElse(hit);
  }

  private Hit hitOfDrawing(Pointer pointer) {
    Hit hit = HitTest.at(pointer, model.drawing(), model.frame().get().data());
    return hit instanceof Hit.OnPort
        ? hit
        : StackHit.at(pointer.canvas(), model.frame().get()).orElse(hit);
  }

  void exit() {
    model.hover(Hit.NOTHING);
  }

  void scroll(ScrollEvent event) {
    if (event.isShortcutDown()) {
      double factor = Math.exp(event.getDeltaY() / WHEEL_ZOOM);
      Point2D anchor = new Point2D(event.getX(), event.getY());
      model.look(model.viewport().zoomedTo(model.viewport().scale() * factor, anchor));
    } else {
      boolean isSideways = event.isShiftDown() && event.getDeltaX() == 0;
      double x = isSideways ? event.getDeltaY() : event.getDeltaX();
      double y = isSideways ? 0 : event.getDeltaY();
      model.look(model.viewport().panned(x, y));
    }
  }

  void zoom(ZoomEvent event) {
    Point2D anchor = new Point2D(event.getX(), event.getY());
    model.look(model.viewport().zoomedTo(model.viewport().scale() * event.getZoomFactor(), anchor));
  }

  private void choosePressed() {
    switch (pressed) {
      case Hit.OnNode(NodeId node) -> {
        if (!model.selection().has(node) && !isAdding) {
          model.select(Selection.of(node));
        }
      }
      case Hit.OnStack(NodeId node, Hit.StackPart.Card(NodeId part)) ->
          model.select(Selection.of(node, part));
      case Hit.OnEdge(FlowEdge edge) -> model.select(Selection.of(edge));
      case Hit.OnArea(Area area) -> model.select(Selection.of(area.members()));
      default -> {}
    }
  }

  private Gesture dragOf(Pointer from) {
    Optional<Gesture> end =
        model
            .selection()
            .edge()
            .flatMap(edge -> DragToReconnect.of(edge, from, model.drawing(), model.rules()));
    return end.orElseGet(() -> dragOfPressed(from));
  }

  private Gesture dragOfPressed(Pointer from) {
    return switch (pressed) {
      case Hit.OnStack(NodeId node, Hit.StackPart.Card _) -> dragOf(node, from);
      case Hit.OnPort port -> new DragToConnect(port, model.drawing(), model.rules());
      case Hit.OnNode(NodeId node) -> dragOf(node, from);
      case Hit.OnArea(Area area) when model.frame().get().groups().isEmpty() ->
          new DragToMove(from, model.drawing(), area.members().iterator().next(), area.members());
      case Hit.OnEdge _,
          Hit.OnData _,
          Hit.OnHook _,
          Hit.OnToggle _,
          Hit.OnStack _,
          Hit.OnArea _,
          Hit.OnProblem _,
          Hit.Nothing _ ->
          new MarqueeSelect(from, model.drawing(), kept());
    };
  }

  private Gesture dragOf(NodeId node, Pointer from) {
    if (!model.selection().has(node)) {
      model.select(isAdding ? model.selection().toggled(node) : Selection.of(node));
    }
    List<FlowGroup> groups = model.frame().get().groups();
    return groups.isEmpty()
        ? new DragToMove(from, model.drawing(), node, model.selection().nodes())
        : new DragStep(
            from, model.drawing(), node, groups, target -> model.refusalToMove(node, target));
  }

  private Set<NodeId> kept() {
    return isAdding ? model.selection().nodes() : Set.of();
  }

  private void click(MouseEvent event) {
    switch (pressed) {
      case Hit.OnNode(NodeId node) -> {
        if (isAdding) {
          model.select(model.selection().toggled(node));
        } else if (event.getClickCount() == 2) {
          listener.openOrRename(node);
        } else {
          model.select(Selection.of(node));
        }
      }
      case Hit.OnToggle(NodeId node) -> listener.toggle(node);
      case Hit.OnStack stack -> listener.stack(stack, event.getClickCount());
      case Hit.OnProblem(NodeId node, Problem problem) -> {
        model.select(Selection.of(node));
        problem.place().ifPresent(model.editor()::reveal);
      }
      case Hit.OnPort(NodeId node, Port port) -> {
        model.select(Selection.of(node));
        if (port == Port.OUT) {
          connectFrom(node);
        }
      }
      case Hit.OnEdge _ -> {}
      case Hit.OnArea(Area area) -> {
        if (event.getClickCount() == 2) {
          listener.rename(area);
        }
      }
      case Hit.OnData(DataEdge edge) -> model.goTo(edge);
      case Hit.OnHook hook -> listener.hook(hook, event.getClickCount());
      case Hit.Nothing _ -> {
        if (!isAdding) {
          model.select(Selection.NONE);
        }
        if (event.getClickCount() == 2) {
          listener.offerToCreate(pointer(event).canvas());
        }
      }
    }
  }

  private void start(Gesture next) {
    gesture = Optional.of(next);
    model.hover(Hit.NOTHING);
  }

  private void moveTo(Gesture going, Pointer pointer) {
    going.moveTo(pointer);
    if (going instanceof PanView pan) {
      model.look(pan.viewport());
    } else {
      model.feedback(going.feedback());
      border.hold(pointer.view());
    }
  }

  /** The view has moved under a pointer that rests. */
  private void heldAt(Point2D view) {
    gesture.ifPresent(
        going -> {
          going.moveTo(new Pointer(view, model.viewport()));
          model.feedback(going.feedback());
        });
  }

  private void finish() {
    Optional<Gesture> ended = gesture;
    cancel();
    ended.ifPresent(done -> listener.perform(done.end()));
  }

  private Pointer pointer(MouseEvent event) {
    return new Pointer(new Point2D(event.getX(), event.getY()), model.viewport());
  }
}
