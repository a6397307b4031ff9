// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import tiphys.app.canvas.drawing.Viewport;
import tiphys.app.canvas.gesture.Feedback;
import tiphys.app.canvas.gesture.Intent;
import tiphys.app.editor.EditTool;
import tiphys.app.editor.Selection;
import tiphys.model.graph.FlowNode;
import tiphys.model.graph.NodeId;
import tiphys.model.layout.Box;

/**
 * Everything that a hand can do on the canvas, by keys. Keys that mean something to the whole
 * window (undo, save) are left alone.
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

    void delete();

    void addAfter(Optional<NodeId> node);

    void use(EditTool tool);
  }

  /** The keys of the tools of the table. */
  private static final Map<KeyCombination, EditTool> TOOLS = new LinkedHashMap<>();

  static {
    for (EditTool tool : EditTool.values()) {
      tool.keys().forEach(keys -> TOOLS.put(KeyCombination.valueOf(keys), tool));
    }
  }

  private final CanvasViewModel model;
  private final PointerInput pointer;
  private final Listener listener;
  private Optional<KeyboardConnect> connecting = Optional.empty();

  KeyInput(CanvasViewModel model, PointerInput pointer, Listener listener) {
    this.model = model;
    this.pointer = pointer;
    this.listener = listener;
  }

  void pressed(KeyEvent event) {
    boolean isUsed =
        connecting.isPresent()
            ? connect(event)
            : use(event) || view(event) || walk(event) || (!event.isShortcutDown() && edit(event));
    if (isUsed) {
      event.consume();
    }
  }

  void released(KeyEvent event) {
    if (event.getCode() == KeyCode.SPACE) {
      pointer.space(false);
      event.consume();
    }
  }

  /** Chooses the target of a connection with the arrows and makes it with Enter. */
  void connectFrom(NodeId node) {
    KeyboardConnect started = new KeyboardConnect(model.drawing(), model.rules(), node);
    connecting = Optional.of(started);
    model.feedback(started.feedback());
  }

  private boolean use(KeyEvent event) {
    Optional<EditTool> tool =
        TOOLS.entrySet().stream()
            .filter(entry -> entry.getKey().match(event))
            .map(Map.Entry::getValue)
            .filter(found -> found.needs().isMetBy(model.selection()))
            .findFirst();
    tool.ifPresent(listener::use);
    return tool.isPresent();
  }

  private boolean connect(KeyEvent event) {
    KeyboardConnect going = connecting.orElseThrow();
    Optional<Direction> direction = direction(event.getCode());
    direction.ifPresent(going::step);
    model.feedback(going.feedback());
    going.target().ifPresent(model::reveal);
    boolean isEnter = event.getCode() == KeyCode.ENTER;
    if (isEnter || event.getCode() == KeyCode.ESCAPE) {
      connecting = Optional.empty();
      model.feedback(Feedback.NONE);
    }
    if (isEnter) {
      listener.perform(going.end());
    }
    return true;
  }

  private boolean view(KeyEvent event) {
    switch (event.getCode()) {
      case PLUS, EQUALS, ADD -> model.zoomIn();
      case MINUS, SUBTRACT -> model.zoomOut();
      case DIGIT0, NUMPAD0 -> model.zoomTo(1);
      case DIGIT1, NUMPAD1 -> model.fit();
      case A -> {
        if (!event.isShortcutDown()) {
          return false;
        }
        model.selectAll();
      }
      case L -> {
        if (!event.isShortcutDown() || !event.isShiftDown()) {
          return false;
        }
        model.layOut();
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean walk(KeyEvent event) {
    Optional<Direction> direction = direction(event.getCode());
    if (direction.isPresent()) {
      arrow(direction.get(), event);
      return true;
    }
    if (event.getCode() == KeyCode.TAB && !event.isShortcutDown()) {
      return next(event.isShiftDown() ? -1 : 1);
    }
    return false;
  }

  private void arrow(Direction direction, KeyEvent event) {
    if (event.isAltDown() && event.isShiftDown()) {
      listener.nudge(direction, NUDGE);
    } else if (event.isAltDown()) {
      if (direction == Direction.UP) {
        model.editor().goUp();
      }
    } else if (event.isShortcutDown()) {
      double distance = event.isShiftDown() ? PAN_FAR : PAN;
      Viewport now = model.viewport();
      model.look(now.panned(-direction.x() * distance, -direction.y() * distance));
    } else {
      step(direction, event.isShiftDown());
    }
  }

  private void step(Direction direction, boolean isAdding) {
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

  private boolean edit(KeyEvent event) {
    Optional<NodeId> node = model.selection().single();
    switch (event.getCode()) {
      case ESCAPE -> {
        if (pointer.isBusy()) {
          pointer.cancel();
        } else {
          model.select(Selection.NONE);
        }
      }
      case SPACE -> pointer.space(true);
      case ENTER -> node.ifPresent(model.editor()::open);
      case BACK_SPACE -> model.editor().goUp();
      case DELETE -> listener.delete();
      case F2, E -> node.ifPresent(listener::rename);
      case F -> model.fit();
      case C -> node.ifPresent(this::connectFrom);
      case A -> node.ifPresent(after -> listener.addAfter(Optional.of(after)));
      case N, INSERT -> listener.addAfter(Optional.empty());
      default -> {
        return false;
      }
    }
    return true;
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

  private static Optional<Direction> direction(KeyCode code) {
    return switch (code) {
      case UP, KP_UP -> Optional.of(Direction.UP);
      case DOWN, KP_DOWN -> Optional.of(Direction.DOWN);
      case LEFT, KP_LEFT -> Optional.of(Direction.LEFT);
      case RIGHT, KP_RIGHT -> Optional.of(Direction.RIGHT);
      default -> Optional.empty();
    };
  }
}
