// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.picture;

import java.util.Optional;
import tiphys.model.layout.NodeSize;
import tiphys.model.layout.Point;
import tiphys.model.run.NodePhase;
import tiphys.model.run.TaskState;

/** How far a fan-out has come: a bar along the lower side of its card, and counts below it. */
final class CountPainter {
  private static final double CHIP_HEIGHT = 16;
  private static final double CHIP_TOP = NodeSize.HEIGHT + 5;
  private static final double GLYPH = 10;
  private static final double BARS_LEFT = 6;

  private final Pen pen;
  private final Palette palette;
  private final FittedText texts;

  CountPainter(Pen pen, Palette palette, FittedText texts) {
    this.pen = pen;
    this.palette = palette;
    this.texts = texts;
  }

  /** Draws at a card. @param below how far the stack behind the card reaches below it */
  void paint(TaskState state, Point corner, double below) {
    progress(state, corner);
    int begun = state.succeeded() + state.failed() + state.running() + state.skipped();
    int waiting = Math.max(0, state.total() - begun);
    double top = corner.y() + CHIP_TOP + below;
    double x = corner.x() + BARS_LEFT;
    x = chip(state.succeeded(), Optional.of(NodePhase.SUCCEEDED), x, top);
    x = chip(state.running(), Optional.of(NodePhase.RUNNING), x, top);
    x = chip(state.failed(), Optional.of(NodePhase.FAILED), x, top);
    x = chip(state.skipped(), Optional.of(NodePhase.SKIPPED), x, top);
    chip(waiting, Optional.empty(), x, top);
  }

  private void progress(TaskState state, Point corner) {
    double room = NodeSize.WIDTH - 2 * BARS_LEFT;
    double x = corner.x() + BARS_LEFT;
    double y = corner.y() + NodeSize.HEIGHT - 3;
    pen.fillRound(x, y, room, 2, 1, palette.chip());
    double done = room * Math.min(1, (double) state.succeeded() / state.total());
    double bad = room * Math.min(1, (double) state.failed() / state.total());
    pen.fillRound(x, y, done, 2, 1, palette.phase(NodePhase.SUCCEEDED));
    pen.fillRound(x + done, y, bad, 2, 1, palette.phase(NodePhase.FAILED));
  }

  /** Draws nothing for none; says where the next one goes. */
  private double chip(int count, Optional<NodePhase> phase, double x, double y) {
    if (count == 0) {
      return x;
    }
    String number = Integer.toString(count);
    double textWidth = texts.width(number, FontRole.COUNT);
    double width = textWidth + GLYPH + 14;
    int colour = phase.map(palette::phaseText).orElse(palette.subtitle());
    pen.fillRound(x, y, width, CHIP_HEIGHT, CHIP_HEIGHT / 2, palette.chip());
    pen.text(number, x + 6, y + 11.7, FontRole.COUNT, colour);
    pen.glyph(NodeGlyphs.of(phase), x + 6 + textWidth + 3, y + 3, GLYPH, colour);
    return x + width + 4;
  }
}
