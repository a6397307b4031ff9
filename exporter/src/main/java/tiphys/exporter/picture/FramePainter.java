// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.picture;

import java.util.Optional;
import tiphys.icons.Glyph;
import tiphys.icons.Glyphs;
import tiphys.model.graph.FlowNode;
import tiphys.model.layout.Box;
import tiphys.model.run.NodePhase;
import tiphys.model.run.TaskState;
import tiphys.model.state.Unfolded;

/**
 * Draws a task whose inside stands in its place: a frame with a title, which says whose template it
 * is where that is not its alone; or one whose fan-out does, with its counts and pages.
 */
public final class FramePainter {
  private static final double BAR = 4;
  private static final double GLYPH_LEFT = 14;
  private static final double GLYPH = 20;
  private static final double TEXT_LEFT = 62;
  private static final double BASELINE = 25;
  private static final double STATE = 16;
  private static final double CHIP_HEIGHT = 18;
  private static final double CHIP_GLYPH = 11;
  private static final double GAP = 10;
  private static final double CHIP_ROOM = 130;

  private final Pen pen;
  private final Palette palette;
  private final FittedText texts;
  private final StackPainter stacks;

  public FramePainter(Pen pen, Palette palette, FittedText texts) {
    this.pen = pen;
    this.palette = palette;
    this.texts = texts;
    this.stacks = new StackPainter(pen, palette, texts);
  }

  /** Draws all but the inside. @param isActive whether what it holds is being worked on */
  public void paint(
      FlowNode node, Unfolded.Frame frame, Optional<TaskState> state, Box box, boolean isActive) {
    Optional<NodePhase> phase = state.flatMap(TaskState::phase);
    body(node, phase, box, isActive);
    double right = box.right() - 12;
    if (phase.isPresent()) {
      right -= STATE;
      pen.glyph(NodeGlyphs.of(phase), right, box.y() + 12, STATE, palette.phaseText(phase.get()));
      right -= GAP;
    }
    right = origin(frame, box, right);
    words(node, box, right);
    if (frame.stack().isPresent()) {
      stacks.paint(frame.stack().get(), state, box);
    }
  }

  private void body(FlowNode node, Optional<NodePhase> phase, Box box, boolean isActive) {
    double radius = NodePainter.RADIUS;
    double x = box.x();
    double y = box.y();
    pen.fillRound(x - 1, y, box.width() + 2, box.height() + 2, radius + 1, palette.shadow());
    pen.fillRound(x, y, box.width(), box.height(), radius, palette.frame());
    int kind = phase.map(palette::phase).orElseGet(() -> palette.kind(node.kind()));
    pen.fillRound(x, y, BAR + 2 * radius, Unfolded.TITLE, radius, bar(phase));
    pen.fillRound(x + BAR, y, box.width() - BAR, Unfolded.TITLE, radius - 1, palette.card());
    pen.fillRound(
        x + BAR,
        y,
        box.width() - BAR,
        Unfolded.TITLE,
        radius - 1,
        Palette.faded(kind, phase.isPresent() ? 0.18 : 0.09));
    double line = y + Unfolded.TITLE;
    pen.line(x, line, box.right(), line, Stroke.solid(palette.cardBorder(), 1));
    pen.strokeRound(x, y, box.width(), box.height(), radius, border(phase, isActive));
  }

  private int bar(Optional<NodePhase> phase) {
    return phase.map(palette::phase).orElse(palette.noPhase());
  }

  private Stroke border(Optional<NodePhase> phase, boolean isActive) {
    if (isActive) {
      return Stroke.solid(palette.accent(), 1.6);
    }
    boolean isBad = phase.filter(at -> at == NodePhase.FAILED || at == NodePhase.ERROR).isPresent();
    return Stroke.solid(isBad ? palette.phase(phase.get()) : palette.cardBorder(), 1.2);
  }

  /** The file that the template stands in if it is another one; else how many tasks share it. */
  private double origin(Unfolded.Frame frame, Box box, double right) {
    if (frame.stack().isPresent()) {
      return right;
    }
    if (!frame.inside().place().isHere()) {
      return chip("lock", fileName(frame.inside().place().file()), box, right);
    }
    return frame.uses() > 1 ? chip("copy", Integer.toString(frame.uses()), box, right) : right;
  }

  private static String fileName(String file) {
    return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  }

  private double chip(String glyph, String words, Box box, double right) {
    String text = texts.fit(words, CHIP_ROOM, FontRole.LABEL);
    double width = texts.width(text, FontRole.LABEL) + CHIP_GLYPH + 18;
    double x = right - width;
    double y = box.y() + (Unfolded.TITLE - CHIP_HEIGHT) / 2;
    if (x < box.x() + TEXT_LEFT + CHIP_ROOM / 2) {
      return right;
    }
    Glyph mark = Glyphs.of(glyph);
    pen.fillRound(x, y, width, CHIP_HEIGHT, CHIP_HEIGHT / 2, palette.chip());
    pen.glyph(mark, x + 7, y + 3.5, CHIP_GLYPH, palette.subtitle());
    pen.text(text, x + 11 + CHIP_GLYPH, y + 12.8, FontRole.LABEL, palette.subtitle());
    return x - GAP;
  }

  private void words(FlowNode node, Box box, double right) {
    pen.glyph(
        NodeGlyphs.of(node.kind()),
        box.x() + GLYPH_LEFT,
        box.y() + (Unfolded.TITLE - GLYPH) / 2,
        GLYPH,
        palette.kind(node.kind()));
    double left = box.x() + TEXT_LEFT;
    double baseline = box.y() + BASELINE;
    String title = texts.fit(node.title(), right - left, FontRole.TITLE);
    pen.text(title, left, baseline, FontRole.TITLE, palette.title());
    double next = left + texts.width(title, FontRole.TITLE) + GAP;
    if (right - next > GLYPH) {
      pen.text(
          texts.fit(node.subtitle(), right - next, FontRole.SUBTITLE),
          next,
          baseline,
          FontRole.SUBTITLE,
          palette.subtitle());
    }
  }
}
