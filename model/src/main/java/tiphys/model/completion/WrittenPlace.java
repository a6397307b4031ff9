// SPDX-License-Identifier: Apache-2.0
package tiphys.model.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tiphys.model.text.SourceText;
import tiphys.model.text.TextRange;

/**
 * Where in a document a caret stands, found by indentation alone, so that it can be told while the
 * text around is half-typed. Knows block style, and flow style within one line.
 *
 * @param path keys from the top of the document down to the mapping or list around the word; {@code
 *     0} stands for any item of a list
 * @param key whose value is being written; empty while a key is
 * @param word what is being written: from its first unit to the caret
 * @param column of the key in its line, in units
 * @param isText whether the caret stands within a block of text
 */
record WrittenPlace(
    List<String> path, Optional<String> key, TextRange word, int column, boolean isText) {
  static final String ITEM = "0";

  WrittenPlace {
    path = List.copyOf(path);
  }

  static WrittenPlace at(SourceText text, int offset) {
    int line = text.lineOf(offset);
    Line whole = Line.of(text, line);
    String before = text.slice(text.lineStart(line), offset);
    String rest = before.length() < whole.content() ? "" : before.substring(whole.content());
    Ancestors ancestors = Ancestors.of(text, line, whole);
    int start = offset - rest.length();
    int colon = Line.colon(rest);
    List<String> path = new ArrayList<>(ancestors.path());
    if (colon < 0) {
      return new WrittenPlace(
          path, Optional.empty(), range(start, offset), whole.content(), ancestors.isText());
    }
    String key = rest.substring(0, colon).strip();
    String value = rest.substring(colon + 1);
    int valueStart = start + colon + 1 + (value.length() - value.stripLeading().length());
    return FlowPlace.within(text.slice(Math.min(valueStart, offset), offset), valueStart, key)
        .in(path, whole.content(), ancestors.isText());
  }

  static TextRange range(int start, int end) {
    return new TextRange(Math.min(start, end), end);
  }

  /** All keys, the one whose value is written included. */
  List<String> valuePath() {
    List<String> whole = new ArrayList<>(path);
    key.ifPresent(whole::add);
    return whole;
  }
}
