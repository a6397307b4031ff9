// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.picture;

import java.util.List;
import tiphys.icons.Glyphs;
import tiphys.model.graph.FlowHook;
import tiphys.model.graph.FlowNode;
import tiphys.model.layout.Box;
import tiphys.model.layout.NodeSize;
import tiphys.model.layout.Point;
import tiphys.model.workflow.Behaviour;

/**
 * Draws hooks as what hangs at the side: those of a task below its card, beside the edges that
 * leave it; those of the workflow below everything, behind a line.
 */
public final class HookPainter {
  /** How far below all cards the workflow's own hooks reach. */
  public static final double END_REACH = 88;

  /** More hooks than these are told by their number. */
  private static final int MOST = 2;

  private static final double WIDTH = 88;
  private static final double HEIGHT = 18;
  private static final double BELOW = 7;
  private static final double STEP = 21;

  /** The sheets behind a fan-out reach below its card. */
  private static final double STACK = 8;

  private static final double GLYPH = 11;

  private static final double END_WIDTH = 150;
  private static final double END_HEIGHT = 24;
  private static final double END_GAP = 10;
  private static final double END_LINE = 50;

  private final Pen pen;
  private final Palette palette;
  private final FittedText texts;

  public HookPainter(Pen pen, Palette palette, FittedText texts) {
    this.pen = pen;
    this.palette = palette;
    this.texts = texts;
  }

  /** How many of a node's hooks have a box of their own. */
  public static int shown(FlowNode node) {
    return Math.min(MOST, node.hooks().size());
  }

  /** Where a node's hook hangs, counted from 0. */
  public static Box boxOf(FlowNode node, Point corner, int number) {
    double stack = node.has(Behaviour.LOOP) ? STACK : 0;
    return new Box(
        corner.x() + NodeSize.WIDTH - WIDTH,
        corner.y() + NodeSize.HEIGHT + BELOW + stack + number * STEP,
        WIDTH,
        HEIGHT);
  }

  /** Where one of the workflow's hooks stands. @param all the box around all cards */
  public static Box endBoxOf(Box all, int count, int number) {
    double width = count * END_WIDTH + (count - 1) * END_GAP;
    return new Box(
        all.x() + all.width() / 2 - width / 2 + number * (END_WIDTH + END_GAP),
        all.bottom() + END_REACH - END_HEIGHT,
        END_WIDTH,
        END_HEIGHT);
  }

  /** At a card. */
  public void paint(FlowNode node, Point corner) {
    for (int i = 0; i < shown(node); i++) {
      Box box = boxOf(node, corner, i);
      double x = box.x() + 12;
      pen.line(x, box.y() - (i == 0 ? BELOW : STEP - HEIGHT), x, box.y(), line());
      boolean isSum = i == MOST - 1 && node.hooks().size() > MOST;
      paint(box, node.hooks().get(i), isSum ? "+" + (node.hooks().size() - i) : "");
    }
  }

  /** At the end of the workflow. @param all the box around all cards */
  public void paintEnd(List<FlowHook> hooks, Box all) {
    if (hooks.isEmpty()) {
      return;
    }
    double y = all.bottom() + END_LINE;
    pen.line(all.x(), y, all.right(), y, line());
    for (int i = 0; i < hooks.size(); i++) {
      Box box = endBoxOf(all, hooks.size(), i);
      double middle = box.x() + box.width() / 2;
      pen.line(middle, y, middle, box.y(), line());
      paint(box, hooks.get(i), "");
    }
  }

  private Stroke line() {
    return Stroke.dashed(palette.edge(), 1.2);
  }

  private void paint(Box box, FlowHook hook, String sum) {
    double radius = box.height() / 2;
    pen.fillRound(box.x(), box.y(), box.width(), box.height(), radius, palette.card());
    pen.strokeRound(
        box.x(), box.y(), box.width(), box.height(), radius, Stroke.solid(palette.cardBorder(), 1));
    double middle = box.y() + box.height() / 2;
    double left = box.x() + 8;
    pen.glyph(
        Glyphs.of(hook.isExit() ? "exit-handler" : "hook"),
        left,
        middle - GLYPH / 2,
        GLYPH,
        palette.accent());
    double room = box.width() - GLYPH - 20;
    String words = sum.isEmpty() ? hook.runs() : sum;
    pen.text(
        texts.fit(words, room, FontRole.LABEL),
        left + GLYPH + 4,
        middle + 3.8,
        FontRole.LABEL,
        palette.title());
  }
}
