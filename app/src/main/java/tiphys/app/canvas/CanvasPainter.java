// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.Optional;
import java.util.Set;
import javafx.scene.canvas.GraphicsContext;
import tiphys.app.canvas.drawing.Drawing;
import tiphys.app.canvas.drawing.Viewport;
import tiphys.app.canvas.gesture.Hit;
import tiphys.exporter.picture.BandPainter;
import tiphys.exporter.picture.ChangePainter;
import tiphys.exporter.picture.DataPainter;
import tiphys.exporter.picture.Detail;
import tiphys.exporter.picture.EdgePainter;
import tiphys.exporter.picture.FittedText;
import tiphys.exporter.picture.HookPainter;
import tiphys.exporter.picture.NodePainter;
import tiphys.exporter.picture.Palette;
import tiphys.model.difference.Change;
import tiphys.model.difference.ScopeDifference;
import tiphys.model.graph.FlowEdge;
import tiphys.model.graph.NodeId;
import tiphys.model.layout.Box;
import tiphys.model.layout.Point;
import tiphys.model.run.TaskState;
import tiphys.model.workflow.Behaviour;

/** Paints a part of a frame, as finely as it can be seen. */
final class CanvasPainter {
  /** From these scales on there is something to see in a card. */
  private static final double FULL_FROM = 0.55;

  private static final double PLAIN_FROM = 0.3;

  /** Dots are never nearer to each other than this, in pixels. */
  private static final double LEAST_DOT_STEP = 22;

  private static final double DOT_STEP = 24;

  /** More edges than these are drawn straight: their bows could not be told apart. */
  private static final int MOST_BOWS = 400;

  /** The opacity of what is not in force: disabled, not meant by a drag, or lost. */
  private static final double DIMMED = 0.35;

  private final Palette palette;
  private final CanvasPen pen;
  private final NodePainter nodes;
  private final EdgePainter edges;
  private final ChangePainter changed;
  private final Optional<ScopeDifference> changes;
  private final BandPainter bands;
  private final InsidePainter insides;
  private final FeedbackPainter feedback;
  private final DataFeedback data;
  private final HookPainter hooks;

  /**
   * How finely everything is painted, wherever it lies.
   *
   * @param isCloud whether edges are so many that they are straight lines of a pixel
   */
  record Manner(Detail detail, boolean isCloud) {
    /** For a view of some size. The same wherever it looks, so that a pan changes nothing. */
    static Manner of(Frame frame, double width, double height) {
      double scale = frame.viewport().scale();
      Box all = frame.drawing().bounds();
      double seen =
          Math.min(1, width / (all.width() * scale)) * Math.min(1, height / (all.height() * scale));
      return new Manner(detailAt(scale), frame.drawing().edges().size() * seen > MOST_BOWS);
    }

    /** For a picture that is gone in the next moment. */
    Manner moving() {
      return new Manner(detail == Detail.BOX ? Detail.BOX : Detail.MOVING, isCloud);
    }
  }

  CanvasPainter(CanvasFonts fonts, Palette palette) {
    this(fonts, palette, Optional.empty());
  }

  /**
   * @param changes from an earlier version, where there is one to compare with
   */
  CanvasPainter(CanvasFonts fonts, Palette palette, Optional<ScopeDifference> changes) {
    this.palette = palette;
    this.changes = changes;
    FittedText texts = new FittedText(fonts);
    this.pen = new CanvasPen(fonts);
    this.nodes = new NodePainter(pen, palette, texts);
    this.edges = new EdgePainter(pen, palette, texts);
    this.changed = new ChangePainter(pen, palette, edges, texts);
    this.bands = new BandPainter(pen, palette);
    this.insides = new InsidePainter(pen, palette, nodes, edges, texts);
    this.hooks = new HookPainter(pen, palette, texts);
    this.data = new DataFeedback(new DataPainter(pen, palette, texts));
    this.feedback = new FeedbackPainter(pen, palette, nodes, edges);
  }

  private static Detail detailAt(double scale) {
    if (scale >= FULL_FROM) {
      return Detail.FULL;
    }
    return scale >= PLAIN_FROM ? Detail.PLAIN : Detail.BOX;
  }

  /** Paints a part of a frame on a tile. @param viewport where the tile lies */
  void paint(Tile tile, Frame frame, Viewport viewport, Manner manner) {
    GraphicsContext graphics = tile.graphics();
    pen.on(graphics);
    graphics.setTransform(1, 0, 0, 1, 0, 0);
    graphics.setFill(CanvasPen.toColor(palette.background()));
    graphics.fillRect(0, 0, tile.width(), tile.height());
    look(graphics, viewport);
    Box visible = viewport.visible(tile.width(), tile.height());
    dots(graphics, visible, viewport.scale());
    insides.below(frame, visible, manner.detail());
    insides.areas(frame);
    bands.paint(frame.groups(), frame.drawing().arrangement());
    int[] seen = frame.drawing().edgesIn(visible);
    if (manner.isCloud()) {
      paintCloud(tile, frame, viewport, seen);
    } else {
      paintBows(graphics, frame, seen, manner.detail());
    }
    changes.ifPresent(all -> paintChanges(all, frame.drawing(), seen));
    paintData(tile, frame, viewport, manner);
    paintStandingOut(frame, manner.detail());
    movedEdges(frame, visible);
    hooks.paintEnd(frame.drawing().hooks(), frame.drawing().arrangement().bounds());
    paintNodes(graphics, frame, visible, manner.detail());
    insides.above(frame, visible, manner.detail());
    data.light(frame, visible);
    feedback.paint(frame, visible, 1 / viewport.scale());
  }

  private static void look(GraphicsContext graphics, Viewport viewport) {
    graphics.setTransform(
        viewport.scale(), 0, 0, viewport.scale(), viewport.offsetX(), viewport.offsetY());
  }

