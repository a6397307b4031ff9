// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyEvent;
import tiphys.app.canvas.drawing.Viewport;
import tiphys.app.canvas.gesture.Feedback;
import tiphys.app.canvas.gesture.Hit;
import tiphys.app.canvas.gesture.Intent;
import tiphys.app.editor.EditTool;
import tiphys.app.editor.Selection;
import tiphys.model.graph.FlowNode;
import tiphys.model.graph.NodeId;
import tiphys.model.layout.Box;

/**
 * Everything that a hand can do on the canvas, by the keys of {@link CanvasKeys}. All others are
 * left to the window.
 */
final class KeyInput {
  private static final double PAN = 50;
  private static final double PAN_FAR = 200;
  private static final double NUDGE = 10;

  /** What keys ask for that the drawing alone cannot do. */
  interface Listener {
    void perform(Intent intent);

    void nudge(Direction direction, double distance);

    void rename(NodeId node);

    /** Goes inside. */
    void open(NodeId node);

    void delete();

    void explain(NodeId node);

    void addAfter(Optional<NodeId> node);

    void addBefore(NodeId node);

    void use(EditTool tool);

    /** What can be done with what is chosen. */
    void menu();
  }

  private final CanvasViewModel model;
  private final PointerInput pointer;
  private final Listener listener;
  private final CanvasKeys keys;
  private final EdgeWalk edges;
  private final Stacks stacks;
  private Optional<KeyboardConnect> connecting = Optional.empty();

  KeyInput(
      CanvasViewModel model,
      PointerInput pointer,
      CanvasKeys keys,
      Stacks stacks,
      Listener listener) {
    this.model = model;
    this.stacks = stacks;
    this.keys = keys;
    this.pointer = pointer;
    this.listener = listener;
    this.edges = new EdgeWalk(model);
  }

  void pressed(KeyEvent event) {
    boolean isUsed =
        connecting.isPresent()
            ? connect(event)
            : use(event)
                || keys.of(event, CanvasKey.Context.CANVAS)
                    .map(key -> obey(key, event))
                    .orElse(false);
    if (isUsed) {
      event.consume();
    }
  }

  void released(KeyEvent event) {
    if (isPanKey(event.getCode())) {
      pointer.space(false);
      event.consume();
    }
  }

  private boolean isPanKey(KeyCode code) {
    return keys.combinations(CanvasKey.PAN_READY).stream()
        .anyMatch(keys -> keys instanceof KeyCodeCombination pressed && pressed.getCode() == code);
  }

  /** Chooses the target of a connection with the arrows and makes it with Enter. */
  void connectFrom(NodeId node) {
    KeyboardConnect started = new KeyboardConnect(model.drawing(), model.rules(), node);
    connecting = Optional.of(started);
    model.feedback(started.feedback());
  }

  private boolean use(KeyEvent event) {
    Optional<EditTool> tool = keys.toolOf(event, model.selection());
    tool.ifPresent(listener::use);
    return tool.isPresent();
  }

  /** While a connection is pulled by keys, no other key does anything. */
  private boolean connect(KeyEvent event) {
    KeyboardConnect going = connecting.orElseThrow();
    Optional<CanvasKey> key = keys.of(event, CanvasKey.Context.CONNECTING);
    if (key.filter(CanvasKey.TARGET::equals).isPresent()) {
      Direction.of(event.getCode()).ifPresent(going::step);
    }
    boolean isDone = key.filter(CanvasKey.CONNECT_DONE::equals).isPresent();
    boolean isOver = isDone || key.filter(CanvasKey.CONNECT_CANCEL::equals).isPresent();
    going.target().ifPresent(model::reveal);
    if (isOver) {
      connecting = Optional.empty();
    }
    model.feedback(isOver ? Feedback.NONE : going.feedback());
    if (isDone) {
      listener.perform(going.end());
    }
    return true;
  }

  private boolean obey(CanvasKey key, KeyEvent event) {
    return switch (key) {
      case NEXT -> next(1);
      case PREVIOUS -> next(-1);
      case NEXT_EDGE, PREVIOUS_EDGE, NEXT_DATA, PREVIOUS_DATA -> {
        walk(key);
        yield true;
      }
      case NEXT_PAGE, PREVIOUS_PAGE, NEXT_PHASE ->
          model.selection().single().filter(node -> turn(key, node)).isPresent();
      case WALK -> withArrow(event, direction -> step(direction, false));
      case WALK_ADDING -> withArrow(event, direction -> step(direction, true));
      case PAN -> withArrow(event, direction -> pan(direction, PAN));
      case PAN_FAR -> withArrow(event, direction -> pan(direction, PAN_FAR));
      case NUDGE -> withArrow(event, direction -> listener.nudge(direction, NUDGE));
      case ZOOM_IN,
          ZOOM_OUT,
          ACTUAL_SIZE,
          FIT,
          FIT_CHOSEN,
          DATA,
          SELECT_ALL,
          REDO,
          LEAVE,
          PAN_READY,
          UP -> {
        view(key);
        yield true;
      }
      case OPEN, DELETE, RENAME, EXPLAIN, CONNECT, ADD_AFTER, ADD_BEFORE, ADD, MENU -> {
        edit(key);
        yield true;
      }
      case TARGET, CONNECT_DONE, CONNECT_CANCEL -> false;
    };
  }

