// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import tiphys.app.canvas.drawing.Drawing;
import tiphys.app.canvas.drawing.Port;
import tiphys.app.canvas.drawing.Viewport;
import tiphys.app.canvas.gesture.Hit;
import tiphys.exporter.picture.BandPainter;
import tiphys.exporter.picture.Detail;
import tiphys.exporter.picture.EdgePainter;
import tiphys.exporter.picture.FittedText;
import tiphys.exporter.picture.NodePainter;
import tiphys.exporter.picture.Palette;
import tiphys.model.graph.FlowEdge;
import tiphys.model.graph.NodeId;
import tiphys.model.layout.Box;
import tiphys.model.layout.Point;
import tiphys.model.run.TaskState;

/** Paints a frame: what is in sight, as finely as it can be seen. */
final class CanvasPainter {
  /** From these scales on there is something to see in a card. */
  private static final double FULL_FROM = 0.55;

  private static final double PLAIN_FROM = 0.3;

  /** Dots are never nearer to each other than this, in pixels. */
  private static final double LEAST_DOT_STEP = 22;

  private static final double DOT_STEP = 24;

  /** More edges than these are drawn straight: their bows could not be told apart. */
  private static final int MOST_BOWS = 400;

  private final GraphicsContext graphics;
  private final Palette palette;
  private final CanvasPen pen;
  private final NodePainter nodes;
  private final EdgePainter edges;
  private final BandPainter bands;
  private final FeedbackPainter feedback;
  private final EdgeCloud cloud;

  CanvasPainter(GraphicsContext graphics, CanvasFonts fonts, Palette palette) {
    this.graphics = graphics;
    this.palette = palette;
    FittedText texts = new FittedText(fonts);
    this.pen = new CanvasPen(graphics, fonts);
    this.nodes = new NodePainter(pen, palette, texts);
    this.edges = new EdgePainter(pen, palette, texts);
    this.bands = new BandPainter(pen, palette);
    this.cloud = new EdgeCloud(Palette.faded(palette.edge(), 0.7));
    this.feedback = new FeedbackPainter(pen, palette, nodes, edges);
  }

  static Detail detailAt(double scale) {
    if (scale >= FULL_FROM) {
      return Detail.FULL;
    }
    return scale >= PLAIN_FROM ? Detail.PLAIN : Detail.BOX;
  }

  void paint(Frame frame, double width, double height) {
    Viewport viewport = frame.viewport();
    graphics.setTransform(1, 0, 0, 1, 0, 0);
    graphics.setFill(CanvasPen.toColor(palette.background()));
    graphics.fillRect(0, 0, width, height);
    graphics.setTransform(
        viewport.scale(), 0, 0, viewport.scale(), viewport.offsetX(), viewport.offsetY());
    Box visible = viewport.visible(width, height);
    dots(visible, viewport.scale());
    bands.paint(frame.groups(), frame.drawing().arrangement());
    Detail detail = detailAt(viewport.scale());
    paintEdges(frame, visible, detail);
    paintNodes(frame, visible, detail);
    feedback.paint(frame, 1 / viewport.scale());
  }

  private void dots(Box visible, double scale) {
    double step = DOT_STEP;
    while (step * scale < LEAST_DOT_STEP) {
      step *= 2;
    }
    double size = 1.5 / scale;
    graphics.setFill(CanvasPen.toColor(palette.dots()));
    for (double x = first(visible.x(), step); x < visible.right(); x += step) {
      for (double y = first(visible.y(), step); y < visible.bottom(); y += step) {
        graphics.fillRect(x, y, size, size);
      }
    }
  }

  private static double first(double from, double step) {
    return Math.floor(from / step) * step;
  }

  private void paintEdges(Frame frame, Box visible, Detail detail) {
    Drawing drawing = frame.drawing();
    int[] seen = drawing.edgesIn(visible);
    if (seen.length > MOST_BOWS) {
      paintCloud(frame, seen);
    } else {
      paintBows(frame, seen, detail);
    }
    frame.selection().edge().ifPresent(edge -> standOut(frame, edge, palette.accent()));
    if (frame.hover() instanceof Hit.OnEdge(FlowEdge edge)
        && frame.selection().edge().filter(edge::equals).isEmpty()) {
      standOut(frame, edge, Palette.faded(palette.accent(), 0.7));
    }
    movedEdges(frame, seen);
  }

  private void paintBows(Frame frame, int[] seen, Detail detail) {
    Drawing drawing = frame.drawing();
    for (int number : seen) {
      FlowEdge edge = drawing.edges().get(number);
      if (!isMoved(frame, edge)) {
        edges.paint(edge, drawing.route(number), stateOf(frame, edge.from()), detail);
      }
    }
  }

  private void paintCloud(Frame frame, int[] seen) {
    Viewport viewport = frame.viewport();
    cloud.clear(graphics.getCanvas().getWidth(), graphics.getCanvas().getHeight());
    for (int number : seen) {
      if (!isMoved(frame, frame.drawing().edges().get(number))) {
        cloud.add(frame.drawing().route(number), viewport);
      }
    }
    graphics.setTransform(1, 0, 0, 1, 0, 0);
    cloud.draw(graphics);
    graphics.setTransform(
        viewport.scale(), 0, 0, viewport.scale(), viewport.offsetX(), viewport.offsetY());
  }

  private void standOut(Frame frame, FlowEdge edge, int colour) {
    int number = frame.drawing().edges().indexOf(edge);
    if (number >= 0) {
      edges.paint(frame.drawing().route(number), colour, false);
    }
  }

  /** Edges follow the cards that are being moved. */
  private void movedEdges(Frame frame, int[] seen) {
    if (frame.feedback().moved().isEmpty()) {
      return;
    }
    Drawing drawing = frame.drawing();
    for (int number : seen) {
      FlowEdge edge = drawing.edges().get(number);
      if (isMoved(frame, edge)) {
        List<Point> route = new ArrayList<>(2);
        route.add(Port.OUT.of(placeOf(frame, edge.from())));
        route.add(Port.IN.of(placeOf(frame, edge.to())));
        edges.paint(edge, route, stateOf(frame, edge.from()), Detail.FULL);
      }
    }
  }

  private static boolean isMoved(Frame frame, FlowEdge edge) {
    return frame.feedback().moved().containsKey(edge.from())
        || frame.feedback().moved().containsKey(edge.to());
  }

  private static Box placeOf(Frame frame, NodeId node) {
    Box box = frame.drawing().box(frame.drawing().numberOf(node));
    Point moved = frame.feedback().moved().get(node);
    return moved == null ? box : new Box(moved.x(), moved.y(), box.width(), box.height());
  }

  private void paintNodes(Frame frame, Box visible, Detail detail) {
    Drawing drawing = frame.drawing();
    int[] seen = drawing.nodesIn(visible);
    for (int number : seen) {
      var node = drawing.nodes().get(number);
      if (!frame.feedback().moved().containsKey(node.id())) {
        boolean isDimmed = frame.feedback().dimmed().contains(node.id());
        graphics.setGlobalAlpha(isDimmed ? 0.35 : 1);
        nodes.paint(node, stateOf(frame, node.id()), drawing.corner(number), detail);
      }
    }
    graphics.setGlobalAlpha(1);
    frame
        .feedback()
        .moved()
        .forEach(
            (id, corner) ->
                drawing
                    .node(id)
                    .ifPresent(node -> nodes.paint(node, stateOf(frame, id), corner, detail)));
  }

  private static Optional<TaskState> stateOf(Frame frame, NodeId node) {
    return Optional.ofNullable(frame.states().get(node));
  }
}
