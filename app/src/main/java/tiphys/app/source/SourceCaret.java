// SPDX-License-Identifier: Apache-2.0
package tiphys.app.source;

import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.TextPos;
import tiphys.app.editor.Editor;
import tiphys.model.text.TextEdit;
import tiphys.model.text.TextEdits;
import tiphys.model.text.TextRange;

/**
 * Where the caret and the selection stand in the whole text, in UTF-16 units; the area counts only
 * the lines that are shown. What it is set to is brought out of every fold.
 */
final class SourceCaret {
  private final Editor editor;
  private final CodeArea area;
  private final SourceContent content;
  private final Folding folding;

  SourceCaret(Editor editor, CodeArea area, SourceContent content, Folding folding) {
    this.editor = editor;
    this.area = area;
    this.content = content;
    this.folding = folding;
  }

  /** 0 until the area has a caret. */
  int offset() {
    TextPos caret = area.getCaretPosition();
    return caret == null ? 0 : content.offsetOf(caret);
  }

  /** Where the selection began; the caret where there is none. */
  int anchor() {
    TextPos anchor = area.getAnchorPosition();
    return anchor == null ? offset() : content.offsetOf(anchor);
  }

  TextRange selected() {
    int anchor = anchor();
    int caret = offset();
    return new TextRange(Math.min(anchor, caret), Math.max(anchor, caret));
  }

  /** Selects a stretch and brings it into view. */
  void reveal(TextRange range) {
    folding.shown(range.start());
    TextPos end = folding.shown(range.end());
    area.select(content.positionOf(range.start()), end);
  }

  void revealAndFocus(TextRange range) {
    area.requestFocus();
    reveal(range);
  }

  /** Makes one step of the history of its own, and selects what is to be selected then. */
  void change(LineEdits.Change change) {
    editor.endTyping();
    editor.type(change.edits());
    editor.endTyping();
    TextPos from = folding.shown(change.anchor());
    area.select(from, folding.shown(change.caret()));
  }

  /** Goes to where edits that are made already changed the text. */
  void follow(TextEdits edits) {
    area.select(folding.shown(endOf(edits)));
  }

  /** Where the first of the edits ends in the text after them. */
  static int endOf(TextEdits edits) {
    TextEdit first = edits.edits().getFirst();
    return first.range().start() + first.replacement().length();
  }
}
