// SPDX-License-Identifier: Apache-2.0
package tiphys.app.inspector;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.SyntaxDecorator;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.CodeTextModel;
import jfx.incubator.scene.control.richtext.model.RichParagraph;
import tiphys.app.theme.BlinkingCaret;
import tiphys.app.theme.GlyphView;

/** A field of code: coloured, indented by Tab, and as large as one wants it. */
final class CodeField extends VBox {
  private static final double LINE_HEIGHT_PX = 17;
  private static final int LEAST_LINES = 4;
  private static final int MOST_LINES = 16;
  private static final int LARGE_LINES = 42;

  private final CodeArea area = new CodeArea();
  private final CodeLanguage language;
  private boolean isLarge;

  CodeField(CodeLanguage language, String larger) {
    this.language = language;
    getStyleClass().add("code-field");
    area.setSyntaxDecorator(new Colours());
    area.setTabSize(2);
    BlinkingCaret.onlyWhileShown(area);
    area.getInputMap().registerFunction(CodeArea.Tag.INSERT_TAB, () -> insert(language.step()));
    area.getInputMap().registerFunction(CodeArea.Tag.INSERT_LINE_BREAK, this::breakLine);
    Button grow = new Button("", new GlyphView("fit", GlyphView.SMALL));
    grow.getStyleClass().addAll("flat", "code-grow");
    grow.setAccessibleText(larger);
    grow.setTooltip(new Tooltip(larger));
    grow.setFocusTraversable(false);
    grow.setOnAction(_ -> toggleSize());
    StackPane.setAlignment(grow, Pos.TOP_RIGHT);
    getChildren().add(new StackPane(area, grow));
  }

  CodeArea area() {
    return area;
  }

  String text() {
    return area.getText();
  }

  void setText(String text) {
    area.setText(text);
    size();
  }

  /** Between a few lines and most of the window's height. */
  void toggleSize() {
    isLarge = !isLarge;
    size();
  }

  private void size() {
    long lines = text().lines().count() + 1;
    long shown = isLarge ? LARGE_LINES : Math.clamp(lines, LEAST_LINES, MOST_LINES);
    area.setPrefHeight(shown * LINE_HEIGHT_PX + 8);
    area.setMinHeight(area.getPrefHeight());
  }

  private void breakLine() {
    TextPos caret = area.getCaretPosition();
    if (caret != null) {
      String line = area.getPlainText(caret.index());
      String before = line.substring(0, Math.min(caret.offset(), line.length()));
      int blanks = before.length() - before.stripLeading().length();
      String deeper = before.stripTrailing().endsWith(":") ? language.step() : "";
      insert("\n" + before.substring(0, blanks) + deeper);
    }
  }

  private void insert(String text) {
    TextPos caret = area.getCaretPosition();
    TextPos anchor = area.getAnchorPosition();
    if (caret != null && anchor != null) {
      boolean isForward = anchor.compareTo(caret) <= 0;
      area.select(area.replaceText(isForward ? anchor : caret, isForward ? caret : anchor, text));
    }
  }

  private final class Colours implements SyntaxDecorator {
    @Override
    public RichParagraph createRichParagraph(CodeTextModel model, int index) {
      String line = model.getPlainText(index);
      RichParagraph.Builder paragraph = RichParagraph.builder();
      for (CodeLanguage.Span span : language.spans(line)) {
        paragraph.addWithStyleNames(line.substring(span.start(), span.end()), span.styleClass());
      }
      return paragraph.build();
    }

    @Override
    public void handleChange(
        CodeTextModel model, TextPos start, TextPos end, int top, int lines, int bottom) {
      // every line is coloured by itself
    }
  }
}
