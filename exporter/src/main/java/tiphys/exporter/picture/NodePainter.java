// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.picture;

import java.util.Optional;
import tiphys.model.graph.FlowNode;
import tiphys.model.graph.NodeKind;
import tiphys.model.layout.NodeSize;
import tiphys.model.layout.Point;
import tiphys.model.run.NodePhase;
import tiphys.model.run.TaskState;
import tiphys.model.workflow.Behaviour;

/**
 * Draws a node as a card: the kind as a coloured glyph, the name, one line that says what it is,
 * the state as bar, tint and glyph, what it does beside running once as small markers, and a
 * fan-out as a stack with counts.
 */
public final class NodePainter {
  public static final double RADIUS = 7;
  private static final double BAR = 4;

  /** How high the part of the shadow is that is drawn: the rest would be covered by the card. */
  private static final double SHADOW = 18;

  private static final double TILE = 34;
  private static final double TILE_LEFT = 14;
  private static final double TEXT_LEFT = 57;
  private static final double TITLE_BASELINE = 24;
  private static final double SUBTITLE_BASELINE = 41;
  private static final double STATE_SIZE = 16;
  private static final double EDGE_ROOM = 12;

  /** Where the stack behind a fan-out shows: below and to the right, clear of the arrow heads. */
  private static final double STACK_STEP = 4;

  private final Pen pen;
  private final Palette palette;
  private final FittedText texts;
  private final MarkerPainter markers;
  private final CountPainter counts;
  private final HookPainter hooks;

  public NodePainter(Pen pen, Palette palette, FittedText texts) {
    this.pen = pen;
    this.palette = palette;
    this.texts = texts;
    this.markers = new MarkerPainter(pen, palette);
    this.counts = new CountPainter(pen, palette, texts);
    this.hooks = new HookPainter(pen, palette, texts);
  }

  /** Draws a node with its top left corner at a place. */
  public void paint(FlowNode node, Optional<TaskState> state, Point corner, Detail detail) {
    if (detail == Detail.BOX) {
      box(node, state, corner);
      return;
    }
    boolean isStack = node.has(Behaviour.LOOP);
    if (isStack) {
      sheet(corner, 2);
      sheet(corner, 1);
    }
    if (detail == Detail.FULL) {
      card(node, state, corner);
    } else {
      plainCard(node, state, corner);
    }
    tile(node, state, corner, detail);
    if (detail != Detail.MOVING) {
      words(node, state, corner, detail);
    }
    if (detail == Detail.FULL) {
      double below = isStack ? 2 * STACK_STEP : 0;
      state.filter(TaskState::isFanOut).ifPresent(fanOut -> counts.paint(fanOut, corner, below));
      hooks.paint(node, corner);
    }
  }

  /** A card that does not exist yet. */
  public void ghost(NodeKind kind, Point corner) {
    double x = corner.x();
    double y = corner.y();
    int accent = palette.accent();
    pen.fillRound(x, y, NodeSize.WIDTH, NodeSize.HEIGHT, RADIUS, Palette.faded(accent, 0.08));
    pen.strokeRound(x, y, NodeSize.WIDTH, NodeSize.HEIGHT, RADIUS, Stroke.dashed(accent, 1.5));
    pen.glyph(NodeGlyphs.of(kind), x + TILE_LEFT + 6, y + 17, 22, palette.kind(kind));
  }

  private void box(FlowNode node, Optional<TaskState> state, Point corner) {
    int colour =
        state
            .flatMap(TaskState::phase)
            .map(palette::phase)
            .orElseGet(() -> Palette.faded(palette.kind(node.kind()), 0.45));
    pen.fillRound(corner.x(), corner.y(), NodeSize.WIDTH, NodeSize.HEIGHT, 0, colour);
  }

  private void sheet(Point corner, int number) {
    double x = corner.x() + number * STACK_STEP;
    double y = corner.y() + number * STACK_STEP;
    pen.fillRound(x, y, NodeSize.WIDTH, NodeSize.HEIGHT, RADIUS, palette.paleCard());
    pen.strokeRound(
        x, y, NodeSize.WIDTH, NodeSize.HEIGHT, RADIUS, Stroke.solid(palette.cardBorder(), 1));
  }

