// SPDX-License-Identifier: Apache-2.0
package tiphys.model.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tiphys.model.text.SourceText;
import tiphys.model.yaml.YamlMapping;
import tiphys.model.yaml.YamlNode;
import tiphys.model.yaml.YamlPlace;
import tiphys.model.yaml.YamlSequence;

/**
 * Writes a node as it stands elsewhere, moved to another column, with the comments that are its.
 */
public final class CopiedText {
  private CopiedText() {}

  /** A node as the item of a sequence that begins its lines. */
  public static String asItem(SourceText text, YamlPlace place, String lineBreak) {
    return item(new YamlValue.Copied(text, place), 0, lineBreak);
  }

  /** From the comments above it on; the dash stands at a column. */
  static String item(YamlValue.Copied copied, int column, String lineBreak) {
    StringBuilder out = new StringBuilder();
    for (String comment : commentsAbove(copied)) {
      out.append(comment).append(lineBreak).append(" ".repeat(column));
    }
    return out.append("- ").append(body(copied, column + 2, lineBreak)).toString();
  }

  static boolean isBlock(YamlValue.Copied copied) {
    return isBlock(copied.place().node());
  }

  /**
   * The node's own text.
   *
   * @param column where a block collection begins, else where the key or the item of it does
   */
  static String body(YamlValue.Copied copied, int column, String lineBreak) {
    SourceText text = copied.text();
    YamlPlace place = copied.place();
    int end = endWithComment(copied);
    int shift = column - base(copied);
    StringBuilder out = new StringBuilder();
    int first = text.lineOf(place.start());
    int last = text.lineOf(Math.max(place.start(), end));
    for (int line = first; line <= last; line++) {
      int from = line == first ? place.start() : text.lineStart(line);
      String content = text.slice(from, Math.min(end, text.lineEnd(line)));
      out.append(line == first ? content : lineBreak + shifted(content, shift));
    }
    return out.toString();
  }

  /** A node that stands in brackets on one line, as it stands; empty for any other. */
  static Optional<String> inBrackets(YamlValue.Copied copied) {
    YamlPlace place = copied.place();
    SourceText text = copied.text();
    boolean isOneLine = text.lineOf(place.start()) == text.lineOf(place.end());
    boolean isCollection = place.isMapping() || place.isSequence();
    return isOneLine && isCollection && !isBlock(copied)
        ? Optional.of(text.slice(place.range()))
        : Optional.empty();
  }

  private static String shifted(String line, int shift) {
    if (line.isEmpty() || shift >= 0) {
      return line.isEmpty() ? line : " ".repeat(shift) + line;
    }
    int blanks = 0;
    while (blanks < -shift && blanks < line.length() && line.charAt(blanks) == ' ') {
      blanks++;
    }
    return line.substring(blanks);
  }

  /** The column that the lines of a node are indented from. */
  private static int base(YamlValue.Copied copied) {
    YamlPlace place = copied.place();
    boolean isValue = place.parent().filter(YamlPlace::isMapping).isPresent();
    int from =
        isValue && !isBlock(copied)
            ? place.parent().orElseThrow().key(place.indexInParent()).start()
            : place.start();
    return YamlStyle.column(copied.text(), from);
  }

  /** Comments behind a node's last line, and below it further in, are its; not between brackets. */
  private static int endWithComment(YamlValue.Copied copied) {
    SourceText text = copied.text();
    YamlPlace place = copied.place();
    boolean isInBrackets =
        place.parent().map(YamlPlace::node).filter(node -> !isBlock(node)).isPresent();
    int lineEnd = text.lineEnd(text.lineOf(place.end()));
    String rest = text.slice(place.end(), lineEnd).strip();
    if (isInBrackets || !rest.isEmpty() && !rest.startsWith("#")) {
      return place.end();
    }
    int column = YamlStyle.column(text, entryStart(place));
    int below = new OwnedLines(text).endOfComments(lineEnd, column);
    return below > lineEnd || !rest.isEmpty() ? below : place.end();
  }

  /**
   * Comment lines right above at the column of the entry and behind its dash, in order, without
   * what is before #.
   */
  static List<String> commentsAbove(YamlValue.Copied copied) {
    SourceText text = copied.text();
    int start = entryStart(copied.place());
    int column = YamlStyle.column(text, start);
    int line = text.lineOf(start);
    List<String> comments = new ArrayList<>();
    if (!text.slice(text.lineStart(line), start).isBlank()) {
      return commentsBehindDash(copied);
    }
    for (int above = line - 1; above >= 0; above--) {
      String content = text.slice(text.lineStart(above), text.lineEnd(above));
      if (!content.startsWith(" ".repeat(column) + "#")) {
        break;
      }
      comments.addFirst(content.strip());
    }
    comments.addAll(commentsBehindDash(copied));
    return comments;
  }

  /** Those between a dash and the item that begins on a line below it. */
  private static List<String> commentsBehindDash(YamlValue.Copied copied) {
    YamlPlace place = copied.place();
    boolean isItem = place.parent().map(YamlPlace::node).filter(CopiedText::isBlock).isPresent();
    if (!isItem || !place.parent().orElseThrow().isSequence()) {
      return List.of();
    }
    String between = copied.text().slice(entryStart(place) + 1, place.start());
    return between.lines().map(String::strip).filter(line -> line.startsWith("#")).toList();
  }

  static int entryStart(YamlPlace place) {
    YamlPlace parent = place.parent().orElse(null);
    if (parent != null && parent.node() instanceof YamlSequence sequence) {
      return parent.start() + sequence.entryOffset(place.indexInParent());
    }
    return parent == null ? place.start() : parent.key(place.indexInParent()).start();
  }

  private static boolean isBlock(YamlNode node) {
    return node instanceof YamlMapping mapping && !mapping.isFlow()
        || node instanceof YamlSequence sequence && !sequence.isFlow();
  }
}
