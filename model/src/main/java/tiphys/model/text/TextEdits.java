// SPDX-License-Identifier: Apache-2.0
package tiphys.model.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Edits that are made at once. All ranges mean the text <em>before</em> any of them; they are kept
 * in order of place and do not overlap. Two insertions at the same offset keep the order in which
 * they were given.
 */
public record TextEdits(List<TextEdit> edits) {
  public static final TextEdits NONE = new TextEdits(List.of());

  public TextEdits {
    edits = edits.stream().sorted(Comparator.comparingInt(edit -> edit.range().start())).toList();
    for (int i = 1; i < edits.size(); i++) {
      TextRange before = edits.get(i - 1).range();
      TextRange after = edits.get(i).range();
      if (after.start() < before.end()) {
        throw new IllegalArgumentException("edits overlap: " + before + " and " + after);
      }
    }
  }

  public static TextEdits of(TextEdit... edits) {
    return new TextEdits(List.of(edits));
  }

  public boolean isEmpty() {
    return edits.isEmpty();
  }

  /** What takes the edited text back to {@code before}; ranges mean the text after these edits. */
  public TextEdits invertedFor(SourceText before) {
    List<TextEdit> inverse = new ArrayList<>(edits.size());
    int shift = 0;
    for (TextEdit edit : edits) {
      int start = edit.range().start() + shift;
      inverse.add(
          TextEdit.replace(start, start + edit.replacement().length(), before.slice(edit.range())));
      shift += edit.growth();
    }
    return new TextEdits(inverse);
  }
}
