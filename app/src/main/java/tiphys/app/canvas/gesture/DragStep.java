// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas.gesture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tiphys.app.canvas.drawing.Drawing;
import tiphys.model.graph.FlowGroup;
import tiphys.model.graph.NodeId;
import tiphys.model.layout.Box;
import tiphys.model.layout.Heading;
import tiphys.model.layout.Point;
import tiphys.model.problem.Problem;
import tiphys.model.writing.StepGroups;

/**
 * Carries a step to another place in its group, into another group, or between two groups, where it
 * has one of its own. A line shows where it would go.
 */
public final class DragStep implements Gesture {
  /** How far a band reaches above and below its steps. */
  private static final double REACH = 20;

  private static final double BESIDE = 22;

  private final Drawing drawing;
  private final NodeId held;
  private final List<FlowGroup> groups;
  private final Function<StepGroups.Target, Optional<Problem>> refusal;
  private final Point from;
  private final Box box;
  private final Heading heading;
  private Feedback feedback = Feedback.NONE;
  private Optional<StepGroups.Target> target = Optional.empty();
  private Optional<Problem> why = Optional.empty();

  /** Starts. @param refusal why the step cannot go somewhere */
  public DragStep(
      Pointer start,
      Drawing drawing,
      NodeId held,
      List<FlowGroup> groups,
      Function<StepGroups.Target, Optional<Problem>> refusal) {
    this.drawing = drawing;
    this.held = held;
    this.groups = groups;
    this.refusal = refusal;
    this.from = start.canvas();
    this.box = drawing.box(drawing.numberOf(held));
    this.heading = drawing.heading();
  }

  @Override
  public void moveTo(Pointer pointer) {
    Point at = pointer.canvas();
    Point corner = new Point(box.x() + at.x() - from.x(), box.y() + at.y() - from.y());
    StepGroups.Target now =
        targetAt(
            heading.turned(new Point(corner.x() + box.width() / 2, corner.y() + box.height() / 2)));
    if (!target.filter(now::equals).isPresent()) {
      target = Optional.of(now);
      why = stays(now) ? Optional.empty() : refusal.apply(now);
    }
    List<Feedback.Guide> guides = stays(now) ? List.of() : List.of(guide(now));
    feedback = Feedback.moving(Map.of(held, corner), guides, why);
  }

  @Override
  public Feedback feedback() {
    return feedback;
  }

  @Override
  public Intent end() {
    if (target.isEmpty() || stays(target.get())) {
      return Intent.NOTHING;
    }
    return why.<Intent>map(Intent.Refuse::new)
        .orElseGet(() -> new Intent.MoveStep(held, target.get()));
  }

  /** For the middle of the card, as if the drawing ran down; so are all boxes from here on. */
  private StepGroups.Target targetAt(Point at) {
    double x = at.x();
    double y = at.y();
    for (int i = 0; i < groups.size(); i++) {
      Box band = band(i);
      if (y < band.y() - REACH) {
        return new StepGroups.Target(i, Optional.empty());
      }
      if (y <= band.bottom() + REACH) {
        int position = (int) others(i).stream().filter(other -> middle(other) < x).count();
        return new StepGroups.Target(i, Optional.of(position));
      }
    }
    return new StepGroups.Target(groups.size(), Optional.empty());
  }

  /** Whether it is there already; a step alone in its group needs no other group of its own. */
  private boolean stays(StepGroups.Target where) {
    int own = ownGroup();
    List<NodeId> members = groups.get(own).members();
    return where
        .position()
        .map(position -> where.group() == own && position == members.indexOf(held))
        .orElseGet(() -> members.size() == 1 && (where.group() == own || where.group() == own + 1));
  }

  private int ownGroup() {
    for (int i = 0; i < groups.size(); i++) {
      if (groups.get(i).members().contains(held)) {
        return i;
      }
    }
    return 0;
  }

  private List<Box> others(int group) {
    List<Box> boxes = new ArrayList<>();
    for (NodeId member : groups.get(group).members()) {
      if (!member.equals(held)) {
        drawing.boxOf(member).map(heading::turned).ifPresent(boxes::add);
      }
    }
    return boxes;
  }

  private Box band(int group) {
    double top = Double.POSITIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (NodeId member : groups.get(group).members()) {
      Optional<Box> place = drawing.boxOf(member).map(heading::turned);
      top = Math.min(top, place.map(Box::y).orElse(top));
      bottom = Math.max(bottom, place.map(Box::bottom).orElse(bottom));
    }
    return new Box(0, top, 0, bottom - top);
  }

  /** Along the way beside the steps of a group, across it between two groups. */
  private Feedback.Guide guide(StepGroups.Target where) {
    if (where.position().isEmpty()) {
      double y =
          where.group() < groups.size()
              ? band(where.group()).y() - REACH - BESIDE / 2
              : band(groups.size() - 1).bottom() + REACH + BESIDE / 2;
      Box all = heading.turned(drawing.bounds());
      return guide(new Point(all.x(), y), new Point(all.right(), y));
    }
    Box band = band(where.group());
    List<Box> others = others(where.group());
    int position = where.position().get();
    double x = heading.turned(box).x();
    if (!others.isEmpty()) {
      x =
          position < others.size()
              ? others.get(position).x() - BESIDE
              : others.getLast().right() + BESIDE;
    }
    return guide(new Point(x, band.y() - REACH), new Point(x, band.bottom() + REACH));
  }

  private Feedback.Guide guide(Point from, Point to) {
    return new Feedback.Guide(heading.turned(from), heading.turned(to), true);
  }

  private static double middle(Box box) {
    return box.x() + box.width() / 2;
  }
}
