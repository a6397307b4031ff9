// SPDX-License-Identifier: Apache-2.0
package tiphys.model.yaml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import tiphys.model.text.SourceText;
import tiphys.model.text.TextEdit;
import tiphys.model.text.TextEdits;

/**
 * Reads again only the entries of the innermost block collection that an edit touches. Whole lines
 * of entries at one column mean the same alone as in their collection, provided that the first of
 * them begins at that column, that nothing in them is left open, and that no anchor is involved;
 * the entry before the edit is read along where the edit could continue it.
 */
final class PartialReading {
  private final YamlTree before;
  private final SourceText old;
  private final TextEdit edit;

  /** A block collection on the way down to the edit. */
  private record Level(BlockEntries entries, int end, int first, int last) {}

  PartialReading(YamlTree before, TextEdit edit) {
    this.before = before;
    this.old = before.text();
    this.edit = edit;
  }

  /** The tree after the edit; empty where the whole has to be read. */
  Optional<YamlTree> read() {
    int document = documentOfEdit();
    if (before.syntaxError().isPresent() || before.mayHaveAnchors() || document < 0) {
      return Optional.empty();
    }
    int end = documentEnd(document);
    boolean isLast = document + 1 == before.documents().size();
    if (!isLast && edit.range().end() >= end) {
      return Optional.empty();
    }
    Deque<Level> levels = descend(document, end);
    SourceText now = old.apply(TextEdits.of(edit));
    while (!levels.isEmpty()) {
      Level level = levels.pop();
      Optional<BlockEntries> read = reread(level, now);
      if (read.isPresent()) {
        return Optional.of(grafted(document, read.get(), levels, now));
      }
    }
    return Optional.empty();
  }

  private int documentOfEdit() {
    List<YamlDocument> documents = before.documents();
    for (int i = documents.size() - 1; i >= 0; i--) {
      if (documents.get(i).start() <= edit.range().start()) {
        return i;
      }
    }
    return documents.isEmpty() ? -1 : 0;
  }

  /** The collections around the edit, the innermost on top. */
  private Deque<Level> descend(int document, int documentEnd) {
    Deque<Level> levels = new ArrayDeque<>();
    YamlDocument found = before.documents().get(document);
    int end = documentEnd;
    Optional<BlockEntries> next = BlockEntries.of(found.root(), found.start());
    while (next.isPresent()) {
      Optional<Level> level = touched(next.get(), end);
      level.ifPresent(levels::push);
      if (level.isEmpty() || level.get().first() != level.get().last()) {
        return levels;
      }
      BlockEntries entries = next.get();
      int only = level.get().first();
      end = slotEnd(entries, only, end);
      next = BlockEntries.of(entries.values()[only], entries.valueStarts()[only]);
    }
    return levels;
  }

  private Optional<Level> touched(BlockEntries entries, int end) {
    int from = edit.range().start();
    int to = edit.range().end();
    int count = entries.size();
    if (count == 0 || from < windowStart(entries, 0) || to > end) {
      return Optional.empty();
    }
    int first = entries.lastStartingBefore(from);
    int last = first;
    while (last + 1 < count && windowStart(entries, last + 1) <= to) {
      last++;
    }
    return Optional.of(new Level(entries, slotEnd(entries, last, end), first, last));
  }

  /** Where the lines of an entry begin; for one behind a dash, the entry itself. */
  private int windowStart(BlockEntries entries, int index) {
    int start = entries.starts()[index];
    int line = lineStart(start);
    for (int i = line; i < start; i++) {
      if (old.charAt(i) != ' ') {
        return start;
      }
    }
    return line;
  }

  private int slotEnd(BlockEntries entries, int index, int end) {
    return index + 1 < entries.size() ? lineStart(entries.starts()[index + 1]) : end;
  }

  private int lineStart(int offset) {
    int at = offset;
    while (at > 0 && !isBreak(old.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  private int documentEnd(int document) {
    if (document + 1 == before.documents().size()) {
      return old.length();
    }
    YamlDocument found = before.documents().get(document);
    int line = old.lineOf(found.start() + found.root().length());
    while (line + 1 < old.lineCount() && !isMarker(old, old.lineStart(line))) {
      line++;
    }
    return old.lineStart(line);
  }

  /** The collection with the touched entries read again. */
  private Optional<BlockEntries> reread(Level level, SourceText now) {
    BlockEntries entries = level.entries();
    int from = windowStart(entries, level.first());
    int to = level.end() + edit.growth();
    int column = entries.starts()[0] - lineStart(entries.starts()[0]);
    int indent = from - lineStart(from);
    String lines = now.slice(from, to);
    if (hasMarker(lines, indent == 0)) {
      return Optional.empty();
    }
    YamlTree alone = YamlTree.parse(SourceText.of(" ".repeat(indent) + lines));
    if (alone.syntaxError().isPresent()
        || alone.mayHaveAnchors()
        || alone.documents().size() != 1
        || alone.documents().getFirst().start() != column
        || alone.text().lineOf(column) != 0) {
      return Optional.empty();
    }
    return BlockEntries.of(alone.documents().getFirst().root(), from - indent + column)
        .filter(read -> read.isMapping() == entries.isMapping())
        .map(read -> entries.with(read, level.first(), level.last(), edit.growth()));
  }

  private YamlTree grafted(
      int document, BlockEntries innermost, Deque<Level> around, SourceText now) {
    BlockEntries built = innermost;
    for (Level level : around) {
      built = level.entries().with(built.toNode(), built.starts()[0], level.first(), edit.growth());
    }
    List<YamlDocument> documents = new ArrayList<>(before.documents());
    documents.set(document, new YamlDocument(built.toNode(), built.starts()[0]));
    for (int i = document + 1; i < documents.size(); i++) {
      YamlDocument later = documents.get(i);
      documents.set(i, new YamlDocument(later.root(), later.start() + edit.growth()));
    }
    return new YamlTree(now, documents, Optional.empty(), false);
  }

  /** Whether a line could begin or end a document. */
  private static boolean hasMarker(String lines, boolean fromLineStart) {
    SourceText text = SourceText.of(lines);
    for (int line = fromLineStart ? 0 : 1; line < text.lineCount(); line++) {
      if (isMarker(text, text.lineStart(line))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isMarker(SourceText text, int at) {
    if (at < text.length() && text.charAt(at) == '%') {
      return true;
    }
    if (at + 3 > text.length()) {
      return false;
    }
    String start = text.slice(at, at + 3);
    return start.equals("---") || start.equals("...");
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }
}
