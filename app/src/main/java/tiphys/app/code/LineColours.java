// SPDX-License-Identifier: Apache-2.0
package tiphys.app.code;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tiphys.app.code.Span.Role;
import tiphys.model.yaml.ScalarType;

/**
 * The colours of one line, by what it looks like. Works on any text, however broken; only whether
 * the line continues a longer scalar has to be told.
 */
public final class LineColours {
  private static final Pattern TAG = Pattern.compile("\\{\\{.*?}}");

  private final String line;
  private final List<Span> spans = new ArrayList<>();
  private int at;
  private int flowDepth;

  private LineColours(String line) {
    this.line = line;
  }

  /** A line that begins outside of any scalar; the spans cover it without gaps. */
  public static List<Span> of(String line) {
    LineColours colours = new LineColours(line);
    colours.readMarkers();
    while (colours.at < line.length()) {
      colours.readNext();
    }
    return withTags(line, colours.spans);
  }

  /** A line that continues a block or a quoted scalar. */
  public static List<Span> ofScalar(String line) {
    return line.isEmpty()
        ? List.of()
        : withTags(line, List.of(new Span(0, line.length(), Role.TEXT)));
  }

  private void readMarkers() {
    skipBlanks();
    while (at < line.length()
        && line.charAt(at) == '-'
        && (at + 1 == line.length() || line.charAt(at + 1) == ' ')) {
      add(at + 1, Role.PLAIN);
      skipBlanks();
    }
    if (line.startsWith("---", at) || line.startsWith("...", at)) {
      add(at + 3, Role.MARK);
    }
  }

  private void readNext() {
    skipBlanks();
    if (at >= line.length()) {
      return;
    }
    char c = line.charAt(at);
    switch (c) {
      case '#' -> add(line.length(), Role.COMMENT);
      case '"', '\'' -> addKeyOr(afterQuote(c), Role.TEXT);
      case '{', '[' -> {
        boolean isTag = line.startsWith("{{", at);
        if (isTag) {
          readPlain();
        } else {
          flowDepth++;
          add(at + 1, Role.PLAIN);
        }
      }
      case '}', ']' -> {
        flowDepth = Math.max(0, flowDepth - 1);
        add(at + 1, Role.PLAIN);
      }
      case ',' -> add(at + 1, Role.PLAIN);
      case '&', '*', '!', '|', '>' -> add(afterWord(), Role.MARK);
      default -> readPlain();
    }
  }

  private void readPlain() {
    int end = at;
    while (end < line.length() && !endsPlain(end)) {
      end++;
    }
    end = Math.max(end, at + 1);
    while (end > at + 1 && line.charAt(end - 1) == ' ') {
      end--;
    }
    addKeyOr(end, roleOf(line.substring(at, end)));
  }

  private boolean endsPlain(int i) {
    char c = line.charAt(i);
    boolean isLast = i + 1 == line.length();
    return switch (c) {
      case ':' -> isLast || line.charAt(i + 1) == ' ';
      case '#' -> i > 0 && line.charAt(i - 1) == ' ';
      case ',' -> flowDepth > 0 || isLast;
      case ']', '}' -> flowDepth > 0;
      default -> false;
    };
  }

  private void addKeyOr(int end, Role otherwise) {
    boolean isKey =
        end < line.length()
            && line.charAt(end) == ':'
            && (end + 1 == line.length() || line.charAt(end + 1) == ' ' || flowDepth > 0);
    add(end, isKey ? Role.KEY : otherwise);
    if (isKey) {
      add(end + 1, Role.PLAIN);
    }
  }

  private static Role roleOf(String plain) {
    return switch (ScalarType.ofPlain(plain)) {
      case STRING -> Role.TEXT;
      case BOOLEAN, NULL -> Role.WORD;
      default -> Role.NUMBER;
    };
  }

  private int afterQuote(char quote) {
    int end = at + 1;
    while (end < line.length() && line.charAt(end) != quote) {
      end += quote == '"' && line.charAt(end) == '\\' ? 2 : 1;
    }
    return Math.min(line.length(), end + 1);
  }

  private int afterWord() {
    int end = at;
    while (end < line.length() && line.charAt(end) != ' ') {
      end++;
    }
    return end;
  }

  private void skipBlanks() {
    int end = at;
    while (end < line.length() && Character.isWhitespace(line.charAt(end))) {
      end++;
    }
    add(end, Role.PLAIN);
  }

  private void add(int end, Role role) {
    if (end > at) {
      spans.add(new Span(at, end, role));
      at = end;
    }
  }

  static List<Span> withTags(String line, List<Span> spans) {
    Matcher tag = TAG.matcher(line);
    List<Span> result = spans;
    while (tag.find()) {
      result = laidOver(result, new Span(tag.start(), tag.end(), Role.TAG));
    }
    return result;
  }

  private static List<Span> laidOver(List<Span> spans, Span tag) {
    List<Span> result = new ArrayList<>();
    boolean isLaid = false;
    for (Span span : spans) {
      boolean isApart = span.end() <= tag.start() || span.start() >= tag.end();
      if (isApart || span.role() == Role.COMMENT) {
        result.add(span);
        continue;
      }
      if (span.start() < tag.start()) {
        result.add(new Span(span.start(), tag.start(), span.role()));
      }
      if (!isLaid) {
        result.add(tag);
        isLaid = true;
      }
      if (span.end() > tag.end()) {
        result.add(new Span(tag.end(), span.end(), span.role()));
      }
    }
    return result;
  }
}
