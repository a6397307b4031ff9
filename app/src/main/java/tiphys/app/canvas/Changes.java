// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tiphys.app.canvas.drawing.Drawing;
import tiphys.app.canvas.gesture.Feedback;
import tiphys.app.canvas.gesture.Hit;
import tiphys.model.graph.FlowEdge;
import tiphys.model.graph.NodeId;
import tiphys.model.layout.Box;
import tiphys.model.layout.NodeSize;
import tiphys.model.layout.Point;
import tiphys.model.layout.Route;
import tiphys.model.run.TaskState;
import tiphys.model.symbol.DataEdge;

/** Where on the canvas two frames of one scale look different. */
final class Changes {
  /** With more boxes than these, painting everything is no slower than to tell them apart. */
  private static final int MOST = 400;

  /** Outlines and lines reach out of what they go around by these pixels. */
  private static final double SLACK = 10;

  /** Bows leave their straight way by no more than this. */
  private static final double WIDEST_BOW = NodeSize.GAP_RIGHT;

  /** Edges whose ends are being moved. @param reach the box around it */
  record MovedEdge(FlowEdge edge, Route route, Box reach) {}

  private final Frame frame;
  private final double slack;
  private final List<Box> boxes;

  private Changes(Frame frame, List<Box> boxes) {
    this.frame = frame;
    this.slack = SLACK / Math.min(1, frame.viewport().scale());
    this.boxes = boxes;
  }

  /** Boxes around what differs; none where it may be everything. */
  @SuppressWarnings("ReferenceEquality") // what a change left alone is the same
  static Optional<List<Box>> between(Frame before, Frame after) {
    List<Box> boxes = new ArrayList<>();
    if (before.data() != after.data()) {
      return Optional.empty();
    }
    if (before.groups() != after.groups() && !before.groups().equals(after.groups())) {
      return Optional.empty();
    }
    if (!after.groups().isEmpty() && !hasSameBands(before.drawing(), after.drawing())) {
      return Optional.empty();
    }
    boolean isPlain = isPlain(before.around().scene()) && isPlain(after.around().scene());
    if (!isPlain && before.around() != after.around()) {
      return Optional.empty();
    }
    if (!before.around().problems().equals(after.around().problems())) {
      return Optional.empty();
    }
    if (before.drawing() != after.drawing()) {
      boxes.addAll(after.drawing().changesSince(before.drawing()));
    }
    if (before.states() != after.states()) {
      new Changes(after, boxes).addStates(before.states());
    }
    if (!before.feedback().equals(after.feedback())
        || !before.selection().equals(after.selection())
        || !before.hover().equals(after.hover())) {
      new Changes(before, boxes).addFeedback();
      new Changes(after, boxes).addFeedback();
    }
    return boxes.size() > MOST ? Optional.empty() : Optional.of(boxes);
  }

  /** Bands reach across the whole drawing. */
  @SuppressWarnings("ReferenceEquality") // what a change left alone is the same
  private static boolean hasSameBands(Drawing before, Drawing after) {
    return before == after
        || before.heading() == after.heading()
            && before.arrangement().bounds().equals(after.arrangement().bounds());
  }

  /** Frames and areas may look different wherever they reach. */
  private static boolean isPlain(Scene scene) {
    return scene.isPlain() && !scene.hasAreas();
  }

  /** The edges that follow what is being moved, and where they pass now. */
  static List<MovedEdge> movedEdges(Frame frame) {
    Map<NodeId, Point> moved = frame.feedback().moved();
    if (moved.isEmpty()) {
      return List.of();
    }
    List<MovedEdge> found = new ArrayList<>();
    Drawing drawing = frame.drawing();
    BitSet ends = drawing.numbersOf(moved.keySet());
    for (int i = 0; i < drawing.edges().size(); i++) {
      if (ends.get(drawing.source(i)) || ends.get(drawing.target(i))) {
        Box from = placeOf(frame, drawing.source(i));
        Box to = placeOf(frame, drawing.target(i));
        Route route = Route.between(from, List.of(), to, drawing.heading());
        Box reach = around(route.first(), route.last(), WIDEST_BOW);
        found.add(new MovedEdge(drawing.edges().get(i), route, reach));
      }
    }
    return found;
  }

  private void addStates(Map<NodeId, TaskState> before) {
    Set<NodeId> changed = differing(before, frame.states());
    changed.forEach(this::addNode);
    // an edge has the colour of the state that it leaves
    addEdges(changed, Set.of());
  }

