// SPDX-License-Identifier: Apache-2.0
package tiphys.model.writing;

import java.util.Map;
import java.util.stream.Collectors;
import tiphys.model.yaml.ScalarStyle;

/** Writes values in the style of a file. */
final class YamlEmitter {
  private final YamlStyle style;

  YamlEmitter(YamlStyle style) {
    this.style = style;
  }

  /**
   * A value from right behind the colon of its key: a blank and a scalar, or lines.
   *
   * @param column of the key
   */
  String afterColon(YamlValue value, int column) {
    return switch (value) {
      case YamlValue.Mapping mapping when !mapping.entries().isEmpty() ->
          newLine(column + style.step()) + entries(mapping, column + style.step());
      case YamlValue.Sequence sequence when !sequence.items().isEmpty() ->
          newLine(column + style.dashOffset()) + items(sequence, column + style.dashOffset());
      case YamlValue.Copied copied when CopiedText.isBlock(copied) -> {
        boolean isMapping = copied.place().isMapping();
        int inner = column + (isMapping ? style.step() : style.dashOffset());
        yield newLine(inner) + CopiedText.body(copied, inner, style.lineBreak());
      }
      case YamlValue.Copied copied when !style.isJson() ->
          " " + CopiedText.body(copied, column, style.lineBreak());
      default -> " " + scalar(value, column + style.step());
    };
  }

  /** An entry from its key on. */
  String entry(String key, YamlValue value, int column) {
    return key(key, false) + ":" + afterColon(value, column);
  }

  /** An item from its dash on. */
  String item(YamlValue value, int column) {
    return switch (value) {
      case YamlValue.Mapping mapping when !mapping.entries().isEmpty() ->
          "- " + entries(mapping, column + 2);
      case YamlValue.Sequence sequence when !sequence.items().isEmpty() ->
          "- " + items(sequence, column + 2);
      case YamlValue.Copied copied -> CopiedText.item(copied, column, style.lineBreak());
      default -> "- " + scalar(value, column + 2);
    };
  }

  String entries(YamlValue.Mapping mapping, int column) {
    return mapping.entries().entrySet().stream()
        .map(entry -> entry(entry.getKey(), entry.getValue(), column))
        .collect(Collectors.joining(newLine(column)));
  }

  private String items(YamlValue.Sequence sequence, int column) {
    return sequence.items().stream()
        .map(item -> item(item, column))
        .collect(Collectors.joining(newLine(column)));
  }

  private String scalar(YamlValue value, int indent) {
    return switch (value) {
      case YamlValue.Text(String text) when text.contains("\n") && ScalarText.isLiteral(text) ->
          ScalarText.literal(text, indent, style.step(), style.lineBreak());
      case YamlValue.Text(String text) when !style.isJson() ->
          ScalarText.of(text, ScalarStyle.PLAIN, false);
      default -> flow(value);
    };
  }

  /** On one line, to stand in brackets. */
  String flow(YamlValue value) {
    return switch (value) {
      case YamlValue.Text(String text) ->
          ScalarText.of(text, style.isJson() ? ScalarStyle.DOUBLE_QUOTED : ScalarStyle.PLAIN, true);
      case YamlValue.Plain(String text) -> text;
      case YamlValue.Mapping(Map<String, YamlValue> entries) ->
          entries.entrySet().stream()
              .map(entry -> flowEntry(entry.getKey(), entry.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      case YamlValue.Sequence sequence ->
          sequence.items().stream().map(this::flow).collect(Collectors.joining(", ", "[", "]"));
      case YamlValue.Copied copied ->
          CopiedText.inBrackets(copied)
              .filter(_ -> !style.isJson())
              .or(() -> YamlValue.of(copied.place().node()).map(this::flow))
              .orElse("");
    };
  }

  String flowEntry(String key, YamlValue value) {
    return key(key, true) + ": " + flow(value);
  }

  String newLine(int column) {
    return style.lineBreak() + " ".repeat(column);
  }

  private String key(String key, boolean inFlow) {
    return style.isJson()
        ? ScalarText.doubleQuoted(key)
        : ScalarText.of(key, ScalarStyle.PLAIN, inFlow);
  }
}
