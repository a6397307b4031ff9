// SPDX-License-Identifier: Apache-2.0
package tiphys.app.code;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of code with its colours.
 *
 * @param spans from its beginning to its end without gaps
 */
public record CodeLine(String text, List<Span> spans) {
  public CodeLine {
    spans = List.copyOf(spans);
  }

  /** The lines of a whole text; a line break at its end ends the last of them. */
  public static List<CodeLine> of(String text, CodeLanguage language) {
    String whole = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    List<String> lines = List.of(whole.split("\n", -1));
    List<List<Span>> spans = CodeColours.of(text, language);
    List<CodeLine> coloured = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      coloured.add(new CodeLine(lines.get(i), i < spans.size() ? spans.get(i) : List.of()));
    }
    return coloured;
  }
}