  /** Nothing where no fan-out is open: the keys are left to others then. */
  private boolean turn(CanvasKey key, NodeId node) {
    if (stacks.page(node).isEmpty()) {
      return false;
    }
    switch (key) {
      case NEXT_PAGE -> stacks.turn(node, 1);
      case PREVIOUS_PAGE -> stacks.turn(node, -1);
      default -> stacks.nextPhase(node);
    }
    return true;
  }

  private void walk(CanvasKey key) {
    switch (key) {
      case NEXT_EDGE -> edges.dependency(1);
      case PREVIOUS_EDGE -> edges.dependency(-1);
      case NEXT_DATA -> edges.data(1);
      default -> edges.data(-1);
    }
  }

  private void view(CanvasKey key) {
    switch (key) {
      case ZOOM_IN -> model.zoomIn();
      case ZOOM_OUT -> model.zoomOut();
      case ACTUAL_SIZE -> model.zoomTo(1);
      case FIT -> model.fit();
      case FIT_CHOSEN -> model.fitChosen();
      case DATA -> model.showsData().set(!model.showsData().get());
      case SELECT_ALL -> model.selectAll();
      case REDO -> model.editor().redo();
      case PAN_READY -> pointer.space(true);
      case UP -> model.editor().goUp();
      default -> leave();
    }
  }

  private void leave() {
    if (pointer.isBusy()) {
      pointer.cancel();
    } else if (edges.lit().isPresent()) {
      model.hover(Hit.NOTHING);
    } else if (model.selection().part().isPresent()) {
      model.select(model.selection().whole());
    } else if (model.selection().isEmpty() && !model.editor().inPlace().way().isEmpty()) {
      model.editor().goUp();
    } else {
      model.select(Selection.NONE);
    }
  }

  private void edit(CanvasKey key) {
    Optional<NodeId> node = model.selection().single();
    switch (key) {
      case OPEN -> edges.lit().ifPresentOrElse(model::goTo, () -> node.ifPresent(listener::open));
      case RENAME -> node.ifPresent(listener::rename);
      case EXPLAIN -> node.ifPresent(listener::explain);
      case CONNECT -> node.ifPresent(this::connectFrom);
      case ADD_AFTER -> node.ifPresent(after -> listener.addAfter(Optional.of(after)));
      case ADD_BEFORE -> node.ifPresent(listener::addBefore);
      case ADD -> listener.addAfter(Optional.empty());
      case MENU -> listener.menu();
      default -> listener.delete();
    }
  }

  private static boolean withArrow(KeyEvent event, Consumer<Direction> work) {
    Direction.of(event.getCode()).ifPresent(work);
    return true;
  }

  private void pan(Direction direction, double distance) {
    Viewport now = model.viewport();
    model.look(now.panned(-direction.x() * distance, -direction.y() * distance));
  }

  private void step(Direction direction, boolean isAdding) {
    if (stacks.chosen().isPresent()) {
      stacks.walk(direction);
      return;
    }
    Optional<NodeId> from = model.lastChosen();
    if (from.isEmpty()) {
      nearestToMiddle().ifPresent(node -> choose(node, false));
      return;
    }
    direction
        .from(from.get(), model.drawing(), _ -> true)
        .ifPresent(node -> choose(node, isAdding));
  }

  private boolean next(int step) {
    if (stacks.chosen().isPresent()) {
      stacks.step(step);
      return true;
    }
    List<FlowNode> nodes = model.drawing().nodes();
    if (nodes.isEmpty()) {
      return false;
    }
    int now =
        model.lastChosen().map(model.drawing()::numberOf).orElse(step > 0 ? -1 : nodes.size());
    int next = now + step;
    if (next < 0 || next >= nodes.size()) {
      return false;
    }
    choose(nodes.get(next).id(), false);
    return true;
  }

  private void choose(NodeId node, boolean isAdding) {
    Selection now = model.selection();
    model.select(isAdding && !now.has(node) ? now.toggled(node) : Selection.of(node));
    model.lastChosen(node);
    model.reveal(node);
  }

  private Optional<NodeId> nearestToMiddle() {
    Box seen = model.visible();
    double x = seen.x() + seen.width() / 2;
    double y = seen.y() + seen.height() / 2;
    double best = Double.POSITIVE_INFINITY;
    Optional<NodeId> found = Optional.empty();
    for (int i = 0; i < model.drawing().nodes().size(); i++) {
      Box box = model.drawing().box(i);
      double away = Math.hypot(box.x() + box.width() / 2 - x, box.y() + box.height() / 2 - y);
      if (away < best) {
        best = away;
        found = Optional.of(model.drawing().nodes().get(i).id());
      }
    }
    return found;
  }
}
