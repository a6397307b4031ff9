// SPDX-License-Identifier: Apache-2.0
package tiphys.model.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tiphys.model.text.SourceText;
import tiphys.model.yaml.YamlNode;
import tiphys.model.yaml.YamlPlace;

/**
 * What is written in brackets over several lines, as programs print JSON.
 *
 * @param indent blanks in front of a bracket's own line
 * @param step blanks by which what is inside is moved in; none where all is on one line
 */
record FlowLines(SourceText text, String indent, String step, String lineBreak, boolean isJson) {
  /** Beyond this nobody would call it beside. */
  private static final int FARTHEST = 20;

  /** For what comes into a collection: as what is there is written. */
  static FlowLines inside(SourceText text, YamlPlace collection) {
    YamlStyle style = YamlStyle.near(text, collection);
    boolean holdsLines = isInLines(text, collection);
    String step = style.isJson() ? stepOf(text, collection) : "";
    for (int i = 0; holdsLines && i < Math.min(FARTHEST, collection.size()); i++) {
      YamlPlace beside = collection.isMapping() ? collection.value(i) : collection.item(i);
      step = beside.size() > 0 ? stepOf(text, beside) : step;
    }
    String indent = indentOf(text, holdsLines ? child(collection, 0) : collection);
    return new FlowLines(text, indent, step, style.lineBreak(), style.isJson());
  }

  /** For what takes the place of something: as that is written. */
  static FlowLines insteadOf(SourceText text, YamlPlace place) {
    YamlStyle style = YamlStyle.near(text, place);
    boolean saysNothing = place.size() == 0 && style.isJson();
    String step =
        saysNothing
            ? place.parent().map(parent -> stepOf(text, parent)).orElse("")
            : stepOf(text, place);
    return new FlowLines(text, indentOf(text, place), step, style.lineBreak(), style.isJson());
  }

  private static String stepOf(SourceText text, YamlPlace collection) {
    if (!isInLines(text, collection)) {
      return "";
    }
    String outer = indentOf(text, collection);
    String inner = indentOf(text, child(collection, 0));
    return inner.startsWith(outer) ? inner.substring(outer.length()) : "";
  }

  private static boolean isInLines(SourceText text, YamlPlace place) {
    return place.size() > 0
        && YamlEmitter.isFlow(place.node())
        && text.lineOf(place.start()) < text.lineOf(child(place, 0).start());
  }

  private static YamlPlace child(YamlPlace place, int index) {
    return place.isMapping() ? place.key(index) : place.item(index);
  }

  private static String indentOf(SourceText text, YamlPlace place) {
    int from = text.lineStart(text.lineOf(place.start()));
    int to = from;
    while (to < text.length() && (text.charAt(to) == ' ' || text.charAt(to) == '\t')) {
      to++;
    }
    return text.slice(from, to);
  }

  /** A node of several lines as it stands elsewhere in brackets; empty for any other value. */
  private Optional<String> moved(YamlValue value) {
    if (step.isEmpty() || !(value instanceof YamlValue.Copied copied)) {
      return Optional.empty();
    }
    YamlNode node = copied.place().node();
    String from = lineBefore(copied);
    String[] lines = copied.text().slice(copied.place().range()).split("\r\n|\r|\n", -1);
    boolean canMove = YamlEmitter.isFlow(node);
    StringBuilder out = new StringBuilder(lines[0]);
    for (int i = 1; canMove && i < lines.length; i++) {
      canMove = lines[i].isBlank() || lines[i].startsWith(from);
      out.append(lineBreak)
          .append(canMove && !lines[i].isBlank() ? indent + lines[i].substring(from.length()) : "");
    }
    return canMove ? Optional.of(out.toString()) : Optional.empty();
  }

  /** The blanks that a node's lines are moved in by; behind a dash they count from the node. */
  private static String lineBefore(YamlValue.Copied copied) {
    int start = copied.place().start();
    int lineStart = copied.text().lineStart(copied.text().lineOf(start));
    String before = copied.text().slice(lineStart, start);
    return before.matches("[- ]*")
        ? " ".repeat(before.length())
        : indentOf(copied.text(), copied.place());
  }

  /** On one line, or on one for each entry where the neighbours are written so. */
  String written(YamlEmitter emitter, YamlValue value, Optional<YamlPlace> like) {
    return moved(value)
        .orElseGet(
            () ->
                isJson && !step.isEmpty()
                    ? inLines(emitter, value, indent)
                    : emitter.flow(value, like));
  }

  private String inLines(YamlEmitter emitter, YamlValue value, String at) {
    List<String> entries = new ArrayList<>();
    String inside = at + step;
    switch (value) {
      case YamlValue.Mapping(Map<String, YamlValue> fields) ->
          fields.forEach(
              (key, inner) ->
                  entries.add(emitter.flowKey(key) + ": " + inLines(emitter, inner, inside)));
      case YamlValue.Sequence(List<YamlValue> items) ->
          items.forEach(item -> entries.add(inLines(emitter, item, inside)));
      case YamlValue.Copied copied -> {
        Optional<YamlValue> meant = YamlValue.of(copied.place().node());
        if (meant.isPresent()) {
          return inLines(emitter, meant.get(), at);
        }
      }
      default -> {
        // Everything else stands on one line.
      }
    }
    if (entries.isEmpty()) {
      return emitter.flow(value, Optional.empty());
    }
    boolean isMapping = value instanceof YamlValue.Mapping;
    String line = lineBreak + inside;
    return (isMapping ? "{" : "[")
        + line
        + String.join("," + line, entries)
        + lineBreak
        + at
        + (isMapping ? "}" : "]");
  }
}