  private void card(FlowNode node, Optional<TaskState> state, Point corner) {
    double x = corner.x();
    double y = corner.y();
    double width = NodeSize.WIDTH;
    double height = NodeSize.HEIGHT;
    Optional<NodePhase> phase = state.flatMap(TaskState::phase);
    int bar = phase.map(palette::phase).orElse(palette.noPhase());
    int face = isPale(node, phase) ? palette.paleCard() : palette.card();
    pen.fillRound(x - 1, y + height - SHADOW, width + 2, SHADOW + 2, RADIUS + 1, palette.shadow());
    pen.fillRound(x, y + height - SHADOW, width, SHADOW + 3, RADIUS, palette.shadow());
    pen.fillRound(x, y, BAR + 2 * RADIUS, height, RADIUS, bar);
    pen.fillRound(x + BAR, y, width - BAR, height, RADIUS - 1, face);
    phase.ifPresent(
        known ->
            pen.fillFading(
                x + BAR,
                y,
                width * tintWidth(known),
                height,
                RADIUS - 1,
                Palette.faded(palette.phase(known), tintStrength(known))));
    Stroke border =
        new Stroke(
            phase.filter(NodePainter::isBad).map(palette::phase).orElse(palette.cardBorder()),
            1,
            node.kind() == NodeKind.UNKNOWN || node.kind() == NodeKind.REFERENCE);
    pen.strokeRound(x, y, width, height, RADIUS, border);
  }

  /** Without what is too fine to be seen from afar; boxes alone are drawn much faster. */
  private void plainCard(FlowNode node, Optional<TaskState> state, Point corner) {
    double x = corner.x();
    double y = corner.y();
    double width = NodeSize.WIDTH;
    double height = NodeSize.HEIGHT;
    Optional<NodePhase> phase = state.flatMap(TaskState::phase);
    int face = isPale(node, phase) ? palette.paleCard() : palette.card();
    pen.fillRound(x - 1, y - 1, width + 2, height + 2, 0, palette.cardBorder());
    pen.fillRound(x + 1, y + 1, width - 2, height - 2, 0, face);
    phase.ifPresent(
        known ->
            pen.fillRound(
                x + 1, y + 1, width - 2, height - 2, 0, Palette.faded(palette.phase(known), 0.18)));
    pen.fillRound(x, y, 2 * BAR, height, 0, phase.map(palette::phase).orElse(palette.noPhase()));
  }

  private void tile(FlowNode node, Optional<TaskState> state, Point corner, Detail detail) {
    double x = corner.x() + TILE_LEFT;
    double y = corner.y() + (NodeSize.HEIGHT - TILE) / 2;
    int colour = palette.kind(node.kind());
    double strength = isPale(node, state.flatMap(TaskState::phase)) ? 0.6 : 1;
    double radius = detail == Detail.FULL ? RADIUS : 0;
    pen.fillRound(x, y, TILE, TILE, radius, Palette.faded(colour, 0.13 * strength));
    if (detail != Detail.MOVING) {
      pen.glyph(NodeGlyphs.of(node.kind()), x + 7, y + 7, 20, Palette.faded(colour, strength));
    }
  }

  private void words(FlowNode node, Optional<TaskState> state, Point corner, Detail detail) {
    Optional<NodePhase> phase = state.flatMap(TaskState::phase);
    double left = corner.x() + TEXT_LEFT;
    double right = corner.x() + NodeSize.WIDTH - EDGE_ROOM;
    double titleEnd = right;
    if (phase.isPresent()) {
      titleEnd = right - STATE_SIZE - 4;
      pen.glyph(
          NodeGlyphs.of(phase),
          right - STATE_SIZE + 2,
          corner.y() + 11,
          STATE_SIZE,
          palette.phaseText(phase.get()));
    }
    int titleColour = isPale(node, phase) ? palette.subtitle() : palette.title();
    boolean isSingleLine = detail == Detail.PLAIN || node.subtitle().isEmpty();
    double baseline = isSingleLine ? NodeSize.HEIGHT / 2 + 5 : TITLE_BASELINE;
    pen.text(
        texts.fit(node.title(), titleEnd - left, FontRole.TITLE),
        left,
        corner.y() + baseline,
        FontRole.TITLE,
        titleColour);
    if (detail == Detail.FULL) {
      double room = markers.paint(node, corner.x() + NodeSize.WIDTH - 7, corner.y()) - left - 2;
      pen.text(
          texts.fit(node.subtitle(), Math.min(room, right - left), FontRole.SUBTITLE),
          left,
          corner.y() + SUBTITLE_BASELINE,
          FontRole.SUBTITLE,
          palette.subtitle());
    }
  }

  private static boolean isPale(FlowNode node, Optional<NodePhase> phase) {
    return node.kind() == NodeKind.UNKNOWN
        || phase.filter(p -> p == NodePhase.SKIPPED || p == NodePhase.OMITTED).isPresent();
  }

  private static boolean isBad(NodePhase phase) {
    return phase == NodePhase.FAILED || phase == NodePhase.ERROR;
  }

  private static double tintWidth(NodePhase phase) {
    return isBad(phase) ? 0.95 : 0.75;
  }

  private static double tintStrength(NodePhase phase) {
    return phase == NodePhase.SKIPPED || phase == NodePhase.OMITTED ? 0.10 : 0.20;
  }
}
