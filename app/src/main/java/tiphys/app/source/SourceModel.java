// SPDX-License-Identifier: Apache-2.0
package tiphys.app.source;

import java.util.List;
import java.util.function.Consumer;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.CodeTextModel;
import tiphys.app.source.Folds.Fold;
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
    // the area lays out its lines while it hears of a change: by then all is known that they show
    content.takePending().ifPresent(typed);
    super.fireChangeEvent(start, end, top, lines, bottom);
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

  /** Folds lines away or shows them again, whatever the text; the area hears of it as a change. */
  void refold(Runnable change) {
    int before = content.folds().hidden();
    TextPos end = getDocumentEnd();
    change.run();
    if (content.folds().hidden() != before) {
      int last = content.size() - 1;
      int top = content.getText(0).length();
      int bottom = last == 0 ? 0 : content.getText(last).length();
      super.fireChangeEvent(TextPos.ZERO, end, top, last, bottom);
    }
  }

  /** Folds away what stands behind one line. */
  void fold(Fold fold) {
    boolean isHidden = content.folds().isHidden(fold.first());
    TextPos from = endOf(fold.first());
    TextPos to = endOf(fold.last());
    content.folds().add(List.of(fold));
    if (!isHidden) {
      super.fireChangeEvent(from, to, 0, 0, 0);
    }
  }

  /** Shows again what a fold hides. */
  void open(Fold fold) {
    boolean isHidden = content.folds().isHidden(fold.first());
    int before = content.size();
    TextPos from = endOf(fold.first());
    content.folds().remove(fold);
    int lines = content.size() - before;
    if (!isHidden && lines > 0) {
      int last = content.folds().shownOf(fold.first()) + lines;
      super.fireChangeEvent(from, from, 0, lines, content.getText(last).length());
    }
  }

  private TextPos endOf(int line) {
    return content.positionOf(content.lineRange(line).end());
  }

  /** Opens the folds of which an edit changes more than lines that are hidden or that are shown. */
  private void openTouched(TextEdit edit) {
    int first = content.text().lineOf(edit.range().start());
    int last = content.text().lineOf(edit.range().end());
    for (Fold fold : content.folds().all()) {
      boolean isApart = last <= fold.first() || first > fold.last();
      boolean isWithin = first > fold.first() && last <= fold.last();
      boolean isBreakAtFirst =
          last == fold.first() && first == last && edit.replacement().indexOf('\n') >= 0;
      if (!isApart && !isWithin || isBreakAtFirst) {
        open(fold);
      }
    }
  }

  private void follow(TextEdit edit) {
    openTouched(edit);
    if (content.folds().isHidden(content.text().lineOf(edit.range().start()))) {
      content.follow(edit, content.text().apply(TextEdits.of(edit)));
      TextPos shown = content.positionOf(edit.range().start());
      fireStyleChangeEvent(TextPos.ofLeading(shown.index(), 0), shown);
      return;
    }
    TextPos start = content.positionOf(edit.range().start());
    TextPos end = content.positionOf(edit.range().end());
    SourceText next = content.text().apply(TextEdits.of(edit));
    int endNow = edit.range().start() + edit.replacement().length();
    int startOffset = edit.range().start();
    content.follow(edit, next);
    TextPos last = content.positionOf(endNow);
    int lines = last.index() - start.index();
    int top =
        lines == 0
            ? edit.replacement().length()
            : next.lineEnd(next.lineOf(startOffset)) - startOffset;
    super.fireChangeEvent(start, end, top, lines, lines == 0 ? 0 : last.offset());
  }

  private static TextEdit covering(TextEdits edits, int growth, SourceText after) {
    int start = edits.edits().getFirst().range().start();
    int end = edits.edits().getLast().range().end();
    return TextEdit.replace(start, end, after.slice(start, end + growth));
  }
}
