// SPDX-License-Identifier: Apache-2.0
package tiphys.model.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tiphys.model.text.SourceText;
import tiphys.model.text.TextEdit;
import tiphys.model.yaml.ScalarStyle;
import tiphys.model.yaml.YamlPlace;
import tiphys.model.yaml.YamlScalar;

/** Edits of what is written in lines. */
final class BlockText {
  private final SourceText text;
  private final OwnedLines owned;
  private final Rung rung;

  BlockText(SourceText text, Rung rung) {
    this.text = text;
    this.owned = new OwnedLines(text);
    this.rung = rung;
  }

  private YamlEmitter emitter(YamlPlace place) {
    return new YamlEmitter(text, YamlStyle.near(text, place), rung);
  }

  /** A text in the place of a scalar and in its manner. */
  TextEdit scalar(String value, YamlScalar before, YamlPlace place) {
    YamlStyle style = YamlStyle.near(text, place);
    boolean wasBlock =
        before.style() == ScalarStyle.LITERAL || before.style() == ScalarStyle.FOLDED;
    String blank = before.length() == 0 ? " " : "";
    int parent = parentColumn(place);
    int indent = literalIndent(before, place, parent + style.step());
    if ((wasBlock || value.contains("\n"))
        && rung.allowsLiterals()
        && ScalarText.isLiteral(value, indent - parent)) {
      String literal = ScalarText.literal(value, indent, indent - parent, style.lineBreak());
      boolean needsBreak = value.endsWith("\n") && place.end() == text.length();
      String written = withComment(literal, place, wasBlock, style);
      return new TextEdit(place.range(), blank + written + (needsBreak ? style.lineBreak() : ""));
    }
    String written = ScalarText.of(value, before.style(), style.quote(), false);
    return new TextEdit(place.range(), blank + withComment(written, place, wasBlock, style));
  }

  /** With what is said behind the header of the block that stood here. */
  private String withComment(String written, YamlPlace place, boolean wasBlock, YamlStyle style) {
    String header = text.slice(place.start(), Math.min(place.end(), endOfLine(place.start())));
    int comment = header.indexOf(" #");
    if (!wasBlock || comment < 0) {
      return written;
    }
    int first = written.indexOf(style.lineBreak());
    int end = first < 0 ? written.length() : first;
    return written.substring(0, end) + header.substring(comment) + written.substring(end);
  }

  /** The column of a literal's lines: as they are, else as a nested mapping's. */
  private int literalIndent(YamlScalar before, YamlPlace place, int usual) {
    int line = text.lineOf(place.start());
    boolean hasLines = before.style() == ScalarStyle.LITERAL && text.lineOf(place.end()) > line;
    boolean hasHint = text.slice(place.start(), text.lineEnd(line)).matches("[^#]*\\d.*");
    for (int i = line + 1; hasLines && !hasHint && i <= text.lineOf(place.end()); i++) {
      String content = text.slice(text.lineStart(i), text.lineEnd(i));
      if (!content.isBlank()) {
        return content.length() - content.stripLeading().length();
      }
    }
    return usual;
  }

  private int parentColumn(YamlPlace place) {
    return place
        .parent()
        .map(parent -> column(YamlEmitter.entryStart(parent, place.indexInParent())))
        .orElse(0);
  }

  /**
   * Any value in the place of another. What is said beside the key or behind the old value stays
   * where it is, an anchor too.
   */
  List<TextEdit> replaced(YamlPlace place, YamlValue value) {
    Optional<YamlPlace> mapping = place.parent().filter(YamlPlace::isMapping);
    YamlEmitter emitter = emitter(place);
    int column = parentColumn(place);
    String anchor = place.node().anchor().map(name -> "&" + name).orElse("");
    Optional<YamlPlace> like = Optional.of(place);
    if (mapping.isPresent()) {
      int colon = colonEnd(mapping.get(), place.indexInParent());
      String written = emitter.afterColon(value, column, like);
      return isBelow(colon, place)
          ? below(Math.max(colon, propertiesEnd(text, place)), place, written)
          : onLine(colon, place.end(), (anchor.isEmpty() ? "" : " ") + anchor + written);
    }
    if (anchor.isEmpty() && place.node().tag().isEmpty()) {
      String written = emitter.afterDash(value, column, column(place.start()), like);
      return onLine(place.start(), place.end(), written);
    }
    String written = emitter.afterColon(value, column, like);
    return isBelow(place.start(), place)
        ? below(propertiesEnd(text, place), place, written)
        : onLine(place.start(), place.end(), anchor.isEmpty() ? written.strip() : anchor + written);
  }

