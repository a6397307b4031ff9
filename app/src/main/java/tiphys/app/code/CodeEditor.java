// SPDX-License-Identifier: Apache-2.0
package tiphys.app.code;

import java.util.List;
import java.util.Objects;
import javafx.application.Platform;
import javafx.scene.layout.BorderPane;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.SyntaxDecorator;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.CodeTextModel;
import jfx.incubator.scene.control.richtext.model.RichParagraph;
import org.jspecify.annotations.Nullable;
import tiphys.app.theme.BlinkingCaret;

/** Code of one language: coloured, indented by Tab, with an undo of its own. */
public final class CodeEditor extends BorderPane {
  /** The colours and the looks of all that shows code. */
  static final String STYLE =
      Objects.requireNonNull(CodeEditor.class.getResource("code.css")).toExternalForm();

  private final CodeArea area = new CodeArea();
  private CodeLanguage language;
  private @Nullable List<List<Span>> colours;
  private boolean isRecolouring;

  public CodeEditor(CodeLanguage language) {
    this.language = language;
    getStyleClass().add("code-editor");
    getStylesheets().add(STYLE);
    area.setSyntaxDecorator(new Colours());
    area.setTabSize(2);
    BlinkingCaret.onlyWhileShown(area);
    area.getInputMap()
        .registerFunction(CodeArea.Tag.INSERT_TAB, () -> insert(this.language.step()));
    area.getInputMap().registerFunction(CodeArea.Tag.INSERT_LINE_BREAK, this::breakLine);
    setCenter(area);
  }

  /** The control itself, for whoever moves the focus or hears its keys. */
  public CodeArea area() {
    return area;
  }

  public String text() {
    return area.getText();
  }

  public CodeLanguage language() {
    return language;
  }

  /** Shows another text; what was typed before cannot be taken back any more. */
  public void setText(String text) {
    area.setText(text);
  }

  /** Shows it as code of another language. */
  public void setLanguage(CodeLanguage next) {
    if (next != language) {
      language = next;
      colours = null;
      recolour();
    }
  }

  private void breakLine() {
    TextPos caret = area.getCaretPosition();
    if (caret != null) {
      String line = area.getPlainText(caret.index());
      String before = line.substring(0, Math.min(caret.offset(), line.length()));
      int blanks = before.length() - before.stripLeading().length();
      String end = before.stripTrailing();
      boolean opens = end.endsWith(":") || end.endsWith("{");
      insert("\n" + before.substring(0, blanks) + (opens ? language.step() : ""));
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

  /**
   * What is typed can give lines below it other colours: a quote that opens a text, for example.
   */
  private void recolour() {
    if (!isRecolouring) {
      isRecolouring = true;
      Platform.runLater(
          () -> {
            isRecolouring = false;
            if (area.getModel() instanceof CodeTextModel model) {
              model.fireStyleChangeEvent(TextPos.ZERO, model.getDocumentEnd());
            }
          });
    }
  }

  private final class Colours implements SyntaxDecorator {
    @Override
    public RichParagraph createRichParagraph(CodeTextModel model, int index) {
      String line = model.getPlainText(index);
      RichParagraph.Builder paragraph = RichParagraph.builder();
      List<List<Span>> all = known(model);
      for (Span span : index < all.size() ? all.get(index) : List.<Span>of()) {
        int end = Math.min(span.end(), line.length());
        if (span.start() < end) {
          paragraph.addWithStyleNames(line.substring(span.start(), end), span.role().styleClass());
        }
      }
      return paragraph.build();
    }

    private List<List<Span>> known(CodeTextModel model) {
      List<List<Span>> found = colours;
      if (found == null) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < model.size(); i++) {
          text.append(i == 0 ? "" : "\n").append(model.getPlainText(i));
        }
        found = CodeColours.of(text.toString(), language);
        colours = found;
      }
      return found;
    }

    @Override
    public void handleChange(
        CodeTextModel model, TextPos start, TextPos end, int top, int lines, int bottom) {
      colours = null;
      recolour();
    }
  }
}
