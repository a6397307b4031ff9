// SPDX-License-Identifier: Apache-2.0
package tiphys.model.text;

import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An immutable text in leaves of about 32,000 units, so that an edit of a text of megabytes copies
 * only the leaves that it touches and shares the others. Line breaks are LF, CRLF and a lone CR, as
 * in YAML 1.2 §5.4.
 */
public final class SourceText implements CharSequence {
  public static final SourceText EMPTY = new SourceText(List.of());

  /** Large enough that a text of 5 MB has few leaves, small enough that copying one is nothing. */
  private static final int LEAF_LENGTH = 32_768;

  /** What grows in small steps is parted late and then in even parts: there are no tiny leaves. */
  private static final int LONGEST_LEAF = 49_152;

  private final Leaf[] leaves;
  private final int[] starts;
  private final int[] lineBreaksBefore;
  private final int length;

  /**
   * A stretch of the text with the places behind its line breaks, found once, however often it is
   * shared.
   */
  private static final class Leaf {
    private final String text;
    private final int[] lineStarts;
    private final boolean isUnusual;

    Leaf(String text) {
      this.text = text;
      int[] found = new int[Math.max(8, text.length() / 16)];
      int count = 0;
      boolean sawUnusual = false;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c < ' ' && isBreakEnd(text, i)) {
          found = count < found.length ? found : Arrays.copyOf(found, 2 * count);
          found[count++] = i + 1;
        }
        sawUnusual |= (c < ' ' || c == '-' || c > '~') && isUnusual(text, i);
      }
      this.isUnusual = sawUnusual;
      this.lineStarts = Arrays.copyOf(found, count);
    }

    /**
     * What readers of YAML take for different things: tab, line breaks of YAML 1.1, the mark, three
     * dashes.
     */
    private static boolean isUnusual(String text, int i) {
      return switch (text.charAt(i)) {
        case '\t', '\u0085', '\u2028', '\u2029', '\uFEFF' -> true;
        case '-' -> text.startsWith("---", i);
        default -> false;
      };
    }

    String text() {
      return text;
    }

    int length() {
      return text.length();
    }

    int lineBreaks() {
      return lineStarts.length;
    }

    /** How many line breaks end at or before a place. */
    int breaksBefore(int end) {
      int found = Arrays.binarySearch(lineStarts, end);
      return found >= 0 ? found + 1 : -found - 1;
    }

    /** Where the n-th line break ends, counted from 1. */
    int afterBreak(int n) {
      return lineStarts[n - 1];
    }
  }

  private SourceText(List<Leaf> leaves) {
    this.leaves = leaves.toArray(Leaf[]::new);
    this.starts = new int[this.leaves.length + 1];
    this.lineBreaksBefore = new int[this.leaves.length + 1];
    for (int i = 0; i < this.leaves.length; i++) {
      starts[i + 1] = starts[i] + this.leaves[i].length();
      lineBreaksBefore[i + 1] = lineBreaksBefore[i] + this.leaves[i].lineBreaks();
    }
    this.length = starts[this.leaves.length];
  }

  public static SourceText of(String text) {
    List<Leaf> leaves = new ArrayList<>();
    addLeaves(text, leaves);
    return leaves.isEmpty() ? EMPTY : new SourceText(leaves);
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public char charAt(int index) {
    int leaf = leafAt(index);
    return leaves[leaf].text().charAt(index - starts[leaf]);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return slice(start, end);
  }

  public String slice(TextRange range) {
    return slice(range.start(), range.end());
  }

  public String slice(int start, int end) {
    if (start >= end) {
      return "";
    }
    int leaf = leafAt(start);
    if (end <= starts[leaf + 1]) {
      return leaves[leaf].text().substring(start - starts[leaf], end - starts[leaf]);
    }
    StringBuilder slice = new StringBuilder(end - start);
    append(start, end, slice);
    return slice.toString();
  }

  private void append(int start, int end, StringBuilder to) {
    for (int i = start < end ? leafAt(start) : leaves.length;
        i < leaves.length && starts[i] < end;
        i++) {
      to.append(
          leaves[i].text(),
          Math.max(0, start - starts[i]),
          Math.min(leaves[i].length(), end - starts[i]));
    }
  }

  /** The text after the edits. Cost: the touched leaves, plus one step for each leaf. */
  public SourceText apply(TextEdits edits) {
    List<TextEdit> all = edits.edits();
    List<Leaf> next = new ArrayList<>(leaves.length + all.size());
    int shared = 0;
    int done = 0;
    while (done < all.size()) {
      int from = firstTouched(all.get(done));
      int to = from;
      int end = done;
      while (end < all.size() && (end == done || firstTouched(all.get(end)) < to)) {
        to = Math.max(to, touchedEnd(all.get(end++)));
      }
      next.addAll(Arrays.asList(leaves).subList(shared, from));
      addLeaves(edited(from, to, all.subList(done, end)), next);
      shared = to;
      done = end;
    }
    next.addAll(Arrays.asList(leaves).subList(shared, leaves.length));
    return edits.isEmpty() ? this : new SourceText(next);
  }

  /** The leaf with the unit before, so that an LF which is left alone joins the CR before it. */
  private int firstTouched(TextEdit edit) {
    int start = edit.range().start();
    return start >= length ? Math.max(0, leaves.length - 1) : leafAt(Math.max(0, start - 1));
  }

  private int touchedEnd(TextEdit edit) {
    return edit.range().end() >= length ? leaves.length : leafAt(edit.range().end()) + 1;
  }

  private String edited(int from, int to, List<TextEdit> edits) {
    int end = leaves.length == 0 ? 0 : starts[to];
    int done = leaves.length == 0 ? 0 : starts[from];
    StringBuilder edited = new StringBuilder(end - done + 64);
    for (TextEdit edit : edits) {
      append(done, edit.range().start(), edited);
      edited.append(edit.replacement());
      done = edit.range().end();
    }
    append(done, end, edited);
    return edited.toString();
  }

  /**
   * The stretches that hold a tab, a line break of YAML 1.1, a byte order mark or three dashes, in
   * order. Known beforehand for stretches that were there before an edit.
   */
  public List<TextRange> unusual() {
    List<TextRange> unusual = new ArrayList<>();
    for (int i = 0; i < leaves.length; i++) {
      if (leaves[i].isUnusual) {
        unusual.add(new TextRange(starts[i], starts[i + 1]));
      } else if (hasDashesAcross(i)) {
        unusual.add(new TextRange(starts[i + 1] - 2, starts[i + 1]));
      }
    }
    return unusual;
  }

  /** Whether three dashes begin at the end of a leaf and end behind it. */
  private boolean hasDashesAcross(int leaf) {
    int end = starts[leaf + 1];
    return leaves[leaf].text().endsWith("-")
        && slice(Math.max(0, end - 2), Math.min(length, end + 2)).contains("---");
  }

  /** Where a word of one letter at least stands in a part of the text, in order. */
  public IntStream placesOf(String word, TextRange range) {
    IntStream.Builder places = IntStream.builder();
    WordSearch search = new WordSearch(word);
    int end = Math.min(range.end(), length) - word.length();
    int next = range.start();
    for (int leaf = next <= end ? leafAt(next) : leaves.length;
        leaf < leaves.length && starts[leaf] <= end;
        leaf++) {
      next = addPlaces(search, leaves[leaf].text(), starts[leaf], next, end, places);
      int border = starts[leaf + 1];
      int from = Math.max(0, border - word.length() + 1);
      String across = slice(from, Math.min(length, border + word.length() - 1));
      next = addPlaces(search, across, from, next, end, places);
    }
    return places.build();
  }

  /** From a place on up to the last one; where to go on. */
  private static int addPlaces(
      WordSearch search, String part, int start, int next, int last, IntStream.Builder places) {
    int from = next;
    int at = search.next(part, Math.max(0, from - start));
    while (at >= 0 && start + at <= last) {
      places.add(start + at);
      from = start + at + 1;
      at = search.next(part, at + 1);
    }
    return from;
  }

  /** How many lines there are; an empty text has one, and a final line break begins another. */
  public int lineCount() {
    return lineBreaksBefore[leaves.length] + 1;
  }

  /** The line that holds an offset, counted from 0. */
  public int lineOf(int offset) {
    if (leaves.length == 0) {
      return 0;
    }
    int leaf = offset >= length ? leaves.length - 1 : leafAt(offset);
    return lineBreaksBefore[leaf]
        + leaves[leaf].breaksBefore(Math.min(offset, length) - starts[leaf]);
  }

  /**
   * The offset at which a line begins.
   *
   * @param line counted from 0
   */
  public int lineStart(int line) {
    if (line == 0) {
      return 0;
    }
    int leaf = leafOfBreak(line);
    if (leaf == leaves.length) {
      return length;
    }
    return starts[leaf] + leaves[leaf].afterBreak(line - lineBreaksBefore[leaf]);
  }

  /**
   * Where a line's text ends, before its line break.
   *
   * @param line counted from 0
   */
  public int lineEnd(int line) {
    int end = line + 1 < lineCount() ? lineStart(line + 1) : length;
    while (end > lineStart(line) && isBreak(charAt(end - 1)) && line + 1 < lineCount()) {
      end--;
    }
    return end;
  }

  public LineColumn positionOf(int offset) {
    int line = lineOf(offset);
    return new LineColumn(line + 1, Math.min(offset, length) - lineStart(line) + 1);
  }

  /** Reads the text without making one string of it. */
  public Reader reader() {
    return new Reader() {
      private int at;

      @Override
      public int read(char[] buffer, int offset, int wanted) {
        if (at >= length) {
          return -1;
        }
        int leaf = leafAt(at);
        int count = Math.min(wanted, starts[leaf + 1] - at);
        leaves[leaf].text().getChars(at - starts[leaf], at - starts[leaf] + count, buffer, offset);
        at += count;
        return count;
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public String toString() {
    return slice(0, length);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof SourceText that
            && length == that.length
            && CharSequence.compare(this, that) == 0;
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  private int leafAt(int index) {
    if (index < 0 || index >= length) {
      throw new IndexOutOfBoundsException("offset " + index + " of " + length);
    }
    int found = Arrays.binarySearch(starts, index);
    return found >= 0 ? found : -found - 2;
  }

  /** The leaf that holds the n-th line break, counted from 1; the number of leaves if none does. */
  private int leafOfBreak(int n) {
    int low = 0;
    int high = leaves.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (lineBreaksBefore[middle + 1] < n) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** A line break is counted at its last unit; {@link #addLeaves} never parts CR from LF. */
  private static boolean isBreakEnd(String text, int i) {
    char c = text.charAt(i);
    return c == '\n' || c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n');
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }

  private static void addLeaves(String text, List<Leaf> leaves) {
    int parts = text.length() <= LONGEST_LEAF ? 1 : 1 + (text.length() - 1) / LEAF_LENGTH;
    int size = 1 + text.length() / parts;
    int at = 0;
    while (at < text.length()) {
      int end = Math.min(text.length(), at + size);
      while (end < text.length()
          && (text.charAt(end) == '\n' || Character.isLowSurrogate(text.charAt(end)))) {
        end++;
      }
      leaves.add(new Leaf(text.substring(at, end)));
      at = end;
    }
  }
}
