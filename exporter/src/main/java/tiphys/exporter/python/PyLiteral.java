// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.python;

import java.util.Locale;

/** Texts as string literals of Python. */
final class PyLiteral {
  private static final String TRIPLE = "\"\"\"";

  private PyLiteral() {}

  /**
   * The literal that reads best and means the text to the letter: on several lines where the text
   * has several, raw where it has backslashes, else in the quotes that need fewer escapes.
   */
  static String of(String text) {
    int firstBreak = text.indexOf('\n');
    if (firstBreak >= 0 && firstBreak < text.length() - 1) {
      return isRaw(text) && !text.contains(TRIPLE) && !text.endsWith("\"")
          ? "r" + TRIPLE + text + TRIPLE
          : TRIPLE + escapedLines(text) + TRIPLE;
    }
    if (isRaw(text) && firstBreak < 0 && !(text.contains("\"") && text.contains("'"))) {
      String quote = text.contains("\"") ? "'" : "\"";
      return "r" + quote + text + quote;
    }
    char quote = count(text, '"') > count(text, '\'') ? '\'' : '"';
    return quote + escaped(text, quote, false) + quote;
  }

  /** Whether the text has backslashes that a raw literal can hold. */
  private static boolean isRaw(String text) {
    return text.indexOf('\\') >= 0
        && !text.endsWith("\\")
        && text.codePoints().allMatch(point -> point == '\n' || isPrintable(point));
  }

  private static String escapedLines(String text) {
    String body = escaped(text, '\0', true).replace(TRIPLE, "\\\"\\\"\\\"");
    return body.endsWith("\"") ? body.substring(0, body.length() - 1) + "\\\"" : body;
  }

  private static String escaped(String text, char quote, boolean lines) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              if (point == '\n' && lines) {
                out.append('\n');
              } else if (point == '\\' || point == quote && quote != '\0') {
                out.append('\\').appendCodePoint(point);
              } else if (isPrintable(point)) {
                out.appendCodePoint(point);
              } else {
                out.append(escape(point));
              }
            });
    return out.toString();
  }

  private static String escape(int point) {
    return switch (point) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default ->
          String.format(
              Locale.ROOT,
              point < 0x100 ? "\\x%02x" : point < 0x10000 ? "\\u%04x" : "\\U%08x",
              point);
    };
  }

  private static boolean isPrintable(int point) {
    return point == ' '
        || switch (Character.getType(point)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.SURROGATE,
              Character.PRIVATE_USE,
              Character.UNASSIGNED,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR,
              Character.SPACE_SEPARATOR ->
              false;
          default -> true;
        };
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }
}
