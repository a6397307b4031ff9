// SPDX-License-Identifier: Apache-2.0
package tiphys.app.source;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.TextPos;
import tiphys.app.editor.Editor;
import tiphys.app.editor.SourceTool;
import tiphys.model.diagram.DiagramChange;
import tiphys.model.state.DiagramState;
import tiphys.model.text.TextRange;

/**
 * The functions of the area that are not its own: undo and redo are the editor's, a line break and
 * a tab know YAML, and what is copied or cut has the lines that are folded away in it.
 */
@SuppressWarnings("ReferenceEquality") // An equal state of another revision is another state.
final class AreaFunctions {
  private final Editor editor;
  private final CodeArea area;
  private final SourceContent content;
  private final Folding folding;
  private final SourceCaret caret;

  private AreaFunctions(
      Editor editor, CodeArea area, SourceContent content, Folding folding, SourceCaret caret) {
    this.editor = editor;
    this.area = area;
    this.content = content;
    this.folding = folding;
    this.caret = caret;
  }

  /** Takes the place of the area's own functions. */
  static void register(
      Editor editor, CodeArea area, SourceContent content, Folding folding, SourceCaret caret) {
    AreaFunctions functions = new AreaFunctions(editor, area, content, folding, caret);
    area.getInputMap().registerFunction(CodeArea.Tag.UNDO, () -> functions.step(editor::undo));
    area.getInputMap().registerFunction(CodeArea.Tag.REDO, () -> functions.step(editor::redo));
    area.getInputMap().registerFunction(CodeArea.Tag.INSERT_LINE_BREAK, functions::breakLine);
    area.getInputMap().registerFunction(CodeArea.Tag.INSERT_TAB, functions::tab);
    area.getInputMap().registerFunction(CodeArea.Tag.COPY, functions::copy);
    area.getInputMap().registerFunction(CodeArea.Tag.CUT, functions::cut);
  }

  /** Goes a step back or forth in the editor's history, and with the caret to where it changed. */
  private void step(Runnable backOrForth) {
    DiagramState before = editor.state().get();
    backOrForth.run();
    if (editor.state().get() != before) {
      editor
          .lastChange()
          .get()
          .map(DiagramChange::edits)
          .filter(edits -> !edits.isEmpty())
          .ifPresent(caret::follow);
    }
  }

  /** A new line begins under the text of the one before, deeper after a colon. */
  private void breakLine() {
    TextPos at = area.getCaretPosition();
    if (at != null) {
      folding.open(content.lineOf(at.index()));
      String before = content.getText(at.index());
      insert("\n" + Indent.after(before.substring(0, Math.min(at.offset(), before.length()))));
    }
  }

  /** Several lines are moved in together. */
  private void tab() {
    TextRange selected = caret.selected();
    if (content.text().lineOf(selected.start()) < content.text().lineOf(selected.end())) {
      new LineEdits(content.text(), caret.anchor(), caret.offset())
          .of(SourceTool.INDENT)
          .ifPresent(caret::change);
    } else {
      insert("  ");
    }
  }

  /** With what is folded away in between: the area knows only of the lines that are shown. */
  private void copy() {
    TextRange selected = caret.selected();
    if (!selected.isEmpty()) {
      ClipboardContent copied = new ClipboardContent();
      copied.putString(content.text().slice(selected));
      Clipboard.getSystemClipboard().setContent(copied);
    }
  }

  private void cut() {
    copy();
    insert("");
  }

  private void insert(String text) {
    TextPos at = area.getCaretPosition();
    TextPos anchor = area.getAnchorPosition();
    if (at != null && anchor != null) {
      boolean isForward = anchor.compareTo(at) <= 0;
      TextPos end = area.replaceText(isForward ? anchor : at, isForward ? at : anchor, text);
      area.select(end);
    }
  }
}
