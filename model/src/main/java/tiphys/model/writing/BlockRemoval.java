// SPDX-License-Identifier: Apache-2.0
package tiphys.model.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tiphys.model.text.SourceText;
import tiphys.model.text.TextEdit;
import tiphys.model.yaml.YamlPlace;

/**
 * Takes lines away. With an entry or item go the comments right above it at its column, those in
 * its own lines, and those behind it that are moved further in; all others stay.
 */
final class BlockRemoval {
  private final SourceText text;
  private final OwnedLines owned;
  private final Rung rung;

  BlockRemoval(SourceText text, Rung rung) {
    this.text = text;
    this.owned = new OwnedLines(text);
    this.rung = rung;
  }

  /** Some of the entries or items of a block collection, not all. */
  List<TextEdit> removed(YamlPlace collection, Set<Integer> indices) {
    List<TextEdit> edits = new ArrayList<>();
    int kept = 0;
    while (indices.contains(kept)) {
      kept++;
    }
    int first = YamlEmitter.entryStart(collection, 0);
    // what begins behind a dash or a question mark leaves its place to the first that stays
    boolean isBehind = kept > 0 && !owned.startsLine(first);
    if (isBehind) {
      edits.add(TextEdit.delete(first, startWithComments(collection, kept)));
    }
    for (int index : indices) {
      if (!isBehind || index > kept) {
        boolean isHeader = index == 0 && collection.parent().isEmpty();
        edits.add(lines(collection, index, !isHeader));
      }
    }
    return joined(edits);
  }

  /** An entry, or the first comment that stands between it and what goes. */
  private int startWithComments(YamlPlace collection, int kept) {
    int start = YamlEmitter.entryStart(collection, kept);
    for (int line = text.lineOf(end(collection, kept - 1)) + 1; line < text.lineOf(start); line++) {
      int sign = text.slice(text.lineStart(line), text.lineEnd(line)).indexOf('#');
      if (sign >= 0) {
        return text.lineStart(line) + sign;
      }
    }
    return start;
  }

  /** What touches becomes one. */
  private static List<TextEdit> joined(List<TextEdit> edits) {
    List<TextEdit> joined = new ArrayList<>();
    for (TextEdit edit : edits) {
      boolean touches = !joined.isEmpty() && edit.range().start() <= joined.getLast().range().end();
      if (touches) {
        TextEdit last = joined.removeLast();
        int end = Math.max(edit.range().end(), last.range().end());
        joined.add(TextEdit.delete(Math.min(last.range().start(), edit.range().start()), end));
      } else {
        joined.add(edit);
      }
    }
    return joined;
  }

  private TextEdit lines(YamlPlace collection, int index, boolean withCommentsAbove) {
    int start = YamlEmitter.entryStart(collection, index);
    int lineStart = text.lineStart(text.lineOf(start));
    int column = start - lineStart;
    int from = withCommentsAbove ? owned.startOfComments(lineStart, column) : lineStart;
    int lineEnd = owned.endOfComments(text.lineEnd(text.lineOf(end(collection, index))), column);
    int line = text.lineOf(lineEnd);
    if (line + 1 >= text.lineCount()) {
      return rung.endsWithBreak() || from == 0
          ? TextEdit.delete(from, lineEnd)
          : TextEdit.delete(text.lineEnd(text.lineOf(from) - 1), lineEnd);
    }
    int to = text.lineStart(line + 1);
    boolean isBetweenBlanks =
        from > 0 && owned.isBlank(text.lineOf(from) - 1) && owned.isBlank(line + 1);
    return TextEdit.delete(
        from, isBetweenBlanks && line + 2 < text.lineCount() ? text.lineStart(line + 2) : to);
  }

  private static int end(YamlPlace collection, int index) {
    return collection.isMapping()
        ? Math.max(collection.key(index).end(), collection.value(index).end())
        : collection.item(index).end();
  }
}
