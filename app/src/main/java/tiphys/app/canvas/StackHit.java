// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.Optional;
import tiphys.app.canvas.drawing.Drawing;
import tiphys.app.canvas.drawing.FrameShape;
import tiphys.app.canvas.gesture.Hit;
import tiphys.exporter.picture.StackHead;
import tiphys.model.graph.FlowNode;
import tiphys.model.graph.NodeId;
import tiphys.model.layout.Box;
import tiphys.model.layout.Point;
import tiphys.model.run.NodePhase;
import tiphys.model.run.StackPage;
import tiphys.model.run.TaskState;
import tiphys.model.state.Unfolded;

/** What of a fan-out lies at a place of the drawing where the hand is at work. */
final class StackHit {
  /** Below this scale neither counts nor controls are drawn. */
  private static final double LEAST_SCALE = 0.55;

  /** Where the counts below a stack are. */
  private static final double COUNTS_TOP = 9;

  static final double COUNTS_BOTTOM = 34;

  private static final double SLACK = 2;

  private final Point place;
  private final Frame frame;

  private StackHit(Point place, Frame frame) {
    this.place = place;
    this.frame = frame;
  }

  /** What goes before the card or frame on which it lies. */
  static Optional<Hit> at(Point place, Frame frame) {
    StackHit hit = new StackHit(place, frame);
    return hit.inFrame().or(hit::onCard);
  }

  /** Where a part of a fan-out is. */
  static Optional<Box> boxOf(NodeId task, Hit.StackPart part, Frame frame) {
    Optional<Box> whole = frame.placeOf(task);
    TaskState state = frame.states().get(task);
    return switch (part) {
      case Hit.StackPart.Open _ -> whole;
      case Hit.StackPart.Card(NodeId id) -> frame.around().scene().boxOf(task, id);
      case Hit.StackPart.Turn(int pages) ->
          whole.map(pages < 0 ? StackHead::before : StackHead::after);
      case Hit.StackPart.Only(NodePhase phase) ->
          state == null
              ? Optional.empty()
              : whole.flatMap(
                  box ->
                      StackHead.chips(box, state).stream()
                          .filter(chip -> chip.phase() == phase)
                          .map(StackHead.Chip::box)
                          .findFirst());
    };
  }

  private Optional<Hit> inFrame() {
    for (Unfolded.Frame open : frame.around().scene().active().frames()) {
      Optional<Box> box = frame.drawing().boxOf(open.node());
      if (open.stack().isPresent() && box.filter(at -> at.contains(place)).isPresent()) {
        return inFrame(open, open.stack().get(), box.get());
      }
    }
    return Optional.empty();
  }

  private Optional<Hit> inFrame(Unfolded.Frame open, StackPage page, Box box) {
    NodeId task = open.node();
    if (page.hasBefore() && StackHead.before(box).contains(place)) {
      return hit(task, new Hit.StackPart.Turn(-1));
    }
    if (page.hasAfter() && StackHead.after(box).contains(place)) {
      return hit(task, new Hit.StackPart.Turn(1));
    }
    TaskState state = frame.states().get(task);
    if (state != null) {
      for (StackHead.Chip chip : StackHead.chips(box, state)) {
        if (chip.box().contains(place)) {
          return hit(task, new Hit.StackPart.Only(chip.phase()));
        }
      }
    }
    for (StackPage.Card card : page.cards()) {
      Optional<Box> at = frame.around().scene().boxOf(task, card.id());
      if (at.filter(shown -> shown.contains(place)).isPresent()) {
        return hit(task, new Hit.StackPart.Card(card.id()));
      }
    }
    return Optional.empty();
  }

  /** Its counts; and its control, where that is not for its inside. */
  private Optional<Hit> onCard() {
    if (frame.states().isEmpty() || frame.viewport().scale() < LEAST_SCALE) {
      return Optional.empty();
    }
    Drawing drawing = frame.drawing();
    for (int number : drawing.nodesIn(new Box(place.x(), place.y(), 0, 0))) {
      FlowNode node = drawing.nodes().get(number);
      TaskState state = frame.states().get(node.id());
      if (state != null
          && state.isFanOut()
          && !drawing.isFrame(number)
          && isOn(node, drawing.box(number))) {
        return hit(node.id(), new Hit.StackPart.Open());
      }
    }
    return Optional.empty();
  }

  private boolean isOn(FlowNode node, Box box) {
    Box counts =
        new Box(box.x(), box.bottom() + COUNTS_TOP, box.width(), COUNTS_BOTTOM - COUNTS_TOP);
    Point toggle = FrameShape.toggle(box, false);
    double reach = FrameShape.TOGGLE_RADIUS + SLACK / frame.viewport().scale();
    return counts.contains(place)
        || !node.hasInside() && Math.hypot(toggle.x() - place.x(), toggle.y() - place.y()) <= reach;
  }

  private static Optional<Hit> hit(NodeId task, Hit.StackPart part) {
    return Optional.of(new Hit.OnStack(task, part));
  }
}
