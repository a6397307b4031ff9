// SPDX-License-Identifier: Apache-2.0
package tiphys.app.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tiphys.app.code.Span.Role;
import tiphys.model.text.SourceText;
import tiphys.model.yaml.YamlTree;

/**
 * The colours of a whole piece of code, line by line: texts, comments and documents within it may
 * go over many lines. Works on any text, however broken. O(length).
 */
final class CodeColours {
  private final String text;
  private final CodeLanguage language;
  private final List<Span> tokens = new ArrayList<>();
  private final List<String> awaited = new ArrayList<>();
  private int at;

  private CodeColours(String text, CodeLanguage language) {
    this.text = text;
    this.language = language;
  }

  /** For each line, spans from its beginning to its end without gaps. */
  static List<List<Span>> of(String text, CodeLanguage language) {
    List<String> lines = List.of(text.split("\n", -1));
    return switch (language) {
      case PYTHON, SHELL, JAVASCRIPT -> new CodeColours(text, language).byLine(lines);
      case YAML, JSON -> ofYaml(text, lines);
      case PLAIN -> lines.stream().map(CodeColours::plain).toList();
    };
  }

  private static List<Span> plain(String line) {
    return line.isEmpty()
        ? List.of()
        : LineColours.withTags(line, List.of(new Span(0, line.length(), Role.PLAIN)));
  }

  private static List<List<Span>> ofYaml(String text, List<String> lines) {
    YamlTree tree = YamlTree.parse(SourceText.of(text));
    List<List<Span>> all = new ArrayList<>();
    int start = 0;
    for (String line : lines) {
      boolean isScalar = ScalarAt.continuesOnLine(tree, start, line);
      all.add(isScalar ? LineColours.ofScalar(line) : LineColours.of(line));
      start += line.length() + 1;
    }
    return all;
  }

  private List<List<Span>> byLine(List<String> lines) {
    while (at < text.length()) {
      readNext();
    }
    List<List<Span>> all = new ArrayList<>();
    int start = 0;
    int token = 0;
    for (String line : lines) {
      int end = start + line.length();
      List<Span> spans = new ArrayList<>();
      while (token < tokens.size() && tokens.get(token).start() < end) {
        Span whole = tokens.get(token);
        int from = Math.max(whole.start(), start);
        int to = Math.min(whole.end(), end);
        if (to > from) {
          spans.add(new Span(from - start, to - start, whole.role()));
        }
        if (whole.end() > end) {
          break;
        }
        token++;
      }
      all.add(LineColours.withTags(line, spans));
      start = end + 1;
    }
    return all;
  }

  private void readNext() {
    char c = text.charAt(at);
    if (c == '\n' && !awaited.isEmpty()) {
      add(at + 1, Role.PLAIN);
      readDocument(awaited.removeFirst());
    } else if (isComment()) {
      add(endOfLine(at), Role.COMMENT);
    } else if (language == CodeLanguage.JAVASCRIPT && text.startsWith("/*", at)) {
      add(after("*/", at + 2), Role.COMMENT);
    } else if (c == '"' || c == '\'' || c == '`') {
      readText(c);
    } else if (Character.isJavaIdentifierStart(c)) {
      readWord();
    } else if (Character.isDigit(c)) {
      add(endOfWord(at), Role.NUMBER);
    } else if (language == CodeLanguage.SHELL && text.startsWith("<<", at)) {
      readHereMark();
    } else {
      add(at + 1, Role.PLAIN);
    }
  }

  private boolean isComment() {
    return switch (language) {
      case JAVASCRIPT -> text.startsWith("//", at);
      case PYTHON -> text.charAt(at) == '#';
      default -> text.charAt(at) == '#' && (at == 0 || " \t\n;(".indexOf(text.charAt(at - 1)) >= 0);
    };
  }

  private void readText(char quote) {
    String triple = String.valueOf(quote).repeat(3);
    if (language == CodeLanguage.PYTHON && text.startsWith(triple, at)) {
      add(after(triple, at + 3), Role.TEXT);
      return;
    }
    boolean isOverLines = language == CodeLanguage.SHELL || quote == '`';
    boolean isEscaping = language != CodeLanguage.SHELL || quote != '\'';
    int end = at + 1;
    while (end < text.length() && text.charAt(end) != quote) {
      if (text.charAt(end) == '\n' && !isOverLines) {
        add(end, Role.TEXT);
        return;
      }
      end += text.charAt(end) == '\\' && isEscaping ? 2 : 1;
    }
    add(Math.min(text.length(), end + 1), Role.TEXT);
  }

  /** A word; a prefix such as that of {@code r"…"} belongs to the text behind it. */
  private void readWord() {
    int end = endOfWord(at);
    boolean isPrefix =
        language == CodeLanguage.PYTHON
            && end - at <= 2
            && end < text.length()
            && (text.charAt(end) == '"' || text.charAt(end) == '\'');
    if (isPrefix) {
      add(end, Role.TEXT);
    } else {
      add(end, language.isWord(text.substring(at, end)) ? Role.WORD : Role.PLAIN);
    }
  }

  /** {@code <<END}: what follows from the next line up to that word is a document. */
  private void readHereMark() {
    int from = at + 2;
    if (text.startsWith("<", from)) {
      add(from + 1, Role.PLAIN);
      return;
    }
    from += text.startsWith("-", from) ? 1 : 0;
    while (text.startsWith(" ", from)) {
      from++;
    }
    boolean isQuoted = text.startsWith("'", from) || text.startsWith("\"", from);
    int start = isQuoted ? from + 1 : from;
    boolean isWord = start < text.length() && Character.isJavaIdentifierStart(text.charAt(start));
    if (!isWord) {
      add(at + 2, Role.PLAIN);
      return;
    }
    int end = endOfWord(start);
    awaited.add(text.substring(start, end));
    add(Math.min(text.length(), isQuoted ? end + 1 : end), Role.MARK);
  }

  private void readDocument(String end) {
    int line = at;
    while (line < text.length()) {
      int lineEnd = endOfLine(line);
      if (text.substring(line, lineEnd).strip().equals(end)) {
        add(line, Role.TEXT);
        add(lineEnd, Role.MARK);
        return;
      }
      line = Math.min(text.length(), lineEnd + 1);
    }
    add(text.length(), Role.TEXT);
  }

  private int after(String end, int from) {
    int found = text.indexOf(end, from);
    return found < 0 ? text.length() : found + end.length();
  }

  private int endOfLine(int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  private int endOfWord(int from) {
    int end = from;
    while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private void add(int end, Role role) {
    Optional<Span> last = tokens.isEmpty() ? Optional.empty() : Optional.of(tokens.getLast());
    if (end > at && last.filter(span -> span.role() == role && role == Role.PLAIN).isPresent()) {
      tokens.set(tokens.size() - 1, new Span(last.get().start(), end, role));
    } else if (end > at) {
      tokens.add(new Span(at, end, role));
    }
    at = Math.max(at, end);
  }
}
