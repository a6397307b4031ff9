// SPDX-License-Identifier: Apache-2.0
package tiphys.app.source;

import java.util.List;
import java.util.function.Consumer;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.CodeTextModel;
import tiphys.model.text.SourceText;
import tiphys.model.text.TextEdit;
import tiphys.model.text.TextEdits;

/**
 * Connects the area with the editor's text: tells what was typed as one edit, and takes over what
 * others changed at its place, so that caret and view stay. Has no history of its own.
 */
final class SourceModel extends CodeTextModel {
  /** Beyond this, one edit over the whole stretch is cheaper than telling each. */
  private static final int MOST_SINGLE_EDITS = 64;

  private final SourceContent content;
  private final Consumer<TextEdits> typed;

  SourceModel(SourceContent content, Consumer<TextEdits> typed) {
    super(content);
    this.content = content;
    this.typed = typed;
    setUndoRedoEnabled(false);
  }

  @Override
  public void fireChangeEvent(TextPos start, TextPos end, int top, int lines, int bottom) {
    super.fireChangeEvent(start, end, top, lines, bottom);
    content.takePending().ifPresent(typed);
  }

  /** Shows the text after edits that were not made here. */
  void follow(TextEdits edits, SourceText after) {
    List<TextEdit> single =
        edits.edits().size() <= MOST_SINGLE_EDITS
            ? edits.edits()
            : List.of(covering(edits, after.length() - content.text().length(), after));
    for (TextEdit edit : single.reversed()) {
      follow(edit);
    }
    content.show(after);
  }

  /** Shows another text altogether. */
  void replaceAll(SourceText after) {
    follow(TextEdits.of(TextEdit.replace(0, content.text().length(), after.toString())), after);
  }

  private void follow(TextEdit edit) {
    TextPos start = content.positionOf(edit.range().start());
    TextPos end = content.positionOf(edit.range().end());
    SourceText next = content.text().apply(TextEdits.of(edit));
    int endNow = edit.range().start() + edit.replacement().length();
    content.show(next);
    TextPos last = content.positionOf(endNow);
    int lines = last.index() - start.index();
    int top =
        lines == 0
            ? edit.replacement().length()
            : next.lineEnd(start.index()) - edit.range().start();
    super.fireChangeEvent(start, end, top, lines, lines == 0 ? 0 : last.offset());
  }

  private static TextEdit covering(TextEdits edits, int growth, SourceText after) {
    int start = edits.edits().getFirst().range().start();
    int end = edits.edits().getLast().range().end();
    return TextEdit.replace(start, end, after.slice(start, end + growth));
  }
}
