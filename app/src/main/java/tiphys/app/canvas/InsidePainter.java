// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tiphys.app.canvas.drawing.Drawing;
import tiphys.app.canvas.drawing.FrameShape;
import tiphys.exporter.picture.AreaPainter;
import tiphys.exporter.picture.BandPainter;
import tiphys.exporter.picture.Detail;
import tiphys.exporter.picture.EdgePainter;
import tiphys.exporter.picture.FittedText;
import tiphys.exporter.picture.FramePainter;
import tiphys.exporter.picture.NodePainter;
import tiphys.exporter.picture.Palette;
import tiphys.exporter.picture.Pen;
import tiphys.exporter.picture.Stroke;
import tiphys.model.graph.FlowEdge;
import tiphys.model.graph.FlowNode;
import tiphys.model.graph.NodeId;
import tiphys.model.layout.Box;
import tiphys.model.layout.Point;
import tiphys.model.run.TaskState;
import tiphys.model.state.Unfolded;

/** Paints nodes as cards or frames, and the insides that the hand is not at work in. */
final class InsidePainter {
  /** More edges than these within a frame are drawn without what is fine. */
  private static final int MOST_BOWS = 400;

  private static final double SIGN = 3.5;

  private final Pen pen;
  private final Palette palette;
  private final NodePainter nodes;
  private final EdgePainter edges;
  private final BandPainter bands;
  private final AreaPainter areas;
  private final ProblemBadge badge;
  private final FramePainter frames;

  InsidePainter(Pen pen, Palette palette, NodePainter nodes, EdgePainter edges, FittedText texts) {
    this.pen = pen;
    this.palette = palette;
    this.nodes = nodes;
    this.edges = edges;
    this.bands = new BandPainter(pen, palette);
    this.areas = new AreaPainter(pen, palette, texts);
    this.badge = new ProblemBadge(pen, palette);
    this.frames = new FramePainter(pen, palette, texts);
  }

  /** What lies below the drawing where the hand is at work. */
  void below(Frame frame, Box visible, Detail detail) {
    Surroundings around = frame.around();
    for (Scene.Layer layer : around.scene().below()) {
      paint(layer, layer.origin(), around, visible, detail);
    }
  }

  /** The user's areas where the hand is at work; they go with what is moved. */
  void areas(Frame frame) {
    areas.paint(frame.around().scene().active().areas(), node -> frame.placeOf(node));
  }

  /** What its frames hold; it goes with a frame that is being moved. */
  void above(Frame frame, Box visible, Detail detail) {
    Surroundings around = frame.around();
    for (Scene.Layer layer : around.scene().above()) {
      NodeId holder = layer.way().get(around.scene().way().size());
      Point origin =
          Optional.ofNullable(frame.feedback().moved().get(holder))
              .flatMap(to -> frame.drawing().boxOf(holder).map(from -> moved(layer, from, to)))
              .orElse(layer.origin());
      paint(layer, origin, around, visible, detail);
    }
  }

  private static Point moved(Scene.Layer layer, Box from, Point to) {
    return new Point(
        layer.origin().x() + to.x() - from.x(), layer.origin().y() + to.y() - from.y());
  }

  private void paint(
      Scene.Layer layer, Point origin, Surroundings around, Box visible, Detail detail) {
    Box seen =
        new Box(
            visible.x() - origin.x(), visible.y() - origin.y(), visible.width(), visible.height());
    pen.within(origin.x(), origin.y(), () -> paint(layer, around, seen, detail));
  }

  private void paint(Scene.Layer layer, Surroundings around, Box seen, Detail detail) {
    Drawing drawing = layer.drawing();
    Map<NodeId, TaskState> states = around.states(layer.way());
    areas.paint(layer.shown().areas(), drawing::boxOf);
    bands.paint(layer.shown().graph().groups(), drawing.arrangement());
    int[] seenEdges = drawing.edgesIn(seen);
    Detail ofEdges = seenEdges.length > MOST_BOWS ? Detail.BOX : detail;
    for (int number : seenEdges) {
      FlowEdge edge = drawing.edges().get(number);
      edges.paint(edge, drawing.route(number), stateOf(states, edge.from()), ofEdges);
    }
    List<NodeId> active = around.scene().way();
    boolean isAround =
        active.size() == layer.way().size() + 1
            && active.subList(0, layer.way().size()).equals(layer.way());
    for (int number : drawing.nodesIn(seen)) {
      NodeId id = drawing.nodes().get(number).id();
      boolean isActive = isAround && active.getLast().equals(id);
      node(
          layer.shown(),
          drawing,
          number,
          stateOf(states, id),
          drawing.corner(number),
          detail,
          isActive);
    }
    badge.paint(around.problems(layer.way()), drawing, drawing.nodesIn(seen));
  }

  /** The marks of the drawing where the hand is at work. */
  void problems(Frame frame, int[] seen) {
    if (frame.feedback().moved().isEmpty()) {
      Surroundings around = frame.around();
      badge.paint(around.problems(around.scene().way()), frame.drawing(), seen);
    }
  }

  private static Optional<TaskState> stateOf(Map<NodeId, TaskState> states, NodeId node) {
    return Optional.ofNullable(states.get(node));
  }

  /** A card or a frame, with the control that makes the one the other. */
  void node(
      Unfolded shown,
      Drawing drawing,
      int number,
      Optional<TaskState> state,
      Point corner,
      Detail detail,
      boolean isActive) {
    FlowNode node = drawing.nodes().get(number);
    Box box = drawing.arrangement().boxAt(node.id(), corner);
    Optional<Unfolded.Frame> frame =
        drawing.isFrame(number) ? shown.frame(node.id()) : Optional.empty();
    if (frame.isPresent()) {
      frames.paint(node, frame.get(), state, box, isActive);
    } else {
      nodes.paint(node, state, corner, detail);
    }
    boolean isStack = state.filter(TaskState::isFanOut).isPresent();
    if (detail == Detail.FULL && (node.hasInside() || isStack || frame.isPresent())) {
      toggle(FrameShape.toggle(box, frame.isPresent()), frame.isPresent());
    }
  }

  private void toggle(Point at, boolean isFrame) {
    double radius = FrameShape.TOGGLE_RADIUS;
    pen.disc(at.x(), at.y(), radius, palette.cardBorder());
    pen.disc(at.x(), at.y(), radius - 1, palette.card());
    Stroke stroke = Stroke.solid(palette.accent(), 1.6);
    pen.line(at.x() - SIGN, at.y(), at.x() + SIGN, at.y(), stroke);
    if (!isFrame) {
      pen.line(at.x(), at.y() - SIGN, at.x(), at.y() + SIGN, stroke);
    }
  }
}
