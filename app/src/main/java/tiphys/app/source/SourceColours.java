// SPDX-License-Identifier: Apache-2.0
package tiphys.app.source;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.paint.Color;
import jfx.incubator.scene.control.richtext.SyntaxDecorator;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.CodeTextModel;
import jfx.incubator.scene.control.richtext.model.RichParagraph;
import jfx.incubator.scene.control.richtext.model.StyleAttributeMap;
import tiphys.app.code.LineColours;
import tiphys.app.code.ScalarAt;
import tiphys.app.code.Span;
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
  private final Supplier<SourceViewModel> shown;
  private final Supplier<Color> litColour;
  private final Function<Span.Role, StyleAttributeMap> inks;

  /**
   * Over a text.
   *
   * @param inks how each role is written. Values, not names of style classes: the area would look a
   *     name up in the style sheets for every stretch of every line that it lays out
   */
  SourceColours(
      SourceContent content,
      Supplier<YamlTree> tree,
      Supplier<SourceViewModel> shown,
      Supplier<Color> litColour,
      Function<Span.Role, StyleAttributeMap> inks) {
    this.content = content;
    this.tree = tree;
    this.shown = shown;
    this.litColour = litColour;
    this.inks = inks;
  }

  @Override
  public RichParagraph createRichParagraph(CodeTextModel model, int line) {
    String whole = content.getText(line);
    String text = whole.length() > LONGEST_LINE ? whole.substring(0, LONGEST_LINE) + "…" : whole;
    RichParagraph.Builder paragraph = RichParagraph.builder();
    for (Span span : spans(line, text)) {
      paragraph.addSegment(text.substring(span.start(), span.end()), inks.apply(span.role()));
      if (span.role() == Span.Role.TAG) {
        paragraph.addHighlight(span.start(), span.end() - span.start(), "code-tag-back");
      }
    }
    for (SourceViewModel.Wave wave : shown.get().waves(line)) {
      if (wave.start() < text.length()) {
        int length = Math.min(wave.length(), text.length() - wave.start());
        paragraph.addWavyUnderline(wave.start(), length, waveClass(wave));
      }
    }
    paragraph.setParagraphAttributes(shown.get().isLit(line) ? lit() : AIRY);
    return paragraph.build();
  }

  private StyleAttributeMap lit() {
    return StyleAttributeMap.builder()
        .setSpaceAbove(SPACE_PX)
        .setSpaceBelow(SPACE_PX)
        .setBackground(litColour.get())
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
