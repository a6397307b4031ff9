// SPDX-License-Identifier: Apache-2.0
package tiphys.model.writing;

/** A way of writing. Each is tried only where the one before would not mean what was meant. */
enum Rung {
  /** Texts of several lines as literals; the end of the text as it was. */
  USUAL,
  /** A text that ends without a line break gets one from what is written at its end. */
  WITH_BREAK_AT_END,
  /** Texts of several lines in quotes. */
  QUOTED;

  boolean allowsLiterals() {
    return this != QUOTED;
  }

  boolean endsWithBreak() {
    return this == WITH_BREAK_AT_END;
  }
}
