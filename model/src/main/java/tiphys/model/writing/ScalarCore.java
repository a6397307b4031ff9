// SPDX-License-Identifier: Apache-2.0
package tiphys.model.writing;

import java.util.List;
import java.util.Optional;
import tiphys.model.text.SourceText;
import tiphys.model.text.TextEdit;
import tiphys.model.yaml.ScalarStyle;
import tiphys.model.yaml.YamlPlace;
import tiphys.model.yaml.YamlScalar;

/**
 * What is written of a scalar between its quotes or below its header, from the first that is no
 * blank to the last.
 */
record ScalarCore(SourceText text, int start, int end) {
  static Optional<ScalarCore> of(SourceText text, YamlPlace place) {
    if (!(place.node() instanceof YamlScalar scalar)) {
      return Optional.empty();
    }
    int start = place.start();
    int end = place.end();
    switch (scalar.style()) {
      case SINGLE_QUOTED, DOUBLE_QUOTED -> {
        char quote = scalar.style() == ScalarStyle.SINGLE_QUOTED ? '\'' : '"';
        start = text.slice(start, end).indexOf(quote) + start + 1;
        end--;
      }
      case LITERAL, FOLDED -> start = text.lineEnd(text.lineOf(start));
      default -> {
        // A plain scalar has nothing around it.
      }
    }
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return start < end ? Optional.of(new ScalarCore(text, start, end)) : Optional.empty();
  }

  List<TextEdit> wrapped(String before, String after) {
    return List.of(TextEdit.insert(start, before), TextEdit.insert(end, after));
  }

  /** Takes what is around away; nothing where something else is. */
  List<TextEdit> unwrapped(String before, String after) {
    String core = text.slice(start, end);
    boolean isAround = core.startsWith(before) && core.endsWith(after);
    return isAround
        ? List.of(
            TextEdit.delete(start, start + before.length()),
            TextEdit.delete(end - after.length(), end))
        : List.of();
  }

  static String wrapped(String value, String before, String after) {
    String core = value.strip();
    int at = value.indexOf(core);
    return value.substring(0, at) + before + core + after + value.substring(at + core.length());
  }

  static String unwrapped(String value, String before, String after) {
    String core = value.strip();
    int at = value.indexOf(core);
    return value.substring(0, at)
        + core.substring(before.length(), core.length() - after.length())
        + value.substring(at + core.length());
  }
}