  /** The keys whose values differ. Quick where both maps have the same keys in the same order. */
  private static Set<NodeId> differing(
      Map<NodeId, TaskState> before, Map<NodeId, TaskState> after) {
    Set<NodeId> found = new HashSet<>();
    Iterator<Map.Entry<NodeId, TaskState>> old = before.entrySet().iterator();
    for (Map.Entry<NodeId, TaskState> now : after.entrySet()) {
      Map.Entry<NodeId, TaskState> was = old.hasNext() ? old.next() : now;
      boolean isSameKey = was.getKey().equals(now.getKey()) && before.size() == after.size();
      TaskState state = isSameKey ? was.getValue() : before.get(now.getKey());
      if (!now.getValue().equals(state)) {
        found.add(now.getKey());
      }
      if (!isSameKey && !after.containsKey(was.getKey())) {
        found.add(was.getKey());
      }
    }
    old.forEachRemaining(
        was -> {
          if (!after.containsKey(was.getKey())) {
            found.add(was.getKey());
          }
        });
    return found;
  }

  private void addFeedback() {
    Feedback feedback = frame.feedback();
    Set<NodeId> nodes = new LinkedHashSet<>(frame.selection().nodes());
    nodes.addAll(feedback.chosen());
    nodes.addAll(feedback.dimmed());
    nodes.addAll(feedback.moved().keySet());
    switch (frame.hover()) {
      case Hit.OnNode(NodeId id) -> nodes.add(id);
      case Hit.OnPort(NodeId id, var _) -> nodes.add(id);
      case Hit.OnToggle(NodeId id) -> nodes.add(id);
      case Hit.OnStack(NodeId id, var _) -> nodes.add(id);
      case Hit.OnEdge(FlowEdge edge) -> addEdge(edge);
      case Hit.OnHook(var owner, var hook) ->
          frame.drawing().boxOf(owner, hook).ifPresent(this::add);
      case Hit.OnData(DataEdge edge) -> {
        edge.from().ifPresent(nodes::add);
        edge.to().ifPresent(nodes::add);
      }
      case Hit.OnArea _, Hit.OnProblem _, Hit.Nothing _ -> {}
    }
    nodes.forEach(this::addNode);
    if (!feedback.dimmed().isEmpty()) {
      addEdges(feedback.dimmed(), feedback.dimmed());
    }
    DataFeedback.lit(frame).forEach(lit -> add(frame.data().reach(lit)));
    frame.selection().edge().ifPresent(this::addEdge);
    if (!feedback.moved().isEmpty()) {
      addEdges(feedback.moved().keySet(), feedback.moved().keySet());
      feedback.moved().keySet().stream()
          .flatMapToInt(node -> Arrays.stream(frame.data().of(node)))
          .forEach(edge -> add(frame.data().reach(edge)));
      feedback
          .moved()
          .forEach(
              (node, corner) ->
                  add(Drawing.reachOf(frame.drawing().arrangement().boxAt(node, corner))));
      movedEdges(frame).forEach(edge -> add(edge.reach()));
      frame.around().scene().active().areas().stream()
          .flatMap(area -> area.around(frame::placeOf).stream())
          .forEach(this::add);
    }
    feedback.marquee().ifPresent(this::add);
    if (!feedback.loop().isEmpty()) {
      add(Box.around(feedback.loop()));
    }
    feedback.wire().ifPresent(wire -> add(around(wire.from(), wire.to(), WIDEST_BOW)));
    feedback.ghost().ifPresent(ghost -> add(Drawing.reachOf(ghost.corner())));
    feedback.guides().forEach(guide -> add(around(guide.from(), guide.to(), 0)));
  }

  private void addNode(NodeId node) {
    int number = frame.drawing().numberOf(node);
    if (number >= 0) {
      add(frame.drawing().reach(number));
    }
  }

  private void addEdge(FlowEdge edge) {
    int number = frame.drawing().edges().indexOf(edge);
    if (number >= 0) {
      add(frame.drawing().reachOfEdge(number));
    }
  }

  private void addEdges(Set<NodeId> from, Set<NodeId> to) {
    Drawing drawing = frame.drawing();
    BitSet sources = drawing.numbersOf(from);
    BitSet targets = drawing.numbersOf(to);
    for (int i = 0; i < drawing.edges().size() && boxes.size() <= MOST; i++) {
      if (sources.get(drawing.source(i)) || targets.get(drawing.target(i))) {
        add(drawing.reachOfEdge(i));
      }
    }
  }

  private void add(Box box) {
    if (boxes.size() <= MOST) {
      boxes.add(
          new Box(
              box.x() - slack, box.y() - slack, box.width() + 2 * slack, box.height() + 2 * slack));
    }
  }

  private static Box placeOf(Frame frame, int node) {
    Point moved = frame.feedback().moved().get(frame.drawing().nodes().get(node).id());
    Box box = frame.drawing().box(node);
    return moved == null ? box : new Box(moved.x(), moved.y(), box.width(), box.height());
  }

  private static Box around(Point one, Point other, double reach) {
    return new Box(
        Math.min(one.x(), other.x()) - reach,
        Math.min(one.y(), other.y()) - reach,
        Math.abs(one.x() - other.x()) + 2 * reach,
        Math.abs(one.y() - other.y()) + 2 * reach);
  }
}
