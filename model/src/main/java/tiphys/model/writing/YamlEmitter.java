// SPDX-License-Identifier: Apache-2.0
package tiphys.model.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tiphys.model.text.SourceText;
import tiphys.model.yaml.ScalarStyle;
import tiphys.model.yaml.YamlMapping;
import tiphys.model.yaml.YamlNode;
import tiphys.model.yaml.YamlPlace;
import tiphys.model.yaml.YamlScalar;
import tiphys.model.yaml.YamlSequence;

/**
 * Writes values as their neighbours are written: each method takes a place that shows how, where
 * there is one, and asks it for indentation, brackets and quotes.
 */
final class YamlEmitter {
  private final SourceText text;
  private final YamlStyle style;
  private final Rung rung;

  YamlEmitter(SourceText text, YamlStyle style, Rung rung) {
    this.text = text;
    this.style = style;
    this.rung = rung;
  }

  /**
   * A value from right behind the colon of its key: a blank and a scalar, or lines.
   *
   * @param column of the key
   */
  String afterColon(YamlValue value, int column, Optional<YamlPlace> like) {
    if (value instanceof YamlValue.Copied copied && !style.isJson()) {
      return copied(copied, column);
    }
    if (isInline(value, like)) {
      return " " + inline(value, column, column + style.step(), like);
    }
    boolean isMapping = value instanceof YamlValue.Mapping;
    int usual = isMapping ? style.step() : style.dashOffset();
    int inside = column + like.flatMap(place -> offset(place, isMapping)).orElse(usual);
    return newLine(inside) + block(value, inside, like);
  }

  private String copied(YamlValue.Copied copied, int column) {
    if (!CopiedText.isBlock(copied)) {
      return " " + CopiedText.body(copied, column, style.lineBreak());
    }
    int inside = column + (copied.place().isMapping() ? style.step() : style.dashOffset());
    return newLine(inside) + CopiedText.body(copied, inside, style.lineBreak());
  }

  /** How far a block collection of a kind is moved in from its key. */
  private Optional<Integer> offset(YamlPlace place, boolean isMapping) {
    boolean isEntry = place.parent().filter(YamlPlace::isMapping).isPresent();
    if (!isEntry || isFlow(place.node()) || place.size() == 0 || place.isMapping() != isMapping) {
      return Optional.empty();
    }
    int key = place.parent().orElseThrow().key(place.indexInParent()).start();
    int offset = column(entryStart(place, 0)) - column(key);
    return offset > 0 || !isMapping && offset == 0 ? Optional.of(offset) : Optional.empty();
  }

  /** An entry from its key on. */
  String entry(String key, YamlValue value, int column, Optional<YamlPlace> like) {
    return key(key, false) + ":" + afterColon(value, column, like);
  }

  /** An item from its dash on. */
  String item(YamlValue value, int column, Optional<YamlPlace> like) {
    if (value instanceof YamlValue.Copied copied && !style.isJson()) {
      return CopiedText.item(copied, column, style.lineBreak());
    }
    int width = like.flatMap(this::dashWidth).orElse(style.dashWidth());
    return "-" + " ".repeat(width - 1) + afterDash(value, column, column + width, like);
  }

  /**
   * An item without its dash.
   *
   * @param column of the dash
   * @param inside column of the item itself
   */
  String afterDash(YamlValue value, int column, int inside, Optional<YamlPlace> like) {
    if (value instanceof YamlValue.Copied copied && !style.isJson()) {
      int from = CopiedText.isBlock(copied) ? inside : column;
      return CopiedText.body(copied, from, style.lineBreak());
    }
    return isInline(value, like)
        ? inline(value, column, column + 2, like)
        : block(value, inside, like);
  }

  private Optional<Integer> dashWidth(YamlPlace item) {
    boolean isItem = item.parent().filter(YamlPlace::isSequence).isPresent();
    if (!isItem || isFlow(item.parent().orElseThrow().node())) {
      return Optional.empty();
    }
    int dash = entryStart(item.parent().orElseThrow(), item.indexInParent());
    boolean isOnOneLine = text.lineOf(dash) == text.lineOf(item.start());
    return isOnOneLine && item.start() > dash + 1
        ? Optional.of(item.start() - dash)
        : Optional.empty();
  }

  /** Entries or items, the first line without its blanks. */
  String block(YamlValue value, int column, Optional<YamlPlace> like) {
    List<String> lines = new ArrayList<>();
    switch (value) {
      case YamlValue.Mapping(Map<String, YamlValue> entries) ->
          entries.forEach(
              (key, inner) ->
                  lines.add(entry(key, inner, column, like.flatMap(place -> place.get(key)))));
      case YamlValue.Sequence(List<YamlValue> items) ->
          items.forEach(item -> lines.add(item(item, column, exampleItem(like))));
      default -> throw new IllegalArgumentException(value.toString());
    }
    return String.join(newLine(column), lines);
  }

