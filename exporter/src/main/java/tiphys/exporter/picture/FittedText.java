// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.picture;

import java.util.HashMap;
import java.util.Map;

/** Cuts texts to the room there is and remembers the cuts. Belongs to one thread. */
public final class FittedText {
  private static final String ELLIPSIS = "…";
  private static final int REMEMBERED = 50_000;

  private record Wish(String text, double width, FontRole role) {}

  private final TextWidths widths;
  private final Map<Wish, String> known = new HashMap<>();

  public FittedText(TextWidths widths) {
    this.widths = widths;
  }

  /** The text, or as much of its beginning as fits with an ellipsis after it. */
  public String fit(String text, double width, FontRole role) {
    Wish wish = new Wish(text, width, role);
    String fitted = known.get(wish);
    if (fitted == null) {
      if (known.size() >= REMEMBERED) {
        known.clear();
      }
      fitted = cut(wish);
      known.put(wish, fitted);
    }
    return fitted;
  }

  public double width(String text, FontRole role) {
    return widths.of(text, role);
  }

  private String cut(Wish wish) {
    if (widths.of(wish.text(), wish.role()) <= wish.width()) {
      return wish.text();
    }
    int fits = 0;
    int tooMuch = wish.text().length();
    while (tooMuch - fits > 1) {
      int middle = (fits + tooMuch) >>> 1;
      if (widths.of(head(wish.text(), middle), wish.role()) <= wish.width()) {
        fits = middle;
      } else {
        tooMuch = middle;
      }
    }
    return head(wish.text(), fits);
  }

  /** Never half of a surrogate pair. */
  private static String head(String text, int length) {
    int end =
        length > 0 && Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
    return text.substring(0, end).stripTrailing() + ELLIPSIS;
  }
}
