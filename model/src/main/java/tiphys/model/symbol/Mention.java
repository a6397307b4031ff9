// SPDX-License-Identifier: Apache-2.0
package tiphys.model.symbol;

import tiphys.model.text.TextRange;

/**
 * A place that names something.
 *
 * @param range of the name itself in the text
 */
public record Mention(Symbol symbol, TextRange range, Role role) {
  /** What a place does with what it names. */
  public enum Role {
    /** Says that it exists. */
    DEFINES,
    /** Gives it a value. */
    WRITES,
    /** Uses its value, waits for it, or calls it. */
    READS
  }
}
