// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tiphys.app.canvas.drawing.Drawing;
import tiphys.app.canvas.drawing.FrameShape;
import tiphys.app.canvas.drawing.Port;
import tiphys.app.canvas.gesture.Feedback;
import tiphys.app.canvas.gesture.Hit;
import tiphys.app.canvas.gesture.HitTest;
import tiphys.exporter.picture.EdgePainter;
import tiphys.exporter.picture.NodePainter;
import tiphys.exporter.picture.Palette;
import tiphys.exporter.picture.Pen;
import tiphys.exporter.picture.Stroke;
import tiphys.model.graph.FlowEdge;
import tiphys.model.graph.NodeId;
import tiphys.model.layout.Box;
import tiphys.model.layout.Point;
import tiphys.model.layout.Route;
import tiphys.model.symbol.DataEdge;

/** What the hand does, over the drawing: outlines of chosen cards, ports, wire, guides, marquee. */
final class FeedbackPainter {
  private static final double PORT = 4.5;
  private static final double PORT_UNDER_POINTER = 6.5;

  /** The width of the bar where something would go, in pixels and at least in canvas units. */
  private static final double PLACE = 3.5;

  private final Pen pen;
  private final Palette palette;
  private final NodePainter nodes;
  private final EdgePainter edges;

  FeedbackPainter(Pen pen, Palette palette, NodePainter nodes, EdgePainter edges) {
    this.pen = pen;
    this.palette = palette;
    this.nodes = nodes;
    this.edges = edges;
  }

  /**
   * Draws over a part of a frame.
   *
   * @param pixel the length of a pixel in canvas units
   */
  void paint(Frame frame, Box visible, double pixel) {
    outlines(frame, visible, pixel);
    if (1 / pixel >= HitTest.PORT_MIN_SCALE) {
      ports(frame);
    }
    Feedback feedback = frame.feedback();
    int accent = palette.accent();
    for (Feedback.Guide guide : feedback.guides()) {
      if (guide.isPlace()) {
        place(guide, feedback.refusal().isPresent() ? palette.refusal() : accent, pixel);
      } else {
        line(guide, Stroke.solid(Palette.faded(accent, 0.6), pixel));
      }
    }
    frame.selection().edge().ifPresent(edge -> ends(frame, edge));
    feedback.ghost().ifPresent(ghost -> nodes.ghost(ghost.kind(), ghost.corner()));
    feedback.wire().ifPresent(wire -> wire(wire, frame));
    feedback.marquee().ifPresent(box -> marquee(box, pixel));
    loop(feedback.loop(), pixel);
  }

  /** A bar with a knob at each end, in a pale band: to be seen beside cards, and from afar. */
  private void place(Feedback.Guide guide, int colour, double pixel) {
    double width = Math.max(PLACE, PLACE * pixel);
    line(guide, Stroke.solid(Palette.faded(colour, 0.18), 4 * width));
    line(guide, Stroke.solid(colour, width));
    pen.disc(guide.from().x(), guide.from().y(), 1.7 * width, colour);
    pen.disc(guide.to().x(), guide.to().y(), 1.7 * width, colour);
  }

  private void line(Feedback.Guide guide, Stroke stroke) {
    pen.line(guide.from().x(), guide.from().y(), guide.to().x(), guide.to().y(), stroke);
  }

  private void wire(Feedback.Wire wire, Frame frame) {
    Feedback feedback = frame.feedback();
    Route route = new Route(List.of(wire.from(), wire.to()), frame.drawing().heading());
    int colour = feedback.refusal().isPresent() ? palette.refusal() : palette.accent();
    edges.paint(route, colour, feedback.chosen().isEmpty());
  }

  private void marquee(Box box, double pixel) {
    int accent = palette.accent();
    pen.fillRound(box.x(), box.y(), box.width(), box.height(), 0, Palette.faded(accent, 0.08));
    pen.strokeRound(box.x(), box.y(), box.width(), box.height(), 0, Stroke.solid(accent, pixel));
  }

  private void loop(List<Point> points, double pixel) {
    Stroke stroke = Stroke.solid(palette.accent(), 1.5 * pixel);
    for (int i = 0; i < points.size(); i++) {
      Point from = points.get(i);
      Point to = points.get((i + 1) % points.size());
      pen.line(from.x(), from.y(), to.x(), to.y(), stroke);
    }
  }

