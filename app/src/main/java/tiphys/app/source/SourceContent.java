// SPDX-License-Identifier: Apache-2.0
package tiphys.app.source;

import java.util.Optional;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.BasicTextModel;
import jfx.incubator.scene.control.richtext.model.StyleAttributeMap;
import org.jspecify.annotations.Nullable;
import tiphys.model.text.SourceText;
import tiphys.model.text.TextEdit;
import tiphys.model.text.TextEdits;
import tiphys.model.text.TextRange;

/**
 * The lines of a source text that are not folded away, as the area wants them: its paragraphs. What
 * the area changes piece by piece is gathered into one edit of the text before.
 */
final class SourceContent implements BasicTextModel.Content {
  private final Folds folds = new Folds();
  private SourceText text;
  private String lineBreak = "\n";
  private @Nullable Pending pending;

  /** The stretch that was replaced: its start, its end before, and its end now. */
  private record Pending(int start, int endBefore, int endNow) {
    Pending and(int from, int to, int length) {
      int first = Math.min(start, from);
      int beyond = Math.max(0, to - endNow);
      return new Pending(first, endBefore + beyond, Math.max(endNow, to) + length - (to - from));
    }
  }

  SourceContent(SourceText text) {
    this.text = text;
    show(text);
  }

  SourceText text() {
    return text;
  }

  /** Takes another text as the one that is shown. */
  void show(SourceText next) {
    text = next;
    pending = null;
    int breakStart = next.lineEnd(0);
    if (next.lineCount() > 1) {
      lineBreak = next.slice(new TextRange(breakStart, next.lineStart(1)));
    }
  }

  /** What the area changed since the last call, as one edit of the text before. */
  Optional<TextEdits> takePending() {
    Pending taken = pending;
    pending = null;
    return Optional.ofNullable(taken)
        .map(
            p ->
                TextEdits.of(
                    TextEdit.replace(p.start(), p.endBefore(), text.slice(p.start(), p.endNow()))));
  }

  Folds folds() {
    return folds;
  }

  int offsetOf(TextPos position) {
    int line = lineOf(position.index());
    return Math.min(text.lineStart(line) + position.offset(), text.lineEnd(line));
  }

  /**
   * Where an offset is shown; one that is folded away, at the end of the line that stands for it.
   */
  TextPos positionOf(int offset) {
    int within = Math.min(offset, text.length());
    int line = text.lineOf(within);
    if (folds.isHidden(line)) {
      int shown = folds.shownOf(line);
      return TextPos.ofLeading(shown, getText(shown).length());
    }
    return TextPos.ofLeading(folds.shownOf(line), within - text.lineStart(line));
  }

  /** Which line a paragraph is, counted from 0. */
  int lineOf(int paragraph) {
    return Math.min(folds.lineOf(paragraph), text.lineCount() - 1);
  }

  /** Where the text of a line stands, without its break. */
  TextRange lineRange(int line) {
    return new TextRange(text.lineStart(line), text.lineEnd(line));
  }

  @Override
  public int size() {
    return text.lineCount() - folds.hidden();
  }

  @Override
  public String getText(int paragraph) {
    return text.slice(lineRange(lineOf(paragraph)));
  }

  @Override
  public int insertTextSegment(
      int paragraph, int offset, String inserted, StyleAttributeMap styles) {
    int at = text.lineStart(lineOf(paragraph)) + offset;
    replace(at, at, inserted);
    return inserted.length();
  }

  @Override
  public void insertLineBreak(int paragraph, int offset) {
    int at = text.lineStart(lineOf(paragraph)) + offset;
    replace(at, at, lineBreak);
  }

  @Override
  public void removeRange(TextPos start, TextPos end) {
    replace(offsetOf(start), offsetOf(end), "");
  }

  @Override
  public boolean isWritable() {
    return true;
  }

  /** Takes over one edit that was made elsewhere, and lets the folds follow it. */
  void follow(TextEdit edit, SourceText next) {
    int start = text.lineOf(edit.range().start());
    int end = text.lineOf(edit.range().end());
    int endNow = next.lineOf(edit.range().start() + edit.replacement().length());
    show(next);
    folds.follow(start, end, endNow);
  }

  private void replace(int start, int end, String replacement) {
    TextEdit edit = TextEdit.replace(start, end, replacement);
    int firstLine = text.lineOf(start);
    int lastLine = text.lineOf(end);
    text = text.apply(TextEdits.of(edit));
    folds.follow(firstLine, lastLine, text.lineOf(start + replacement.length()));
    Pending before = pending == null ? new Pending(start, start, start) : pending;
    pending = before.and(start, end, replacement.length());
  }
}
