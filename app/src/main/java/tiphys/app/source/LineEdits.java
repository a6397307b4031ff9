// SPDX-License-Identifier: Apache-2.0
package tiphys.app.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tiphys.app.editor.SourceTool;
import tiphys.model.text.SourceText;
import tiphys.model.text.TextEdit;
import tiphys.model.text.TextEdits;

/** What is done to whole lines: those that a selection touches. */
final class LineEdits {
  private static final String STEP = "  ";

  private final SourceText text;
  private final int anchor;
  private final int caret;
  private final int first;
  private final int last;

  /** Edits, and what is selected after them. */
  record Change(TextEdits edits, int anchor, int caret) {}

  /**
   * @param anchor where the selection began, {@code caret} where it ends; the same for none
   */
  LineEdits(SourceText text, int anchor, int caret) {
    this.text = text;
    this.anchor = anchor;
    this.caret = caret;
    int start = Math.min(anchor, caret);
    int end = Math.max(anchor, caret);
    this.first = text.lineOf(start);
    int lastTouched = text.lineOf(end);
    boolean isBareEnd = lastTouched > first && text.lineStart(lastTouched) == end;
    this.last = isBareEnd ? lastTouched - 1 : lastTouched;
  }

  /** Empty where nothing changes: the first line cannot go up. */
  Optional<Change> of(SourceTool tool) {
    return switch (tool) {
      case COMMENT -> changed(comment());
      case INDENT -> changed(indent());
      case OUTDENT -> changed(outdent());
      case LINE_UP -> moveUp();
      case LINE_DOWN -> moveDown();
      case DUPLICATE_LINE -> Optional.of(duplicate());
      case DELETE_LINE -> delete();
      default -> Optional.empty();
    };
  }

  private String line(int line) {
    return text.slice(text.lineStart(line), text.lineEnd(line));
  }

  private static int column(String line) {
    return line.length() - line.stripLeading().length();
  }

  /** At one column for all, so that taking it away gives the same lines again. */
  private List<TextEdit> comment() {
    int least = Integer.MAX_VALUE;
    boolean isComment = true;
    for (int i = first; i <= last; i++) {
      String line = line(i);
      if (!line.isBlank()) {
        least = Math.min(least, column(line));
        isComment &= line.stripLeading().startsWith("#");
      }
    }
    List<TextEdit> edits = new ArrayList<>();
    for (int i = first; i <= last && least < Integer.MAX_VALUE; i++) {
      String line = line(i);
      int start = text.lineStart(i);
      if (isComment && !line.isBlank()) {
        int mark = start + column(line);
        int blanks = line.startsWith("# ", column(line)) ? 2 : 1;
        edits.add(TextEdit.delete(mark, mark + blanks));
      } else if (!line.isBlank()) {
        edits.add(TextEdit.replace(start + least, start + least, "# "));
      }
    }
    return edits;
  }

  private List<TextEdit> indent() {
    List<TextEdit> edits = new ArrayList<>();
    for (int i = first; i <= last; i++) {
      if (!line(i).isBlank() || first == last) {
        edits.add(TextEdit.replace(text.lineStart(i), text.lineStart(i), STEP));
      }
    }
    return edits;
  }

  private List<TextEdit> outdent() {
    List<TextEdit> edits = new ArrayList<>();
    for (int i = first; i <= last; i++) {
      int blanks = Math.min(STEP.length(), column(line(i)));
      if (blanks > 0) {
        edits.add(TextEdit.delete(text.lineStart(i), text.lineStart(i) + blanks));
      }
    }
    return edits;
  }

  private Optional<Change> moveUp() {
    if (first == 0) {
      return Optional.empty();
    }
    int start = text.lineStart(first - 1);
    int by = text.lineStart(first) - start;
    String above = line(first - 1);
    String breaks = text.slice(text.lineEnd(first - 1), text.lineStart(first));
    TextEdit edit = TextEdit.replace(start, text.lineEnd(last), lines() + breaks + above);
    return Optional.of(new Change(TextEdits.of(edit), anchor - by, caret - by));
  }

  private Optional<Change> moveDown() {
    if (last + 1 >= text.lineCount()) {
      return Optional.empty();
    }
    String below = line(last + 1);
    String breaks = text.slice(text.lineEnd(last), text.lineStart(last + 1));
    int by = below.length() + breaks.length();
    TextEdit edit =
        TextEdit.replace(text.lineStart(first), text.lineEnd(last + 1), below + breaks + lines());
    return Optional.of(new Change(TextEdits.of(edit), anchor + by, caret + by));
  }

  private Change duplicate() {
    String added = lineBreak() + lines();
    int end = text.lineEnd(last);
    return new Change(
        TextEdits.of(TextEdit.replace(end, end, added)),
        anchor + added.length(),
        caret + added.length());
  }

  private Optional<Change> delete() {
    boolean isLast = last + 1 == text.lineCount();
    int start = isLast && first > 0 ? text.lineEnd(first - 1) : text.lineStart(first);
    int end = isLast ? text.length() : text.lineStart(last + 1);
    return start == end
        ? Optional.empty()
        : Optional.of(new Change(TextEdits.of(TextEdit.delete(start, end)), start, start));
  }

  private String lines() {
    return text.slice(text.lineStart(first), text.lineEnd(last));
  }

  /** The one that the file has, at the first line. */
  private String lineBreak() {
    return text.lineCount() < 2 ? "\n" : text.slice(text.lineEnd(0), text.lineStart(1));
  }

  private Optional<Change> changed(List<TextEdit> edits) {
    return edits.isEmpty()
        ? Optional.empty()
        : Optional.of(new Change(new TextEdits(edits), moved(anchor, edits), moved(caret, edits)));
  }

  /** Where a place is after edits. */
  static int moved(int offset, List<TextEdit> edits) {
    int moved = offset;
    for (TextEdit edit : edits) {
      if (edit.range().start() <= offset) {
        int lost = Math.min(offset, edit.range().end()) - edit.range().start();
        moved += edit.replacement().length() - lost;
      }
    }
    return moved;
  }
}
