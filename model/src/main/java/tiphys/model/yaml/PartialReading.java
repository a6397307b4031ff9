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
 * Reads again only the entries of the innermost collection that an edit touches.
 *
 * <p>Whole lines of entries at one column mean the same alone as in their collection, provided that
 * the first of them begins at that column and that nothing in them is left open; the entry before
 * the edit is read along where the edit could continue it. Entries between brackets mean the same
 * in brackets of their own, provided that the entry behind them, which is read along, comes out as
 * it was.
 */
final class PartialReading {
  /** Comments behind an entry are left out of what is read again where there are more of them. */
  private static final int LONG_TAIL = 2_000;

  private final YamlTree before;
  private final SourceText old;
  private final TextEdit edit;
  private boolean hasAnchors;

  /** How much other edits before this one have moved its place in the new text. */
  private int moved;

  /**
   * A collection on the way down to the edit.
   *
   * @param collectionEnd where the next thing begins behind it
   * @param end where the next thing begins behind the last entry that the edit touches
   * @param depth how many collections are around it
   */
  record Level(Entries entries, int collectionEnd, int end, int first, int last, int depth) {
    /** The last entry that is read again; in brackets one more, to see that it comes out alike. */
    int lastRead() {
      return entries.isFlow() && last + 1 < entries.size() ? last + 1 : last;
    }
  }

  /** What was read of a level again. */
  record Part(Level level, Entries read, int growth, boolean hasAnchors) {}

  PartialReading(YamlTree before, TextEdit edit) {
    this.before = before;
    this.old = before.text();
    this.edit = edit;
    this.hasAnchors = before.mayHaveAnchors();
  }

  /** The tree after the edit; empty where the whole has to be read. */
  Optional<YamlTree> read() {
    Deque<Level> levels = levels();
    SourceText now = old.apply(TextEdits.of(edit));
    while (!levels.isEmpty()) {
      Level level = levels.pop();
      Optional<Part> read = part(level, now);
      if (read.isPresent()) {
        return Optional.of(grafted(read.stream().toList(), levels, now));
      }
    }
    return Optional.empty();
  }

  /** The collections around the edit, the innermost on top; none where the whole must be read. */
  Deque<Level> levels() {
    int document = documentOfEdit();
    if (before.syntaxError().isPresent() || document < 0) {
      return new ArrayDeque<>();
    }
    int end = documentEnd(document);
    boolean isLast = document + 1 == before.documents().size();
    return !isLast && edit.range().end() >= end ? new ArrayDeque<>() : descend(document, end);
  }

  /**
   * A level with what the edit touches read again, as if there were no other edit.
   *
   * @param by how much others before it have moved its place in the new text
   */
  Optional<Part> part(Level level, SourceText now, int by) {
    moved = by;
    return part(level, now);
  }

  private Optional<Part> part(Level level, SourceText now) {
    Optional<Entries> read =
        level.entries().isFlow() ? inBrackets(level, now) : inLines(level, now);
    return read.map(entries -> new Part(level, entries, edit.growth(), hasAnchors));
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
    Optional<Entries> next = Entries.of(found.root(), found.start());
    while (next.isPresent()) {
      Optional<Level> level = touched(next.get(), end, levels.size());
      level.ifPresent(levels::push);
      if (level.isEmpty() || level.get().first() != level.get().last()) {
        return levels;
      }
      Entries entries = next.get();
      int only = level.get().first();
      end = level.get().end();
      next = Entries.of(entries.values()[only], entries.valueStarts()[only]);
    }
    return levels;
  }

  /** What the edit touches of a collection; empty where it goes beyond it. */
  Optional<Level> touched(Entries entries, int documentEnd, int depth) {
    int from = edit.range().start();
    int to = edit.range().end();
    int end = entries.isFlow() ? entries.shell().end() - 1 : documentEnd;
    boolean canBeRead = entries.isFlow() ? hasBrackets(entries) : beginsItsLine(entries);
    if (!canBeRead || from < windowStart(entries, 0) || to > end) {
      return Optional.empty();
    }
    int first = entries.lastStartingBefore(from);
    int last = first;
    while (last + 1 < entries.size() && windowStart(entries, last + 1) <= to) {
      last++;
    }
    return Optional.of(
        new Level(entries, documentEnd, slotEnd(entries, last, end), first, last, depth));
  }

  /** A single pair in a sequence has none of its own. */
  private static boolean hasBrackets(Entries entries) {
    return entries.shell().isBare() && entries.starts()[0] > entries.shell().start();
  }

  /** What has an anchor or a tag has its entries on lines below. */
  private boolean beginsItsLine(Entries entries) {
    return entries.shell().isBare() || windowStart(entries, 0) < entries.starts()[0];
  }

  /** Where the lines of an entry begin; for one behind a dash, the entry itself. */
  private int windowStart(Entries entries, int index) {
    int start = entries.starts()[index];
    if (entries.isFlow()) {
      return index == 0 ? entries.shell().start() + 1 : start;
    }
    int line = lineStart(start);
    for (int i = line; i < start; i++) {
      if (old.charAt(i) != ' ') {
        return start;
      }
    }
    return line;
  }

