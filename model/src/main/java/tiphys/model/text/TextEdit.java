// SPDX-License-Identifier: Apache-2.0
package tiphys.model.text;

import java.util.Objects;

/** Replaces a range of a text; an empty range inserts, an empty replacement deletes. */
public record TextEdit(TextRange range, String replacement) {
  public TextEdit {
    Objects.requireNonNull(range);
    Objects.requireNonNull(replacement);
  }

  public static TextEdit replace(int start, int end, String replacement) {
    return new TextEdit(new TextRange(start, end), replacement);
  }

  public static TextEdit insert(int offset, String text) {
    return new TextEdit(TextRange.at(offset), text);
  }

  public static TextEdit delete(int start, int end) {
    return new TextEdit(new TextRange(start, end), "");
  }

  /** By how many units the text grows; negative where it shrinks. */
  public int growth() {
    return replacement.length() - range.length();
  }
}
