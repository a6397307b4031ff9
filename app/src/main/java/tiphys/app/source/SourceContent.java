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
 * The lines of a source text, as the area wants them. What the area changes piece by piece is
 * gathered into one edit of the text before.
 */
final class SourceContent implements BasicTextModel.Content {
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

  int offsetOf(TextPos position) {
    int start = text.lineStart(position.index());
    return Math.min(start + position.offset(), text.lineEnd(position.index()));
  }

  TextPos positionOf(int offset) {
    int within = Math.min(offset, text.length());
    int line = text.lineOf(within);
    return TextPos.ofLeading(line, within - text.lineStart(line));
  }

  TextRange lineRange(int line) {
    return new TextRange(text.lineStart(line), text.lineEnd(line));
  }

  @Override
  public int size() {
    return text.lineCount();
  }

  @Override
  public String getText(int line) {
    return text.slice(lineRange(line));
  }

  @Override
  public int insertTextSegment(int line, int offset, String inserted, StyleAttributeMap styles) {
    int at = text.lineStart(line) + offset;
    replace(at, at, inserted);
    return inserted.length();
  }

  @Override
  public void insertLineBreak(int line, int offset) {
    int at = text.lineStart(line) + offset;
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

  private void replace(int start, int end, String replacement) {
    text = text.apply(TextEdits.of(TextEdit.replace(start, end, replacement)));
    Pending before = pending == null ? new Pending(start, start, start) : pending;
    pending = before.and(start, end, replacement.length());
  }
}
