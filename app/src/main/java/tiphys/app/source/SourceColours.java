// SPDX-License-Identifier: Apache-2.0
package tiphys.app.source;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import jfx.incubator.scene.control.richtext.SyntaxDecorator;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.CodeTextModel;
import jfx.incubator.scene.control.richtext.model.RichParagraph;
import jfx.incubator.scene.control.richtext.model.StyleAttributeMap;
import tiphys.app.code.LineColours;
import tiphys.app.code.ScalarAt;
import tiphys.app.code.Span;
import tiphys.model.text.TextRange;
import tiphys.model.yaml.YamlTree;

/** Colours the lines that are on the screen, and no others. */
final class SourceColours implements SyntaxDecorator {
  /** A longer line is cut in the picture, not in the text: laying it out would stop the window. */
  private static final int LONGEST_LINE = 8_000;

  private static final double SPACE_PX = 1;
  private static final StyleAttributeMap AIRY =
      StyleAttributeMap.builder().setSpaceAbove(SPACE_PX).setSpaceBelow(SPACE_PX).build();

  private final SourceContent content;
  private final Supplier<YamlTree> tree;
  private final Marks marks;
  private final Inks inks;

  /** What is painted on the lines beside their own colours. */
  interface Marks {
    SourceViewModel shown();

    /** What of a line was found, in units from its beginning. */
    List<TextRange> hits(TextRange line);

    /** The bracket at the caret, with the one that belongs to it. */
    Optional<Brackets.Pair> brackets();

    /** What is said of so many lines that are folded away. */
    String folded(int lines);
  }

  /**
   * Over a text.
   *
   * @param inks values, not names of style classes: the area would look a name up in the style
   *     sheets for every stretch of every line that it lays out
   */
  SourceColours(SourceContent content, Supplier<YamlTree> tree, Marks marks, Inks inks) {
    this.content = content;
    this.tree = tree;
    this.marks = marks;
    this.inks = inks;
  }

  @Override
  public RichParagraph createRichParagraph(CodeTextModel model, int number) {
    String whole = content.getText(number);
    int line = content.lineOf(number);
    String text = whole.length() > LONGEST_LINE ? whole.substring(0, LONGEST_LINE) + "…" : whole;
    RichParagraph.Builder paragraph = RichParagraph.builder();
    for (Span span : spans(line, text)) {
      paragraph.addSegment(text.substring(span.start(), span.end()), inks.of(span.role()));
      if (span.role() == Span.Role.TAG) {
        paragraph.addHighlight(span.start(), span.end() - span.start(), "code-tag-back");
      }
    }
    for (SourceViewModel.Wave wave : marks.shown().waves(line)) {
      if (wave.start() < text.length()) {
        int length = Math.min(wave.length(), text.length() - wave.start());
        paragraph.addWavyUnderline(wave.start(), length, waveClass(wave));
      }
    }
    for (TextRange hit : marks.hits(content.lineRange(line))) {
      int start = Math.min(text.length(), hit.start());
      paragraph.addHighlight(start, Math.min(text.length(), hit.end()) - start, "code-hit");
    }
    mark(paragraph, content.lineRange(line), text.length());
    content
        .folds()
        .at(line)
        .ifPresent(
            fold -> {
              String badge = marks.folded(fold.hidden());
              paragraph.addSegment("  " + badge, inks.of(Span.Role.COMMENT));
              paragraph.addHighlight(text.length() + 1, badge.length() + 2, "code-fold-back");
            });
    paragraph.setParagraphAttributes(marks.shown().isLit(line) ? lit() : AIRY);
    return paragraph.build();
  }

  private void mark(RichParagraph.Builder paragraph, TextRange line, int length) {
    if (marks.brackets().isEmpty()) {
      return;
    }
    Brackets.Pair pair = marks.brackets().get();
    for (TextRange bracket : pair.ranges()) {
      int start = bracket.start() - line.start();
      if (start >= 0 && start < length) {
        String style = pair.second().isPresent() ? "code-bracket" : "code-bracket-alone";
        paragraph.addHighlight(start, 1, style);
      }
    }
  }

  private StyleAttributeMap lit() {
    return StyleAttributeMap.builder()
        .setSpaceAbove(SPACE_PX)
        .setSpaceBelow(SPACE_PX)
        .setBackground(inks.lit())
        .build();
  }

  private List<Span> spans(int line, String text) {
    boolean isScalar = ScalarAt.continuesOnLine(tree.get(), content.lineRange(line).start(), text);
    return isScalar ? LineColours.ofScalar(text) : LineColours.of(text);
  }

  private static String waveClass(SourceViewModel.Wave wave) {
    return "code-wave-" + wave.severity().name().toLowerCase(Locale.ROOT);
  }

  @Override
  public void handleChange(
      CodeTextModel model, TextPos start, TextPos end, int top, int lines, int bottom) {
    // nothing is kept between two paintings
  }
}
