// SPDX-License-Identifier: Apache-2.0
package tiphys.model.writing;

import java.util.ArrayList;
import java.util.List;
import tiphys.model.text.SourceText;
import tiphys.model.text.TextEdit;
import tiphys.model.yaml.YamlPlace;

/**
 * The entries between brackets in another order, each with its comments: the one behind it on its
 * line, and the lines of comments above it.
 */
final class FlowParts {
  private final SourceText text;
  private final YamlPlace collection;
  private final String separator;
  private final List<Part> parts = new ArrayList<>();

  /**
   * What is said above it, the entry, what is said behind it. @param index where it stood, or -1
   */
  private record Part(int index, String above, String written, String behind) {}

  /** Puts entries together with a separator, which holds a line break where each has a line. */
  FlowParts(SourceText text, YamlPlace collection, String separator) {
    this.text = text;
    this.collection = collection;
    this.separator = separator;
  }

  void add(String written) {
    parts.add(new Part(-1, "", written, ""));
  }

  /** An entry that stood at an index, with its comments. */
  void keep(int index, String written) {
    if (index < 0 || separator.length() == 1) {
      add(written);
    } else {
      parts.add(new Part(index, above(index), written, behind(index)));
    }
  }

  TextEdit written() {
    int last = collection.size() - 1;
    boolean endsAsBefore = parts.getLast().index() == last || separator.length() == 1;
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      boolean isLast = i == parts.size() - 1;
      out.append(i == 0 ? above(part).stripLeading() : above(part)).append(part.written());
      out.append(isLast ? "" : ",").append(isLast && endsAsBefore ? "" : part.behind());
    }
    int end = FlowText.end(collection, last);
    return TextEdit.replace(
        FlowText.start(collection, 0), endsAsBefore ? end : end + behind(last).length(), out + "");
  }

  private String above(Part part) {
    return part.above().isEmpty() ? separator : part.above();
  }

  /** From the end of the line before on; empty where no comment stands there. */
  private String above(int index) {
    int start = FlowText.start(collection, index);
    int from = index == 0 ? start : FlowText.end(collection, index - 1);
    int line = text.lineEnd(text.lineOf(from));
    String between = line < start ? text.slice(line, start) : "";
    return between.contains("#") ? between : "";
  }

  /** The comment behind the comma, with the blanks before it. */
  private String behind(int index) {
    int end = FlowText.end(collection, index);
    String rest = text.slice(end, text.lineEnd(text.lineOf(end)));
    int comma = rest.stripLeading().startsWith(",") ? rest.indexOf(',') + 1 : 0;
    String behind = rest.substring(comma);
    return behind.stripLeading().startsWith("#") ? behind : "";
  }
}
