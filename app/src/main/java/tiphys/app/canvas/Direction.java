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
import tiphys.model.layout.NodeSize;
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

  /** The nearest node that way, of those that are wanted. O(nodes). */
  Optional<NodeId> from(NodeId start, Drawing drawing, Predicate<NodeId> wanted) {
    int from = drawing.numberOf(start);
    if (from < 0) {
      return Optional.empty();
    }
    Point here = drawing.corner(from);
    double best = Double.POSITIVE_INFINITY;
    Optional<NodeId> found = Optional.empty();
    for (int i = 0; i < drawing.nodes().size(); i++) {
      Point there = drawing.corner(i);
      double dx = there.x() - here.x();
      double dy = there.y() - here.y();
      double along = dx * x + dy * y;
      double aside = Math.abs(dx * y) + Math.abs(dy * x);
      double cost = y == 0 ? along + ASIDE * aside : LAYER * along + aside;
      FlowNode node = drawing.nodes().get(i);
      if (i != from && isAhead(along, aside) && cost < best && wanted.test(node.id())) {
        best = cost;
        found = Optional.of(node.id());
      }
    }
    return found;
  }

  /** Neighbours of a layer are not above or below each other, however crooked it stands. */
  private boolean isAhead(double along, double aside) {
    double least = y == 0 ? NodeSize.WIDTH / 4 : NodeSize.HEIGHT / 2;
    double slope = y == 0 ? 1 : 8;
    return along >= least && aside <= slope * along;
  }
}
