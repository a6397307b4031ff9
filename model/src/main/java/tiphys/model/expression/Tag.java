// SPDX-License-Identifier: Apache-2.0
package tiphys.model.expression;

import java.util.ArrayList;
import java.util.List;

/**
 * A simple tag: {@code {{inputs.parameters.x}}} without its braces and the blanks around it.
 * Expression tags ({@code {{=…}}}) are none.
 */
public record Tag(String text, List<String> parts) {
  public Tag {
    parts = List.copyOf(parts);
  }

  /**
   * The simple tags of a text in order of place, scanned as Argo does: from {@code {{} to the next
   * {@code }}}. A tag within a tag hides the outer one, which nobody can know before it is filled
   * in.
   */
  public static List<Tag> in(String text) {
    List<Tag> tags = new ArrayList<>();
    int open = text.indexOf("{{");
    while (open >= 0) {
      int close = text.indexOf("}}", open + 2);
      if (close < 0) {
        return tags;
      }
      int innermost = text.lastIndexOf("{{", close - 1);
      boolean isNested = innermost > open;
      String content = text.substring((isNested ? innermost : open) + 2, close);
      if (!content.startsWith("=")) {
        String name = content.strip();
        tags.add(new Tag(name, List.of(name.split("\\.", -1))));
      }
      int next = close + 2;
      if (isNested) {
        int outerEnd = text.indexOf("}}", next);
        next = outerEnd < 0 ? text.length() : outerEnd + 2;
      }
      open = text.indexOf("{{", next);
    }
    return tags;
  }

  public int size() {
    return parts.size();
  }

  /** A part between dots, counted from 0; empty where there are not so many. */
  public String part(int index) {
    return index < parts.size() ? parts.get(index) : "";
  }

  /** From a part on, with the dots; names of parameters may hold some. */
  public String rest(int from) {
    return String.join(".", parts.subList(Math.min(from, parts.size()), parts.size()));
  }
}
