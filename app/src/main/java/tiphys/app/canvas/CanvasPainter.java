// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  private final WindowPen pen;
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

  /**
   * @param changes from an earlier version, where there is one to compare with
   */
  CanvasPainter(
      WindowPen pen, CanvasFonts fonts, Palette palette, Optional<ScopeDifference> changes) {
    this.pen = pen;
    this.palette = palette;
    this.changes = changes;
    FittedText texts = new FittedText(fonts);
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

  /**
   * Paints a part of a frame with the pen.
   *
   * @param viewport where the origin lies for the pen
   * @param visible what is to be painted; the pen leaves out the rest
   */
  void paint(Frame frame, Viewport viewport, Box visible, Manner manner) {
    pen.begin(viewport, palette.background());
    dots(visible, viewport.scale());
    insides.below(frame, visible, manner.detail());
    insides.areas(frame);
    bands.paint(frame.groups(), frame.drawing().arrangement());
    int[] seen = frame.drawing().edgesIn(visible);
    int[] seenData = frame.data().in(visible);
    if (manner.isCloud()) {
      pen.byHand(raster -> paintCloud(raster, frame, viewport, seen, seenData));
    } else {
      paintBows(frame, seen, manner.detail());
      data.paint(frame, seenData);
    }
    changes.ifPresent(all -> paintChanges(all, frame.drawing(), seen));
    paintStandingOut(frame, manner.detail());
    movedEdges(frame, visible);
    hooks.paintEnd(frame.drawing().hooks(), frame.drawing().arrangement().bounds());
    paintNodes(frame, visible, manner.detail());
    insides.above(frame, visible, manner.detail());
    data.light(frame, visible);
    feedback.paint(frame, visible, 1 / viewport.scale());
  }

  private void dots(Box visible, double scale) {
    double step = DOT_STEP;
    while (step * scale < LEAST_DOT_STEP) {
      step *= 2;
    }
    double size = 1.5 / scale;
    for (double x = first(visible.x(), step); x < visible.right(); x += step) {
      for (double y = first(visible.y(), step); y < visible.bottom(); y += step) {
        pen.fillRound(x, y, size, size, 0, palette.dots());
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

  private void paintBows(Frame frame, int[] seen, Detail detail) {
    Drawing drawing = frame.drawing();
    for (int number : seen) {
      FlowEdge edge = drawing.edges().get(number);
      if (!isMoved(frame, edge) && !isGone(edge)) {
        pen.opacity(drawing.isLost(number) || isDimmed(frame, edge) ? DIMMED : 1);
        edges.paint(edge, drawing.route(number), stateOf(frame, edge.from()), detail);
      }
    }
    pen.opacity(1);
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
    return !dimmed.isEmpty() && (dimmed.contains(edge.from()) || dimmed.contains(edge.to()));
  }

  private void paintCloud(
      Raster raster, Frame frame, Viewport viewport, int[] seen, int[] seenData) {
    int colour = Palette.faded(palette.edge(), 0.7);
    for (int number : seen) {
      if (!isMoved(frame, frame.drawing().edges().get(number))) {
        raster.thin(frame.drawing().route(number).points(), viewport, colour);
      }
    }
    int ofData = Palette.faded(palette.data(), 0.6);
    for (int number : seenData) {
      raster.thin(frame.data().route(number).points(), viewport, ofData);
    }
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
    Map<NodeId, Point> moved = frame.feedback().moved();
    return !moved.isEmpty() && (moved.containsKey(edge.from()) || moved.containsKey(edge.to()));
  }

  private void paintNodes(Frame frame, Box visible, Detail detail) {
    Drawing drawing = frame.drawing();
    int[] seen = drawing.nodesIn(visible);
    BitSet moved = drawing.numbersOf(frame.feedback().moved().keySet());
    BitSet dimmed = drawing.numbersOf(frame.feedback().dimmed());
    for (int number : seen) {
      var node = drawing.nodes().get(number);
      if (!moved.get(number)) {
        boolean isDimmed =
            dimmed.get(number) || node.has(Behaviour.DISABLED) || node.has(Behaviour.LOST);
        pen.opacity(isDimmed ? DIMMED : 1);
        paintNode(frame, number, drawing.corner(number), detail);
        changes.ifPresent(all -> changed.paint(all, node.id(), drawing.corner(number), detail));
      }
    }
    pen.opacity(1);
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
    return frame.states().isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(frame.states().get(node));
  }
}
