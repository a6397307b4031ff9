// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.hera;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decides whether the code of a script can be the body of a Python function, of which Hera makes
 * the same code again. Hera reads the function and writes its body anew, so the body must be Python
 * that means the same indented, tags included; where that is not sure, the answer is no.
 */
final class ScriptSource {
  /** A tag outside of a text, which Python takes for a set of a set. */
  private static final Pattern TAG =
      Pattern.compile("\\{\\{[A-Za-z_]\\w*(\\.[A-Za-z_]\\w*)*\\}\\}");

  /** What may stand before a value on its line, or the line begins with the value. */
  private static final Pattern BEFORE_VALUE =
      Pattern.compile("(.*([(\\[,:=+*/%<>&|^-]|\\b(return|in|and|or|if|not|else|is))\\s*|\\s*)$");

  /** What may stand behind a value on its line. */
  private static final Pattern BEHIND_VALUE =
      Pattern.compile("^\\s*([)\\],:+*/%<>&|^#-]|==|!=|(in|and|or|if|not|else|is|for)\\b|$)");

  /** What cannot stand in a function, or is no Python of today. */
  private static final Pattern NOT_IN_FUNCTION =
      Pattern.compile(
          "(?m)^\\s*(from\\s+\\S+\\s+import\\s+\\*|from\\s+__future__\\s|(print|exec)\\s+[\"'\\w])"
              + "|^(return|yield|await|async)\\b");

  private final String source;
  private int at;

  private ScriptSource(String source) {
    this.source = source;
  }

  /** The lines of the body; empty where it cannot be one. */
  static Optional<List<String>> body(String source) {
    boolean isPlain =
        !source.isBlank()
            && !Character.isWhitespace(source.charAt(0))
            && source.indexOf('\t') < 0
            && source.indexOf('\r') < 0
            && source.indexOf('\\') < 0
            && !source.contains("'''")
            && !source.contains("\"\"\"")
            && !source.contains("{{=")
            && !NOT_IN_FUNCTION.matcher(source).find();
    return isPlain && new ScriptSource(source).isWhole()
        ? Optional.of(source.stripTrailing().lines().toList())
        : Optional.empty();
  }

  /** Whether every text ends on its line and every tag outside of texts can be read by Python. */
  private boolean isWhole() {
    boolean hasCode = false;
    while (at < source.length()) {
      char here = source.charAt(at);
      if (here == '#') {
        at = endOfLine();
      } else if (here == '"' || here == '\'') {
        if (!skipText(here)) {
          return false;
        }
        hasCode = true;
      } else if (source.startsWith("{{", at)) {
        Matcher tag = TAG.matcher(source).region(at, source.length());
        if (!tag.lookingAt() || !isValue(at, tag.end())) {
          return false;
        }
        at = tag.end();
      } else {
        hasCode |= !Character.isWhitespace(here);
        at++;
      }
    }
    return hasCode;
  }

  /** Whether a stretch stands where one value can, not beside another as where a tag is a sign. */
  private boolean isValue(int from, int to) {
    String before = source.substring(source.lastIndexOf('\n', from) + 1, from);
    int end = source.indexOf('\n', to);
    String behind = source.substring(to, end < 0 ? source.length() : end);
    return BEFORE_VALUE.matcher(before).lookingAt() && BEHIND_VALUE.matcher(behind).find();
  }

  private boolean skipText(char quote) {
    int end = source.indexOf(quote, at + 1);
    if (end < 0 || end > endOfLine()) {
      return false;
    }
    at = end + 1;
    return true;
  }

  private int endOfLine() {
    int end = source.indexOf('\n', at);
    return end < 0 ? source.length() : end;
  }
}