  private int slotEnd(Entries entries, int index, int end) {
    if (index + 1 >= entries.size()) {
      return end;
    }
    int next = entries.starts()[index + 1];
    return entries.isFlow() ? next : lineStart(next);
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

  /** The touched entries, read again with the one behind them. */
  private Optional<Entries> inBrackets(Level level, SourceText now) {
    Entries entries = level.entries();
    int next = level.lastRead() > level.last() ? level.lastRead() : -1;
    int from = windowStart(entries, level.first());
    int end = next < 0 ? level.end() : slotEnd(entries, next, entries.shell().end() - 1);
    String inside = now.slice(from + moved, end + moved + edit.growth());
    String alone = entries.isMapping() ? "{" + inside + "}" : "[" + inside + "]";
    return readAlone(alone, level.depth())
        .filter(document -> document.start() == 0 && document.root().length() == alone.length())
        .flatMap(document -> Entries.of(document.root(), from - 1))
        .filter(read -> read.isFlow() && isAlike(read, entries))
        .filter(read -> next < 0 || isKept(read, entries, next));
  }

  /** Whether the last entry that was read stands where one stood before, and is as long. */
  private boolean isKept(Entries read, Entries entries, int index) {
    int last = read.size() - 1;
    return read.starts()[last] == entries.starts()[index] + edit.growth()
        && read.valueStarts()[last] == entries.valueStarts()[index] + edit.growth()
        && read.end(last) == entries.end(index) + edit.growth();
  }

  /** The entries of the touched lines, read again. */
  private Optional<Entries> inLines(Level level, SourceText now) {
    int tail = tailStart(level);
    if (tail < level.end() - LONG_TAIL) {
      Optional<Entries> read = inLines(level, now, tail).filter(found -> !endsInBlock(found));
      if (read.isPresent()) {
        return read;
      }
    }
    return inLines(level, now, level.end());
  }

  private Optional<Entries> inLines(Level level, SourceText now, int end) {
    Entries entries = level.entries();
    int from = windowStart(entries, level.first());
    int column = entries.starts()[0] - lineStart(entries.starts()[0]);
    int indent = from - lineStart(from);
    String lines = now.slice(from + moved, end + moved + edit.growth());
    if (hasMarker(lines, indent == 0)) {
      return Optional.empty();
    }
    String alone = " ".repeat(indent) + lines;
    return readAlone(alone, level.depth())
        .filter(document -> document.start() == column && isOneLine(alone, column))
        .flatMap(document -> Entries.of(document.root(), from - indent + column))
        .filter(read -> !read.isFlow() && isAlike(read, entries));
  }

  /** Where the comments begin that follow the lines of a level; its end where other things do. */
  private int tailStart(Level level) {
    int content = Math.max(level.entries().end(level.last()), edit.range().end());
    int line = old.lineOf(content) + 1;
    if (line >= old.lineCount() || old.lineStart(line) >= level.end()) {
      return level.end();
    }
    boolean isComment =
        old.slice(old.lineStart(line), old.lineEnd(line)).stripLeading().startsWith("#");
    return isComment ? old.lineStart(line) : level.end();
  }

  /** Whether what follows could belong to the last text. */
  private static boolean endsInBlock(Entries read) {
    YamlNode last = read.values()[read.size() - 1];
    while (true) {
      switch (last) {
        case YamlMapping mapping when mapping.size() > 0 ->
            last = mapping.value(mapping.size() - 1);
        case YamlSequence sequence when sequence.size() > 0 ->
            last = sequence.item(sequence.size() - 1);
        case YamlScalar scalar -> {
          return scalar.style() == ScalarStyle.LITERAL || scalar.style() == ScalarStyle.FOLDED;
        }
        default -> {
          return false;
        }
      }
    }
  }

  private Optional<YamlDocument> readAlone(String alone, int depth) {
    YamlTree tree = new YamlParser(SourceText.of(alone), depth).parse();
    if (tree.syntaxError().isPresent() || tree.documents().size() != 1) {
      return Optional.empty();
    }
    hasAnchors |= tree.mayHaveAnchors();
    return Optional.of(tree.documents().getFirst());
  }

  private static boolean isAlike(Entries read, Entries entries) {
    return read.isMapping() == entries.isMapping() && read.shell().isBare();
  }

  private static boolean isOneLine(String text, int end) {
    return text.chars().limit(end).noneMatch(c -> c == '\n' || c == '\r');
  }

  /**
   * The tree with parts of one collection read again.
   *
   * @param parts in order of place, none touching another
   * @param around the collections that it stands in, the innermost first
   */
  YamlTree grafted(List<Part> parts, Deque<Level> around, SourceText now) {
    int document = documentOfEdit();
    int growth = parts.stream().mapToInt(Part::growth).sum();
    boolean mayHaveAnchors = before.mayHaveAnchors() || parts.stream().anyMatch(Part::hasAnchors);
    Entries built = parts.getFirst().level().entries().with(parts);
    for (Level level : around) {
      built = level.entries().with(built.toNode(), built.shell().start(), level.first(), growth);
    }
    List<YamlDocument> documents = new ArrayList<>(before.documents());
    documents.set(document, new YamlDocument(built.toNode(), built.shell().start()));
    for (int i = document + 1; i < documents.size(); i++) {
      YamlDocument later = documents.get(i);
      documents.set(i, new YamlDocument(later.root(), later.start() + growth));
    }
    YamlTree after = new YamlTree(now, documents, Optional.empty(), mayHaveAnchors);
    return mayHaveAnchors ? after.withExpansionChecked() : after;
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
