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

  /** What readers of YAML take for different things: tab, line breaks of YAML 1.1, the mark. */
  private static final String UNUSUAL = "\t\u0085\u2028\u2029\uFEFF";

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
      int count = 0;
      boolean sawUnusual = text.contains("---");
      for (int i = 0; i < text.length(); i++) {
        count += isBreakEnd(text, i) ? 1 : 0;
        sawUnusual |= UNUSUAL.indexOf(text.charAt(i)) >= 0;
      }
      this.isUnusual = sawUnusual;
      this.lineStarts = new int[count];
      int next = 0;
      for (int i = 0; next < count; i++) {
        if (isBreakEnd(text, i)) {
          lineStarts[next++] = i + 1;
        }
      }
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
    for (int i = leaf; i < leaves.length && starts[i] < end; i++) {
      slice.append(
          leaves[i].text(),
          Math.max(0, start - starts[i]),
          Math.min(leaves[i].length(), end - starts[i]));
    }
    return slice.toString();
  }

  /** The text after the edits. Cost: the touched leaves, plus one step for each leaf. */
  public SourceText apply(TextEdits edits) {
    if (edits.isEmpty()) {
      return this;
    }
    int first = edits.edits().getFirst().range().start();
    int last = edits.edits().getLast().range().end();
    // from the unit before, so that an LF which is left alone joins the CR before it
    int from = first >= length ? Math.max(0, leaves.length - 1) : leafAt(Math.max(0, first - 1));
    int to = last >= length ? leaves.length : leafAt(last) + 1;
    StringBuilder middle = new StringBuilder();
    int done = leaves.length == 0 ? 0 : starts[from];
    for (TextEdit edit : edits.edits()) {
      middle.append(slice(done, edit.range().start())).append(edit.replacement());
      done = edit.range().end();
    }
    middle.append(slice(done, leaves.length == 0 ? 0 : starts[to]));
    List<Leaf> next = new ArrayList<>(Arrays.asList(leaves).subList(0, from));
    addLeaves(middle.toString(), next);
    if (to < leaves.length) {
      next.addAll(Arrays.asList(leaves).subList(to, leaves.length));
    }
    return new SourceText(next);
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

  /** Where a word stands in a part of the text, in order. */
  public IntStream placesOf(String word, TextRange range) {
    IntStream.Builder places = IntStream.builder();
    int end = Math.min(range.end(), length) - word.length();
    int next = range.start();
    for (int leaf = next <= end ? leafAt(next) : leaves.length;
        leaf < leaves.length && starts[leaf] <= end;
        leaf++) {
      String within = leaves[leaf].text();
      next = addPlaces(within, starts[leaf], next, end, word, places);
      int border = starts[leaf + 1];
      int from = Math.max(0, border - word.length() + 1);
      String across = slice(from, Math.min(length, border + word.length() - 1));
      next = addPlaces(across, from, next, end, word, places);
    }
    return places.build();
  }

  /** From a place on up to the last one; where to go on. */
  private static int addPlaces(
      String part, int start, int next, int last, String word, IntStream.Builder places) {
    int from = next;
    int at = part.indexOf(word, Math.max(0, from - start));
    while (at >= 0 && start + at <= last) {
      places.add(start + at);
      from = start + at + 1;
      at = part.indexOf(word, at + 1);
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
    int at = 0;
    while (at < text.length()) {
      int end = Math.min(text.length(), at + LEAF_LENGTH);
      while (end < text.length()
          && (text.charAt(end) == '\n' || Character.isLowSurrogate(text.charAt(end)))) {
        end++;
      }
      leaves.add(new Leaf(text.substring(at, end)));
      at = end;
    }
  }
}
