// SPDX-License-Identifier: Apache-2.0
package tiphys.model.writing;

import java.util.Locale;
import java.util.Set;
import tiphys.model.yaml.ScalarStyle;
import tiphys.model.yaml.ScalarType;

/**
 * Writes texts so that Argo's reader (YAML 1.1 by go-yaml's rules) and every YAML 1.2 reader take
 * them for the same text.
 */
final class ScalarText {
  private static final String INDICATORS = "-?:,[]{}#&*!|>'\"%@`=<~";

  /** Words that one reader or the other takes for a truth or nothing. */
  private static final Set<String> WORDS =
      Set.of("true", "false", "yes", "no", "on", "off", "y", "n", "null", "nan", "inf");

  private ScalarText() {}

  /**
   * On one line, in the wanted style if the text allows it.
   *
   * @param quote what it is put in where it cannot stand bare
   */
  static String of(String text, ScalarStyle wanted, ScalarStyle quote, boolean inFlow) {
    return switch (wanted) {
      case SINGLE_QUOTED -> isPrintableLine(text) ? singleQuoted(text) : doubleQuoted(text);
      case DOUBLE_QUOTED -> doubleQuoted(text);
      default -> isPlain(text, inFlow) ? text : quoted(text, quote);
    };
  }

  private static String quoted(String text, ScalarStyle quote) {
    boolean needsEscapes = text.indexOf('"') >= 0 || text.indexOf('\\') >= 0;
    boolean isSingle = quote == ScalarStyle.SINGLE_QUOTED || needsEscapes;
    return isSingle && isPrintableLine(text) ? singleQuoted(text) : doubleQuoted(text);
  }

  private static boolean isPlain(String text, boolean inFlow) {
    if (text.isEmpty() || !isPrintableLine(text) || !text.equals(text.strip())) {
      return false;
    }
    boolean isText =
        ScalarType.ofPlain(text) == ScalarType.STRING
            && !WORDS.contains(text.toLowerCase(Locale.ROOT))
            && INDICATORS.indexOf(text.charAt(0)) < 0
            && !Character.isDigit(text.charAt(0))
            && "+.".indexOf(text.charAt(0)) < 0;
    boolean isWhole = !text.contains(": ") && !text.contains(" #") && !text.endsWith(":");
    boolean fitsFlow = !inFlow || text.chars().noneMatch(c -> ",[]{}".indexOf(c) >= 0);
    return isText && isWhole && fitsFlow;
  }

  /** Whether the text has no line break and nothing that must be escaped. */
  private static boolean isPrintableLine(String text) {
    return text.codePoints().allMatch(ScalarText::isPrintable);
  }

  static boolean isPrintable(int c) {
    return c >= 0x20 && c < 0x7F
        || c >= 0xA0
            && c != 0x2028
            && c != 0x2029
            && c != 0xFEFF
            && !(c >= 0xD800 && c <= 0xDFFF)
            && c < 0xFFFE
        || c >= 0x10000;
  }

  private static String singleQuoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  static String doubleQuoted(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    text.codePoints().forEach(c -> escape(c, out));
    return out.append('"').toString();
  }

  private static void escape(int c, StringBuilder out) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\t' -> out.append("\\t");
      case '\r' -> out.append("\\r");
      default -> {
        if (isPrintable(c)) {
          out.appendCodePoint(c);
        } else {
          out.append(String.format(Locale.ROOT, "\\u%04x", c));
        }
      }
    }
  }

  /**
   * Whether a text of several lines can stand as a literal block ({@code |}).
   *
   * @param inside columns by which it would be moved in; a hint can tell 1 to 9
   */
  static boolean isLiteral(String text, int inside) {
    boolean fitsHint = !needsHint(text) || inside >= 1 && inside <= 9;
    boolean isOneOrNoBreakAtEnd = !text.endsWith("\n\n") && !text.equals("\n");
    boolean hasContent = text.lines().anyMatch(line -> !line.isBlank());
    return hasContent
        && fitsHint
        && isOneOrNoBreakAtEnd
        && text.codePoints().allMatch(c -> c == '\n' || c == '\t' || isPrintable(c));
  }

  private static boolean needsHint(String text) {
    return text.startsWith(" ") || text.startsWith("\n") || text.startsWith("\t");
  }

  /**
   * A literal block from its header to its last content.
   *
   * @param indent columns in front of every line
   * @param inside how many of them lie inside of what the literal stands in
   */
  static String literal(String text, int indent, int inside, String lineBreak) {
    boolean endsWithBreak = text.endsWith("\n");
    String body = endsWithBreak ? text.substring(0, text.length() - 1) : text;
    String hint = needsHint(body) ? Integer.toString(inside) : "";
    StringBuilder out = new StringBuilder("|").append(hint).append(endsWithBreak ? "" : "-");
    for (String line : body.split("\n", -1)) {
      out.append(lineBreak).append(line.isEmpty() ? "" : " ".repeat(indent) + line);
    }
    return out.toString();
  }
}
