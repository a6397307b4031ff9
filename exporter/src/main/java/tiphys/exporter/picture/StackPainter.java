// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.picture;

import java.util.Optional;
import tiphys.model.layout.Box;
import tiphys.model.run.StackPage;
import tiphys.model.run.TaskState;

/** Draws below the title of a fan-out how many are in which phase, and which of them are shown. */
final class StackPainter {
  private static final double GLYPH = 12;
  private static final double ARROW = 4;
  private static final double DISABLED = 0.35;

  private final Pen pen;
  private final Palette palette;
  private final FittedText texts;

  StackPainter(Pen pen, Palette palette, FittedText texts) {
    this.pen = pen;
    this.palette = palette;
    this.texts = texts;
  }

  void paint(StackPage page, Optional<TaskState> state, Box frame) {
    state.ifPresent(now -> StackHead.chips(frame, now).forEach(chip -> paint(chip, page)));
    if (page.hasBefore() || page.hasAfter()) {
      button(StackHead.before(frame), -1, page.hasBefore());
      button(StackHead.after(frame), 1, page.hasAfter());
      words(page, StackHead.words(frame));
    }
  }

  /** One that is looked at alone has an outline. */
  private void paint(StackHead.Chip chip, StackPage page) {
    Box box = chip.box();
    boolean isChosen = page.view().only().filter(chip.phase()::equals).isPresent();
    int colour = palette.phaseText(chip.phase());
    double radius = box.height() / 2;
    pen.fillRound(box.x(), box.y(), box.width(), box.height(), radius, palette.chip());
    if (isChosen) {
      Stroke stroke = Stroke.solid(palette.accent(), 1.6);
      pen.strokeRound(box.x(), box.y(), box.width(), box.height(), radius, stroke);
    }
    pen.glyph(NodeGlyphs.of(Optional.of(chip.phase())), box.x() + 9, box.y() + 5, GLYPH, colour);
    pen.text(
        Integer.toString(chip.count()),
        box.x() + StackHead.CHIP_TEXT,
        box.y() + 15,
        FontRole.COUNT,
        colour);
  }

  private void button(Box box, int way, boolean isPossible) {
    pen.fillRound(box.x(), box.y(), box.width(), box.height(), 5, palette.chip());
    double x = box.x() + box.width() / 2;
    double y = box.y() + box.height() / 2;
    int colour = Palette.faded(palette.title(), isPossible ? 1 : DISABLED);
    Stroke stroke = Stroke.solid(colour, 1.6);
    pen.line(x - way * ARROW / 2, y - ARROW, x + way * ARROW / 2, y, stroke);
    pen.line(x + way * ARROW / 2, y, x - way * ARROW / 2, y + ARROW, stroke);
  }

  private void words(StackPage page, Box box) {
    String words =
        texts.fit(
            page.first() + "–" + page.last() + " / " + page.matching(),
            box.width() - 8,
            FontRole.SUBTITLE);
    double left = box.x() + (box.width() - texts.width(words, FontRole.SUBTITLE)) / 2;
    pen.text(words, left, box.y() + 15, FontRole.SUBTITLE, palette.subtitle());
  }
}
