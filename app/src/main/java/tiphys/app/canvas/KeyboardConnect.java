// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import tiphys.app.canvas.drawing.Drawing;
import tiphys.app.canvas.drawing.Port;
import tiphys.app.canvas.gesture.ConnectRules;
import tiphys.app.canvas.gesture.Feedback;
import tiphys.app.canvas.gesture.Intent;
import tiphys.model.graph.NodeId;
import tiphys.model.layout.Heading;
import tiphys.model.layout.Point;
import tiphys.model.problem.Problem;

/** Draws a connection by keys: the arrows carry its end from card to card. */
final class KeyboardConnect {
  private final Drawing drawing;
  private final ConnectRules rules;
  private final NodeId origin;
  private final Set<NodeId> impossible;
  private Optional<NodeId> target = Optional.empty();
  private Optional<Problem> refusal = Optional.empty();

  KeyboardConnect(Drawing drawing, ConnectRules rules, NodeId origin) {
    this.drawing = drawing;
    this.rules = rules;
    this.origin = origin;
    this.impossible = new HashSet<>(rules.before(origin));
    this.impossible.remove(origin);
  }

  Optional<NodeId> target() {
    return target;
  }

  /** On to the next card that way; cards that the connection cannot lead to are not left out. */
  void step(Direction direction) {
    direction
        .from(target.orElse(origin), drawing, node -> !node.equals(origin))
        .ifPresent(
            node -> {
              target = Optional.of(node);
              refusal = rules.refusal(origin, node);
            });
  }

  Feedback feedback() {
    Heading heading = drawing.heading();
    Point from = Port.OUT.of(drawing.box(drawing.numberOf(origin)), heading);
    Point ahead = heading.turned(new Point(0, 40));
    Point to =
        target
            .flatMap(drawing::boxOf)
            .map(box -> Port.IN.of(box, heading))
            .orElse(new Point(from.x() + ahead.x(), from.y() + ahead.y()));
    Set<NodeId> glowing = refusal.isEmpty() ? target.map(Set::of).orElse(Set.of()) : Set.of();
    return Feedback.wire(new Feedback.Wire(from, to), glowing, impossible, refusal);
  }

  Intent end() {
    if (refusal.isPresent()) {
      return new Intent.Refuse(refusal.get());
    }
    return target.<Intent>map(node -> new Intent.Connect(origin, node)).orElse(Intent.NOTHING);
  }
}
