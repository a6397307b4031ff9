// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.input.KeyCode;
import tiphys.app.canvas.drawing.Drawing;
import tiphys.model.graph.FlowNode;
import tiphys.model.graph.NodeId;
import tiphys.model.layout.Heading;
import tiphys.model.layout.Point;

/** Walks from card to card by place. */
enum Direction {
  UP(0, -1, KeyCode.UP, KeyCode.KP_UP),
  DOWN(0, 1, KeyCode.DOWN, KeyCode.KP_DOWN),
  LEFT(-1, 0, KeyCode.LEFT, KeyCode.KP_LEFT),
  RIGHT(1, 0, KeyCode.RIGHT, KeyCode.KP_RIGHT);

  /** The way a workflow runs, the next layer comes first, however far to the side. */
  private static final double LAYER = 3;

  /** Within a layer, to step aside costs more than to go straight on. */
  private static final double ASIDE = 2.5;

  private final int x;
  private final int y;
  private final List<KeyCode> keys;

  Direction(int x, int y, KeyCode... keys) {
    this.x = x;
    this.y = y;
    this.keys = List.of(keys);
  }

  /** The direction of an arrow key. */
  static Optional<Direction> of(KeyCode code) {
    return Arrays.stream(values()).filter(direction -> direction.keys.contains(code)).findFirst();
  }

  List<KeyCode> keys() {
    return keys;
  }

  int x() {
    return x;
  }

  int y() {
    return y;
  }

  /** What it is in a drawing that runs down. */
  Direction turned(Heading heading) {
    if (heading == Heading.DOWN) {
      return this;
    }
    return switch (this) {
      case UP -> LEFT;
      case LEFT -> UP;
      case DOWN -> RIGHT;
      case RIGHT -> DOWN;
    };
  }

  private boolean isOnTheWay(Heading heading) {
    return heading == Heading.DOWN ? y != 0 : x != 0;
  }

  /** The nearest node that way, of those that are wanted. O(nodes). */
  Optional<NodeId> from(NodeId start, Drawing drawing, Predicate<NodeId> wanted) {
    int from = drawing.numberOf(start);
    if (from < 0) {
      return Optional.empty();
    }
    Point here = drawing.corner(from);
    boolean isOnTheWay = isOnTheWay(drawing.heading());
    double best = Double.POSITIVE_INFINITY;
    Optional<NodeId> found = Optional.empty();
    for (int i = 0; i < drawing.nodes().size(); i++) {
      Point there = drawing.corner(i);
      double dx = there.x() - here.x();
      double dy = there.y() - here.y();
      double along = dx * x + dy * y;
      double aside = Math.abs(dx * y) + Math.abs(dy * x);
      double cost = isOnTheWay ? LAYER * along + aside : along + ASIDE * aside;
      FlowNode node = drawing.nodes().get(i);
      if (i != from
          && isAhead(along, aside, drawing.heading())
          && cost < best
          && wanted.test(node.id())) {
        best = cost;
        found = Optional.of(node.id());
      }
    }
    return found;
  }

  /** Neighbours of a layer are not above or below each other, however crooked it stands. */
  private boolean isAhead(double along, double aside, Heading heading) {
    boolean isOnTheWay = isOnTheWay(heading);
    double least = isOnTheWay ? heading.along() / 2 : heading.across() / 4;
    double slope = isOnTheWay ? 8 : 1;
    return along >= least && aside <= slope * along;
  }
}
