// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.picture;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Optional;

/**
 * Measures texts as a PDF has them: in Helvetica, or as outlines where Helvetica lacks a letter.
 */
final class PdfWidths implements TextWidths {
  private static final Charset WIN_ANSI = Charset.forName("windows-1252");

  /** Of the characters from the blank to the tilde, in thousandths of the size. */
  private static final int[] PLAIN =
      widths(
          "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556"
              + " 556 556 556 556 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278"
              + " 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278"
              + " 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556"
              + " 333 500 278 556 500 722 500 500 500 334 260 334 584");

  private static final int[] BOLD =
      widths(
          "278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556"
              + " 556 556 556 556 333 333 584 584 584 611 975 722 722 722 722 667 611 778 722 278"
              + " 556 722 611 833 722 778 667 778 722 667 611 722 667 944 667 667 611 333 278 333"
              + " 584 556 333 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611 611 611"
              + " 389 556 333 611 556 778 556 556 500 389 280 389 584");

  private final FontWidths outlines = new FontWidths();

  FontWidths outlines() {
    return outlines;
  }

  @Override
  public double of(String text, FontRole role) {
    if (encoded(text).isEmpty()) {
      return outlines.of(text, role);
    }
    int[] widths = role.isBold() ? BOLD : PLAIN;
    int sum = text.chars().map(letter -> width(letter, widths)).sum();
    return sum * role.size() / 1000;
  }

  /** A text in the letters that Helvetica has in every reader; empty if it has others. */
  static Optional<byte[]> encoded(String text) {
    if (!text.chars().allMatch(letter -> width(letter, PLAIN) > 0)) {
      return Optional.empty();
    }
    try {
      ByteBuffer bytes =
          WIN_ANSI
              .newEncoder()
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .encode(CharBuffer.wrap(text));
      byte[] encoded = new byte[bytes.remaining()];
      bytes.get(encoded);
      return Optional.of(encoded);
    } catch (CharacterCodingException other) {
      return Optional.empty();
    }
  }

  /** 0 for a letter that is drawn as an outline. A letter with an accent is as wide as without. */
  private static int width(int letter, int[] widths) {
    if (letter >= ' ' && letter <= '~') {
      return widths[letter - ' '];
    }
    return switch (letter) {
      case '…' -> 1000;
      case '–' -> 556;
      case '·' -> widths['.' - ' '];
      case '×' -> 584;
      default -> letter >= 0xC0 && letter <= 0xFF ? widthWithoutAccent(letter, widths) : 0;
    };
  }

  private static int widthWithoutAccent(int letter, int[] widths) {
    char plain = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD).charAt(0);
    return plain >= ' ' && plain <= '~' && plain != 'i' ? widths[plain - ' '] : 0;
  }

  private static int[] widths(String numbers) {
    return Arrays.stream(numbers.split(" ", -1)).mapToInt(Integer::parseInt).toArray();
  }
}
