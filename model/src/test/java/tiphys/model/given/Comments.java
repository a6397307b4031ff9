// SPDX-License-Identifier: Apache-2.0
package tiphys.model.given;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import tiphys.model.text.SourceText;
import tiphys.model.yaml.ScalarStyle;
import tiphys.model.yaml.YamlPlace;
import tiphys.model.yaml.YamlScalar;
import tiphys.model.yaml.YamlTree;

/** The comments of a text: what begins with a number sign behind a blank and is part of no text. */
public final class Comments {
  private Comments() {}

  /** From the sign to the end of the line, in order of place. */
  public static List<String> of(SourceText text) {
    YamlTree tree = YamlTree.parse(text);
    BitSet said = new BitSet();
    tree.documents().forEach(document -> mark(text, document.place(), said));
    List<String> comments = new ArrayList<>();
    for (int line = 0; line < text.lineCount(); line++) {
      int end = text.lineEnd(line);
      for (int at = text.lineStart(line); at < end; at++) {
        boolean isSign = text.charAt(at) == '#' && !said.get(at);
        if (isSign && (at == text.lineStart(line) || isBlank(text.charAt(at - 1)))) {
          comments.add(text.slice(at, end));
          break;
        }
      }
    }
    return comments;
  }

  private static void mark(SourceText text, YamlPlace place, BitSet said) {
    if (place.node() instanceof YamlScalar scalar) {
      boolean isBlock =
          scalar.style() == ScalarStyle.LITERAL || scalar.style() == ScalarStyle.FOLDED;
      int from = isBlock ? text.lineEnd(text.lineOf(place.start())) : place.start();
      said.set(Math.min(from, place.end()), place.end());
    }
    place.entries().forEach(entry -> mark(text, entry.key(), said));
    place.entries().forEach(entry -> mark(text, entry.value(), said));
    place.items().forEach(item -> mark(text, item, said));
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
