// SPDX-License-Identifier: Apache-2.0
package tiphys.model.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tiphys.model.text.SourceText;

/**
 * One line by what it looks like.
 *
 * @param dashes columns of the dashes that it begins with
 * @param content column of what follows them
 * @param key what stands before the first colon, if one does
 * @param value what stands behind it, without blanks around and comments behind
 */
record Line(List<Integer> dashes, int content, Optional<String> key, String value, String text) {
  static Line of(SourceText source, int number) {
    return of(source.slice(source.lineStart(number), source.lineEnd(number)));
  }

  private static Line of(String text) {
    List<Integer> dashes = new ArrayList<>();
    int at = afterBlanks(text, 0);
    while (at < text.length()
        && text.charAt(at) == '-'
        && (at + 1 == text.length() || text.charAt(at + 1) == ' ')) {
      dashes.add(at);
      at = afterBlanks(text, at + 1);
    }
    String rest = text.substring(at);
    int colon = colon(rest);
    Optional<String> key =
        colon < 0 ? Optional.empty() : Optional.of(rest.substring(0, colon).strip());
    return new Line(
        dashes, at, key, colon < 0 ? "" : withoutComment(rest.substring(colon + 1)), text);
  }

  /** Where the colon behind a key stands; -1 where there is none outside of quotes and tags. */
  static int colon(String text) {
    if (text.startsWith("{") || text.startsWith("[") || text.startsWith("#")) {
      return -1;
    }
    for (int i = 0; i < text.length(); i++) {
      boolean ends = i + 1 == text.length() || text.charAt(i + 1) == ' ';
      if (text.charAt(i) == ':' && ends) {
        return i;
      }
    }
    return -1;
  }

  boolean isEmpty() {
    String stripped = text.strip();
    return stripped.isEmpty() || stripped.startsWith("#");
  }

  boolean isDocumentStart() {
    return text.startsWith("---");
  }

  /** Whether what is indented deeper below belongs to the key. */
  boolean opens() {
    return key.isPresent() && (value.isEmpty() || value.startsWith("&") || isBlockOfText());
  }

  boolean isBlockOfText() {
    return value.startsWith("|") || value.startsWith(">");
  }

  private static String withoutComment(String value) {
    int comment = value.indexOf(" #");
    return (comment < 0 ? value : value.substring(0, comment)).strip();
  }

  private static int afterBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at;
  }
}
