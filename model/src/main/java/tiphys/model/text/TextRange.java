// SPDX-License-Identifier: Apache-2.0
package tiphys.model.text;

/**
 * A stretch of a text, in UTF-16 units.
 *
 * @param start first unit, 0 or more
 * @param end one past the last unit, {@code start} or more
 */
public record TextRange(int start, int end) {
  public TextRange {
    if (start < 0) {
      throw new IllegalArgumentException("start " + start + ": must be 0 or more");
    }
    if (end < start) {
      throw new IllegalArgumentException("end " + end + ": must not lie before start " + start);
    }
  }

  /** The empty range at an offset: a caret. */
  public static TextRange at(int offset) {
    return new TextRange(offset, offset);
  }

  public int length() {
    return end - start;
  }

  public boolean isEmpty() {
    return start == end;
  }

  /** Whether the offset lies inside or at either border. */
  public boolean touches(int offset) {
    return start <= offset && offset <= end;
  }

  /** The same stretch, moved by a number of units. */
  public TextRange shifted(int by) {
    return new TextRange(start + by, end + by);
  }
}
