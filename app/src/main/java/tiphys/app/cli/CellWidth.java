// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

/** How many cells of a terminal a text takes: letters of East Asia take two (Unicode UAX 11). */
final class CellWidth {
  private static final int[][] WIDE = {
    {0x1100, 0x115F},
    {0x2E80, 0x303E},
    {0x3041, 0xA4CF},
    {0xA960, 0xA97F},
    {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF},
    {0xFE30, 0xFE6F},
    {0xFF00, 0xFF60},
    {0xFFE0, 0xFFE6},
    {0x1F300, 0x1FAFF},
    {0x20000, 0x3FFFD}
  };

  private CellWidth() {}

  static int of(String text) {
    return text.codePoints().map(CellWidth::of).sum();
  }

  /** With blanks behind it, until it takes so many. */
  static String padded(String text, int cells) {
    return text + " ".repeat(Math.max(0, cells - of(text)));
  }

  /** As much of it as fits, with an ellipsis for what does not. */
  static String cut(String text, int cells) {
    if (of(text) <= cells) {
      return text;
    }
    StringBuilder fitting = new StringBuilder();
    int left = cells - 1;
    for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
      int point = text.codePointAt(i);
      left -= of(point);
      if (left < 0) {
        break;
      }
      fitting.appendCodePoint(point);
    }
    return fitting.append('…').toString();
  }

  private static int of(int point) {
    for (int[] range : WIDE) {
      if (point >= range[0] && point <= range[1]) {
        return 2;
      }
    }
    return Character.getType(point) == Character.NON_SPACING_MARK ? 0 : 1;
  }
}