  private void dots(GraphicsContext graphics, Box visible, double scale) {
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

  private void paintStandingOut(Frame frame, Detail detail) {
    frame.selection().edge().ifPresent(edge -> standOut(frame, edge, palette.accent(), detail));
    if (frame.hover() instanceof Hit.OnEdge(FlowEdge edge)
        && frame.selection().edge().filter(edge::equals).isEmpty()) {
      standOut(frame, edge, Palette.faded(palette.accent(), 0.7), detail);
    }
  }

  private void paintBows(GraphicsContext graphics, Frame frame, int[] seen, Detail detail) {
    Drawing drawing = frame.drawing();
    for (int number : seen) {
      FlowEdge edge = drawing.edges().get(number);
      if (!isMoved(frame, edge) && !isGone(edge)) {
        graphics.setGlobalAlpha(drawing.isLost(number) || isDimmed(frame, edge) ? DIMMED : 1);
        edges.paint(edge, drawing.route(number), stateOf(frame, edge.from()), detail);
      }
    }
    graphics.setGlobalAlpha(1);
  }

  private void paintChanges(ScopeDifference all, Drawing drawing, int[] seen) {
    for (int number : seen) {
      Optional.ofNullable(all.edges().get(drawing.edges().get(number)))
          .ifPresent(change -> changed.paint(drawing.route(number), change));
    }
  }

  private boolean isGone(FlowEdge edge) {
    return changes.filter(all -> all.edges().get(edge) == Change.REMOVED).isPresent();
  }

  private static boolean isDimmed(Frame frame, FlowEdge edge) {
    Set<NodeId> dimmed = frame.feedback().dimmed();
    return dimmed.contains(edge.from()) || dimmed.contains(edge.to());
  }

  private void paintCloud(Tile tile, Frame frame, Viewport viewport, int[] seen) {
    EdgeCloud cloud = tile.cloud();
    cloud.clear(tile.width(), tile.height(), Palette.faded(palette.edge(), 0.7));
    for (int number : seen) {
      if (!isMoved(frame, frame.drawing().edges().get(number))) {
        cloud.add(frame.drawing().route(number).points(), viewport);
      }
    }
    tile.graphics().setTransform(1, 0, 0, 1, 0, 0);
    cloud.draw(tile.graphics());
    look(tile.graphics(), viewport);
  }

  private void paintData(Tile tile, Frame frame, Viewport viewport, Manner manner) {
    int[] seen = frame.data().in(viewport.visible(tile.width(), tile.height()));
    if (seen.length == 0) {
      return;
    }
    if (!manner.isCloud()) {
      data.paint(frame, seen);
      return;
    }
    EdgeCloud cloud = tile.cloud();
    cloud.clear(tile.width(), tile.height(), Palette.faded(palette.data(), 0.6));
    for (int number : seen) {
      cloud.add(frame.data().route(number).points(), viewport);
    }
    tile.graphics().setTransform(1, 0, 0, 1, 0, 0);
    cloud.draw(tile.graphics());
    look(tile.graphics(), viewport);
  }

  private void standOut(Frame frame, FlowEdge edge, int colour, Detail detail) {
    int number = frame.drawing().edges().indexOf(edge);
    if (number >= 0 && detail == Detail.FULL) {
      edges.standOut(edge, frame.drawing().route(number), colour);
    } else if (number >= 0) {
      edges.paint(frame.drawing().route(number), colour, false);
    }
  }

  /** Edges follow the cards that are being moved. */
  private void movedEdges(Frame frame, Box visible) {
    for (Changes.MovedEdge moved : Changes.movedEdges(frame)) {
      if (moved.reach().intersects(visible)) {
        edges.paint(moved.edge(), moved.route(), stateOf(frame, moved.edge().from()), Detail.FULL);
      }
    }
  }

  private static boolean isMoved(Frame frame, FlowEdge edge) {
    return frame.feedback().moved().containsKey(edge.from())
        || frame.feedback().moved().containsKey(edge.to());
  }

  private void paintNodes(GraphicsContext graphics, Frame frame, Box visible, Detail detail) {
    Drawing drawing = frame.drawing();
    int[] seen = drawing.nodesIn(visible);
    for (int number : seen) {
      var node = drawing.nodes().get(number);
      if (!frame.feedback().moved().containsKey(node.id())) {
        boolean isDimmed =
            frame.feedback().dimmed().contains(node.id())
                || node.has(Behaviour.DISABLED)
                || node.has(Behaviour.LOST);
        graphics.setGlobalAlpha(isDimmed ? DIMMED : 1);
        paintNode(frame, number, drawing.corner(number), detail);
        changes.ifPresent(all -> changed.paint(all, node.id(), drawing.corner(number), detail));
      }
    }
    graphics.setGlobalAlpha(1);
    if (detail != Detail.BOX) {
      insides.problems(frame, seen);
    }
    frame
        .feedback()
        .moved()
        .forEach(
            (id, corner) -> {
              int number = drawing.numberOf(id);
              if (number >= 0) {
                paintNode(frame, number, corner, detail);
              }
            });
  }

  private void paintNode(Frame frame, int number, Point corner, Detail detail) {
    Drawing drawing = frame.drawing();
    if (changes.isPresent()) {
      nodes.paint(drawing.nodes().get(number), Optional.empty(), corner, detail);
      return; // two versions of an inside are not shown in place
    }
    insides.node(
        frame.around().scene().active(),
        drawing,
        number,
        stateOf(frame, drawing.nodes().get(number).id()),
        corner,
        detail,
        false);
  }

  private static Optional<TaskState> stateOf(Frame frame, NodeId node) {
    return Optional.ofNullable(frame.states().get(node));
  }
}