  private boolean isBelow(int offset, YamlPlace place) {
    boolean isBlock = place.size() > 0 && !YamlEmitter.isFlow(place.node());
    int content = isBlock ? YamlEmitter.entryStart(place, 0) : place.start();
    return isBlock && text.lineOf(offset) != text.lineOf(content);
  }

  /** Behind anchor and tag on the line where a node begins; -1 where it has none. */
  static int propertiesEnd(SourceText text, YamlPlace place) {
    int end = -1;
    int at = place.start();
    while (at < place.end() && (text.charAt(at) == '&' || text.charAt(at) == '!')) {
      while (at < place.end() && !Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      end = at;
      while (at < place.end() && text.charAt(at) == ' ') {
        at++;
      }
    }
    return end;
  }

  /** The first line takes the place of what was there, the others come behind the whole line. */
  private List<TextEdit> onLine(int start, int to, String written) {
    int from = Math.min(start, to);
    int first = firstBreak(written);
    int lineEnd = endOfLine(to);
    if (first < 0 || lineEnd == to) {
      return List.of(TextEdit.replace(from, to, written));
    }
    return List.of(
        TextEdit.replace(from, to, written.substring(0, first)),
        TextEdit.insert(lineEnd, written.substring(first)));
  }

  private static int firstBreak(String written) {
    for (int i = 0; i < written.length(); i++) {
      if (written.charAt(i) == '\n' || written.charAt(i) == '\r') {
        return i;
      }
    }
    return -1;
  }

  /** In the place of lines below their key or dash. */
  private List<TextEdit> below(int offset, YamlPlace place, String written) {
    int first = firstBreak(written);
    String onKeyLine = first < 0 ? written : written.substring(0, first);
    int content = YamlEmitter.entryStart(place, 0);
    int lineStart = text.lineStart(text.lineOf(content));
    int from = owned.startOfComments(lineStart, column(content));
    List<TextEdit> edits = new ArrayList<>();
    if (!onKeyLine.isEmpty()) {
      edits.add(TextEdit.insert(offset, onKeyLine));
    }
    edits.add(
        TextEdit.replace(
            text.lineEnd(text.lineOf(from) - 1),
            endOfLine(place.end()),
            first < 0 ? "" : written.substring(first)));
    return edits;
  }

  private int colonEnd(YamlPlace mapping, int index) {
    int at = mapping.key(index).end();
    int end = Math.max(at, mapping.value(index).start());
    while (at < end && text.charAt(at) != ':') {
      at = text.charAt(at) == '#' ? endOfLine(at) : at + 1;
    }
    return Math.min(text.length(), at + 1);
  }

  /** A new entry beside those that stay. */
  TextEdit put(YamlPlace mapping, String key, YamlValue value, Set<Integer> gone) {
    YamlEmitter emitter = emitter(mapping);
    int column = column(YamlEmitter.entryStart(mapping, 0));
    int before = KeyOrder.indexBefore(mapping, key, gone);
    String entry = emitter.entry(key, value, column, Neighbours.ofEntry(mapping, key));
    return before < 0
        ? inFront(mapping, firstKept(gone), entry, emitter)
        : behind(mapping, before, emitter.newLine(column) + entry);
  }

  /** A new item beside those that stay. */
  TextEdit insert(YamlPlace sequence, Changed.Inserted added, Set<Integer> gone) {
    YamlEmitter emitter = emitter(sequence);
    int column = column(YamlEmitter.entryStart(sequence, 0));
    String written =
        emitter.item(
            added.item(), column, Neighbours.ofItem(sequence, added.index(), added.item()));
    int before = added.index() - 1;
    while (before >= 0 && gone.contains(before)) {
      before--;
    }
    if (before >= 0) {
      return behind(sequence, before, emitter.newLine(column) + written);
    }
    return inFront(sequence, firstKept(gone), written, emitter);
  }

  private static int firstKept(Set<Integer> gone) {
    int kept = 0;
    while (gone.contains(kept)) {
      kept++;
    }
    return kept;
  }

  /** Above what stands at an index, and above the comments that belong to it. */
  private TextEdit inFront(YamlPlace collection, int index, String written, YamlEmitter emitter) {
    int start = YamlEmitter.entryStart(collection, index);
    int lineStart = text.lineStart(text.lineOf(start));
    int column = start - lineStart;
    boolean isBehindDash = index > 0 && !owned.startsLine(YamlEmitter.entryStart(collection, 0));
    if (isBehindDash) {
      return TextEdit.insert(
          YamlEmitter.entryStart(collection, 0), written + emitter.newLine(column));
    }
    boolean isHeader = collection.parent().isEmpty();
    int from = isHeader ? lineStart : owned.startOfComments(lineStart, column);
    return from < lineStart && owned.startsLine(start)
        ? TextEdit.insert(from + column, written + emitter.newLine(column))
        : TextEdit.insert(start, written + emitter.newLine(column));
  }

  /** Lines behind an entry and the comments that belong to it. */
  private TextEdit behind(YamlPlace collection, int index, String lines) {
    int start = YamlEmitter.entryStart(collection, index);
    int end = collection.isMapping() ? entryEnd(collection, index) : collection.item(index).end();
    int lineEnd = owned.endOfComments(endOfLine(end), column(start));
    boolean isAtEnd = lineEnd == text.length() && rung.endsWithBreak();
    return TextEdit.insert(
        lineEnd, isAtEnd ? lines + YamlStyle.lineBreakNear(text, lineEnd) : lines);
  }

  /** An entry with another key and value, where it stands. */
  List<TextEdit> renamed(YamlPlace mapping, int index, String to, YamlValue value) {
    YamlPlace place = mapping.value(index);
    List<TextEdit> edits = new ArrayList<>();
    edits.add(FlowText.key(mapping.key(index), to, false));
    boolean isWrapped = value instanceof YamlValue.Sequence list && list.items().size() == 1;
    edits.addAll(isWrapped ? wrapped(mapping, index, place) : replaced(place, value));
    return edits;
  }

  /** A value as the one item of a list: a dash in front, its lines moved in as far as it needs. */
  private List<TextEdit> wrapped(YamlPlace mapping, int index, YamlPlace place) {
    YamlStyle style = YamlStyle.near(text, mapping);
    int dash = column(YamlEmitter.entryStart(mapping, index)) + style.dashOffset();
    int colon = colonEnd(mapping, index);
    if (!isBelow(colon, place)) {
      String line = style.lineBreak() + " ".repeat(dash) + "- ";
      return List.of(TextEdit.replace(colon, place.start(), line));
    }
    int start = YamlEmitter.entryStart(place, 0);
    int shift = Math.max(0, dash + 2 - column(start));
    List<TextEdit> edits = new ArrayList<>();
    edits.add(TextEdit.replace(start - 2, start, " ".repeat(shift) + "- "));
    for (int line = text.lineOf(start) + 1; line <= text.lineOf(place.end()); line++) {
      if (!owned.isBlank(line) && shift > 0) {
        edits.add(TextEdit.insert(text.lineStart(line), " ".repeat(shift)));
      }
    }
    return edits;
  }

  private static int entryEnd(YamlPlace mapping, int index) {
    return Math.max(mapping.key(index).end(), mapping.value(index).end());
  }

  private int endOfLine(int offset) {
    return text.lineEnd(text.lineOf(offset));
  }

  private int column(int offset) {
    return YamlStyle.column(text, offset);
  }
}
