// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.python;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes statements so that black, asked to format them, changes nothing: what fits on a line of 88
 * columns stands on one, what does not has one part a line and a comma after each.
 */
public final class PyPrinter {
  private static final int WIDTH = 88;
  private static final int STEP = 4;

  private final StringBuilder out = new StringBuilder();
  private final Map<String, Lines> lines = new LinkedHashMap<>();
  private int line = 1;

  /** Lines of a file, the first is 1, the last included. */
  public record Lines(int first, int last) {}

  public void print(List<PyStatement> statements) {
    statements.forEach(statement -> print(statement, 0));
  }

  public String text() {
    return out.toString();
  }

  /** Where the statements with an origin stand. */
  public Map<String, Lines> lines() {
    return lines;
  }

  private void print(PyStatement statement, int indent) {
    int first = line;
    switch (statement) {
      case PyStatement.Evaluate(Optional<String> name, PyValue value, Optional<String> _) -> {
        String start = " ".repeat(indent) + name.map(found -> found + " = ").orElse("");
        write(start + format(value, indent, width(start), 0));
      }
      case PyStatement.With with -> {
        String end = with.name().map(name -> " as " + name).orElse("") + ":";
        String start = " ".repeat(indent) + "with ";
        write(start + format(with.call(), indent, width(start), end.length()) + end);
        with.body().forEach(inner -> print(inner, indent + STEP));
      }
      case PyStatement.Function function -> {
        write("@" + format(function.decorator(), indent, 1, 0));
        write("def " + function.name() + "():");
        function
            .body()
            .forEach(each -> write(each.isBlank() ? "" : " ".repeat(indent + STEP) + each));
      }
      case PyStatement.Line(String code, List<String> _) ->
          write(code.isEmpty() ? "" : " ".repeat(indent) + code);
      case PyStatement.Comment(String text) ->
          text.lines().forEach(each -> write((" ".repeat(indent) + "# " + each).stripTrailing()));
    }
    origin(statement).ifPresent(name -> lines.put(name, new Lines(first, line - 1)));
  }

  private static Optional<String> origin(PyStatement statement) {
    return switch (statement) {
      case PyStatement.Evaluate evaluate -> evaluate.origin();
      case PyStatement.With with -> with.origin();
      case PyStatement.Function function -> function.origin();
      case PyStatement.Line _, PyStatement.Comment _ -> Optional.empty();
    };
  }

  private void write(String text) {
    out.append(text).append('\n');
    line += 1 + (int) text.chars().filter(c -> c == '\n').count();
  }

  /**
   * A value as text.
   *
   * @param column where its first line begins
   * @param after how much follows on its last line
   */
  static String format(PyValue value, int indent, int column, int after) {
    String flat = flat(value);
    if (flat.indexOf('\n') < 0 && column + width(flat) + after <= WIDTH) {
      return flat;
    }
    return switch (value) {
      case PyValue.Text _, PyValue.Code _ -> flat;
      case PyValue.Items(List<PyValue> items) -> items.isEmpty() ? flat : items(items, indent);
      case PyValue.Entries(Map<String, PyValue> entries) ->
          entries.isEmpty() ? flat : entries(entries, indent);
      case PyValue.Call call -> call.keywords().isEmpty() ? flat : call(call, indent);
      case PyValue.Apply(String callee, PyValue argument) ->
          callee
              + "(\n"
              + " ".repeat(indent + STEP)
              + format(argument, indent + STEP, indent + STEP, 0)
              + "\n"
              + " ".repeat(indent)
              + ")";
    };
  }

  private static String items(List<PyValue> items, int indent) {
    StringBuilder text = new StringBuilder("[\n");
    items.forEach(item -> part(text, "", item, indent + STEP));
    return text.append(" ".repeat(indent)).append(']').toString();
  }

  private static String entries(Map<String, PyValue> entries, int indent) {
    StringBuilder text = new StringBuilder("{\n");
    entries.forEach((key, value) -> part(text, PyLiteral.of(key) + ": ", value, indent + STEP));
    return text.append(" ".repeat(indent)).append('}').toString();
  }

  private static String call(PyValue.Call call, int indent) {
    StringBuilder text = new StringBuilder(call.callee()).append("(\n");
    for (PyValue.Keyword keyword : call.keywords()) {
      part(text, keyword.name() + "=", keyword.value(), indent + STEP);
    }
    return text.append(" ".repeat(indent)).append(')').toString();
  }

  private static void part(StringBuilder text, String start, PyValue value, int indent) {
    text.append(" ".repeat(indent))
        .append(start)
        .append(format(value, indent, indent + width(start), 1))
        .append(",\n");
  }

  private static String flat(PyValue value) {
    return switch (value) {
      case PyValue.Text(String text) -> PyLiteral.of(text);
      case PyValue.Code(String code) -> code;
      case PyValue.Items(List<PyValue> items) ->
          "[" + String.join(", ", items.stream().map(PyPrinter::flat).toList()) + "]";
      case PyValue.Entries(Map<String, PyValue> entries) ->
          "{"
              + String.join(
                  ", ",
                  entries.entrySet().stream()
                      .map(entry -> PyLiteral.of(entry.getKey()) + ": " + flat(entry.getValue()))
                      .toList())
              + "}";
      case PyValue.Apply(String callee, PyValue argument) -> callee + "(" + flat(argument) + ")";
      case PyValue.Call(String callee, List<PyValue.Keyword> keywords) ->
          callee
              + "("
              + String.join(
                  ", ",
                  keywords.stream()
                      .map(keyword -> keyword.name() + "=" + flat(keyword.value()))
                      .toList())
              + ")";
    };
  }

  /** Columns that a text takes; signs of East Asia take two. */
  private static int width(String text) {
    return text.codePoints().map(point -> isWide(point) ? 2 : 1).sum();
  }

  private static boolean isWide(int point) {
    return point >= 0x1100
        && (point <= 0x115F
            || point >= 0x2E80 && point <= 0xA4CF
            || point >= 0xAC00 && point <= 0xD7A3
            || point >= 0xF900 && point <= 0xFAFF
            || point >= 0xFE30 && point <= 0xFE6F
            || point >= 0xFF00 && point <= 0xFF60
            || point >= 0xFFE0 && point <= 0xFFE6
            || point >= 0x1F300 && point <= 0x1FAFF
            || point >= 0x20000 && point <= 0x3FFFD);
  }
}
