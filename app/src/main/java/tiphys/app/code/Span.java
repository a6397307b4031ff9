// SPDX-License-Identifier: Apache-2.0
package tiphys.app.code;

import java.util.Locale;

/**
 * A stretch of a line that is written in one colour.
 *
 * @param start in UTF-16 units from the beginning of the line
 */
public record Span(int start, int end, Role role) {
  /** What a stretch is; names its style class. */
  public enum Role {
    PLAIN,
    KEY,
    TEXT,
    NUMBER,
    WORD,
    COMMENT,
    TAG,
    MARK;

    public String styleClass() {
      return "code-" + name().toLowerCase(Locale.ROOT);
    }
  }
}