  private void outlines(Frame frame, Box visible, double pixel) {
    Set<NodeId> chosen = new LinkedHashSet<>(frame.selection().nodes());
    if (frame.feedback().isChoosing()) {
      chosen = frame.feedback().chosen();
    } else {
      chosen.addAll(frame.feedback().chosen());
    }
    double gap = Math.max(2.5, 1.5 * pixel);
    for (NodeId id : chosen) {
      frame
          .placeOf(id)
          .filter(box -> Drawing.reachOf(box).intersects(visible))
          .ifPresent(
              box -> outline(box, gap, Stroke.solid(palette.accent(), Math.max(2, 2 * pixel))));
    }
    if (frame.hover() instanceof Hit.OnToggle(NodeId id)) {
      frame.placeOf(id).ifPresent(box -> toggle(frame, id, box));
    }
    stack(frame, gap, pixel);
    if (frame.hover() instanceof Hit.OnNode(NodeId id) && !chosen.contains(id)) {
      int pale = Palette.faded(palette.accent(), 0.45);
      frame.placeOf(id).ifPresent(box -> outline(box, gap - 1, Stroke.solid(pale, 1.5)));
    }
    if (frame.hover() instanceof Hit.OnHook(var owner, var hook)) {
      Stroke stroke = Stroke.solid(Palette.faded(palette.accent(), 0.6), 1.5);
      frame.drawing().boxOf(owner, hook).ifPresent(box -> outline(box, 1, stroke));
    }
    if (frame.hover() instanceof Hit.OnData(DataEdge edge)) {
      Stroke stroke = Stroke.solid(palette.data(), Math.max(2, 2 * pixel));
      Stream.concat(edge.from().stream(), edge.to().stream())
          .flatMap(id -> frame.placeOf(id).stream())
          .forEach(box -> outline(box, gap, stroke));
    }
  }

  /** The node of a run that is chosen, and what of a fan-out lies under the pointer. */
  private void stack(Frame frame, double gap, double pixel) {
    Scene scene = frame.around().scene();
    Optional<NodeId> task = frame.selection().single();
    task.flatMap(at -> frame.selection().part().flatMap(part -> scene.boxOf(at, part)))
        .filter(_ -> frame.feedback().moved().isEmpty())
        .ifPresent(
            box -> outline(box, gap, Stroke.solid(palette.accent(), Math.max(2, 2 * pixel))));
    if (frame.hover() instanceof Hit.OnStack(NodeId id, Hit.StackPart part)) {
      Stroke pale = Stroke.solid(Palette.faded(palette.accent(), 0.45), 1.5);
      StackHit.boxOf(id, part, frame).ifPresent(box -> outline(box, gap - 1, pale));
    }
  }

  private void toggle(Frame frame, NodeId node, Box box) {
    Point at = FrameShape.toggle(box, frame.drawing().isFrame(frame.drawing().numberOf(node)));
    pen.disc(at.x(), at.y(), FrameShape.TOGGLE_RADIUS + 2, Palette.faded(palette.accent(), 0.25));
  }

  private void outline(Box box, double gap, Stroke stroke) {
    pen.strokeRound(
        box.x() - gap,
        box.y() - gap,
        box.width() + 2 * gap,
        box.height() + 2 * gap,
        NodePainter.RADIUS + gap,
        stroke);
  }

  /** At the cards that are chosen or under the pointer; at all while a connection is drawn. */
  private void ports(Frame frame) {
    Set<NodeId> shown = new LinkedHashSet<>();
    frame.selection().single().ifPresent(shown::add);
    Optional<Hit.OnPort> caught = Optional.empty();
    switch (frame.hover()) {
      case Hit.OnNode(NodeId id) -> shown.add(id);
      case Hit.OnPort port -> {
        shown.add(port.node());
        caught = Optional.of(port);
      }
      default -> {}
    }
    if (frame.feedback().wire().isPresent()) {
      shown.addAll(frame.feedback().chosen());
    }
    for (NodeId id : shown) {
      Optional<Box> place = frame.placeOf(id);
      for (Port port : Port.values()) {
        boolean isCaught = caught.filter(new Hit.OnPort(id, port)::equals).isPresent();
        place.ifPresent(box -> port(port.of(box, frame.drawing().heading()), isCaught));
      }
    }
  }

  /** By these an edge is taken elsewhere. */
  private void ends(Frame frame, FlowEdge edge) {
    int number = frame.drawing().edges().indexOf(edge);
    if (number >= 0 && frame.feedback().moved().isEmpty()) {
      port(frame.drawing().route(number).first(), true);
      port(frame.drawing().route(number).last(), true);
    }
  }

  private void port(Point at, boolean isCaught) {
    double radius = isCaught ? PORT_UNDER_POINTER : PORT;
    pen.disc(at.x(), at.y(), radius, isCaught ? palette.accent() : palette.edge());
    pen.disc(at.x(), at.y(), radius - 1.5, isCaught ? palette.accent() : palette.background());
  }
}