  private static Optional<YamlPlace> exampleItem(Optional<YamlPlace> like) {
    return like.filter(place -> place.isSequence() && place.size() > 0).map(place -> place.item(0));
  }

  private boolean isInline(YamlValue value, Optional<YamlPlace> like) {
    boolean isEmpty =
        switch (value) {
          case YamlValue.Mapping(var entries) -> entries.isEmpty();
          case YamlValue.Sequence(var items) -> items.isEmpty();
          default -> true;
        };
    boolean isInBrackets =
        like.map(YamlPlace::node).filter(node -> isFlow(node) && sizeOf(node) > 0).isPresent();
    return isEmpty || style.isJson() || isInBrackets && isShort(value);
  }

  /** Texts of several lines are written in lines, whatever the neighbours are. */
  private static boolean isShort(YamlValue value) {
    return switch (value) {
      case YamlValue.Text(String text) -> !text.contains("\n");
      case YamlValue.Plain _ -> true;
      case YamlValue.Copied _ -> false;
      case YamlValue.Mapping(var entries) ->
          entries.values().stream().allMatch(YamlEmitter::isShort);
      case YamlValue.Sequence(var items) -> items.stream().allMatch(YamlEmitter::isShort);
    };
  }

  /**
   * What stands on the line of its key or dash.
   *
   * @param parent column that a literal's hint counts from
   * @param indent column of a literal's lines
   */
  private String inline(YamlValue value, int parent, int indent, Optional<YamlPlace> like) {
    return switch (value) {
      case YamlValue.Text(String said)
          when !style.isJson()
              && said.contains("\n")
              && rung.allowsLiterals()
              && ScalarText.isLiteral(said, indent - parent) ->
          ScalarText.literal(said, indent, indent - parent, style.lineBreak());
      case YamlValue.Text(String said) when !style.isJson() ->
          ScalarText.of(said, wanted(like), style.quote(), false);
      default -> flow(value, like);
    };
  }

  private static ScalarStyle wanted(Optional<YamlPlace> like) {
    return like.map(YamlPlace::node)
        .filter(YamlScalar.class::isInstance)
        .map(node -> ((YamlScalar) node).style())
        .orElse(ScalarStyle.PLAIN);
  }

  /** On one line, to stand in brackets. */
  String flow(YamlValue value, Optional<YamlPlace> like) {
    return switch (value) {
      case YamlValue.Text(String said) ->
          ScalarText.of(
              said, style.isJson() ? ScalarStyle.DOUBLE_QUOTED : wanted(like), style.quote(), true);
      case YamlValue.Plain(String said) -> said;
      case YamlValue.Copied copied ->
          CopiedText.inBrackets(copied)
              .filter(_ -> !style.isJson())
              .or(() -> YamlValue.of(copied.place().node()).map(meant -> flow(meant, like)))
              .orElse("");
      case YamlValue.Mapping(Map<String, YamlValue> entries) -> {
        List<String> parts = new ArrayList<>();
        entries.forEach(
            (key, inner) ->
                parts.add(flowEntry(key, inner, like.flatMap(place -> place.get(key)))));
        yield "{" + String.join(", ", parts) + "}";
      }
      case YamlValue.Sequence(List<YamlValue> items) ->
          "["
              + String.join(
                  ", ", items.stream().map(item -> flow(item, exampleItem(like))).toList())
              + "]";
    };
  }

  private String flowEntry(String key, YamlValue value, Optional<YamlPlace> like) {
    return flowKey(key) + ": " + flow(value, like);
  }

  String flowKey(String key) {
    return key(key, true);
  }

  String newLine(int column) {
    return style.lineBreak() + " ".repeat(column);
  }

  private String key(String key, boolean inFlow) {
    return ScalarText.of(
        key, style.isJson() ? ScalarStyle.DOUBLE_QUOTED : ScalarStyle.PLAIN, style.quote(), inFlow);
  }

  /** Where an entry or item begins: the key, the question mark before it, the dash. */
  static int entryStart(YamlPlace collection, int index) {
    return collection.start()
        + switch (collection.node()) {
          case YamlMapping mapping -> mapping.entryOffset(index);
          case YamlSequence sequence -> sequence.entryOffset(index);
          default -> 0;
        };
  }

  static boolean isFlow(YamlNode node) {
    return switch (node) {
      case YamlMapping mapping -> mapping.isFlow();
      case YamlSequence sequence -> sequence.isFlow();
      default -> false;
    };
  }

  private static int sizeOf(YamlNode node) {
    return switch (node) {
      case YamlMapping mapping -> mapping.size();
      case YamlSequence sequence -> sequence.size();
      default -> 0;
    };
  }

  private int column(int offset) {
    return YamlStyle.column(text, offset);
  }
}
