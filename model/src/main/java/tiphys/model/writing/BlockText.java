// SPDX-License-Identifier: Apache-2.0
package tiphys.model.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tiphys.model.text.SourceText;
import tiphys.model.text.TextEdit;
import tiphys.model.yaml.ScalarStyle;
import tiphys.model.yaml.YamlMapping;
import tiphys.model.yaml.YamlPlace;
import tiphys.model.yaml.YamlScalar;
import tiphys.model.yaml.YamlSequence;

/** Edits of what is written in lines. */
final class BlockText {
  private final SourceText text;
  private final YamlStyle style;
  private final YamlEmitter emitter;

  BlockText(SourceText text, YamlStyle style, YamlEmitter emitter) {
    this.text = text;
    this.style = style;
    this.emitter = emitter;
  }

  /** A text in the place of a scalar and in its manner. */
  String scalar(String value, YamlScalar before, YamlPlace place) {
    boolean wasBlock =
        before.style() == ScalarStyle.LITERAL || before.style() == ScalarStyle.FOLDED;
    if ((wasBlock || value.contains("\n")) && ScalarText.isLiteral(value)) {
      String literal =
          ScalarText.literal(value, literalIndent(before, place), style.step(), style.lineBreak());
      boolean needsBreak = value.endsWith("\n") && place.end() == text.length();
      String blank = before.length() == 0 ? " " : "";
      return blank + literal + (needsBreak ? style.lineBreak() : "");
    }
    String written = ScalarText.of(value, before.style(), false);
    return before.length() == 0 ? " " + written : written;
  }

  /** The column of a literal's lines: as they are, else one step in from the line of its key. */
  private int literalIndent(YamlScalar before, YamlPlace place) {
    int line = text.lineOf(place.start());
    boolean hasLines = before.style() == ScalarStyle.LITERAL && text.lineOf(place.end()) > line;
    for (int i = line + 1; hasLines && i <= text.lineOf(place.end()); i++) {
      String content = text.slice(text.lineStart(i), text.lineEnd(i));
      if (!content.isBlank() && !text.slice(place.start(), text.lineEnd(line)).matches(".*\\d.*")) {
        return content.length() - content.stripLeading().length();
      }
    }
    return parentColumn(place) + style.step();
  }

  private int parentColumn(YamlPlace place) {
    return place
        .parent()
        .map(
            parent ->
                parent.node() instanceof YamlMapping
                    ? column(parent.key(place.indexInParent()).start())
                    : column(dash(parent, place.indexInParent())))
        .orElse(0);
  }

  /** Any value in the place of another. */
  TextEdit replaced(YamlPlace place, YamlValue value) {
    boolean isEntry = place.parent().map(YamlPlace::isMapping).orElse(false);
    int from =
        isEntry
            ? place.parent().map(parent -> afterColon(parent, place.indexInParent())).orElse(0)
            : place.start();
    String written =
        isEntry
            ? emitter.afterColon(value, parentColumn(place))
            : emitter.item(value, parentColumn(place)).substring(2);
    return TextEdit.replace(from, Math.max(from, place.end()), written);
  }

  private int afterColon(YamlPlace mapping, int index) {
    int at = mapping.key(index).end();
    int end = Math.max(at, mapping.value(index).start());
    while (at < end && text.charAt(at) != ':') {
      at++;
    }
    return Math.min(text.length(), at + 1);
  }

  TextEdit put(YamlPlace mapping, String key, YamlValue value) {
    return put(mapping, key, value, Set.of());
  }

  /** Beside entries that stay. */
  TextEdit put(YamlPlace mapping, String key, YamlValue value, Set<Integer> gone) {
    int column = column(mapping.start());
    int before = KeyOrder.indexBefore(mapping, key, gone);
    String entry = emitter.entry(key, value, column);
    if (before < 0) {
      return TextEdit.insert(mapping.start(), entry + emitter.newLine(column));
    }
    return TextEdit.insert(endOfLine(entryEnd(mapping, before)), emitter.newLine(column) + entry);
  }

  TextEdit insert(YamlPlace sequence, int index, YamlValue item) {
    int column = column(sequence.start());
    String written = emitter.item(item, column);
    if (index == 0) {
      return TextEdit.insert(dash(sequence, 0), written + emitter.newLine(column));
    }
    return TextEdit.insert(
        endOfLine(sequence.item(index - 1).end()), emitter.newLine(column) + written);
  }

  List<TextEdit> removeItems(YamlPlace sequence, Set<Integer> indices) {
    if (indices.size() == sequence.size()) {
      return emptied(sequence, "[]");
    }
    List<TextEdit> edits = new ArrayList<>();
    int kept = 0;
    while (indices.contains(kept)) {
      kept++;
    }
    boolean isBehindDash = kept > 0 && !startsLine(dash(sequence, 0));
    if (isBehindDash) {
      edits.add(TextEdit.delete(dash(sequence, 0), dash(sequence, kept)));
    }
    for (int index : indices) {
      if (!isBehindDash || index > kept) {
        edits.add(removedLines(dash(sequence, index), sequence.item(index).end(), true));
      }
    }
    return edits;
  }

  List<TextEdit> removeEntries(YamlPlace mapping, Set<Integer> indices) {
    if (indices.size() == mapping.size()) {
      return emptied(mapping, "{}");
    }
    List<TextEdit> edits = new ArrayList<>();
    for (int index : indices) {
      int start = mapping.key(index).start();
      edits.add(
          startsLine(start) || index + 1 == mapping.size()
              ? removedLines(start, entryEnd(mapping, index), false)
              : TextEdit.delete(start, mapping.key(index + 1).start()));
    }
    return edits;
  }

  private boolean startsLine(int offset) {
    return text.slice(text.lineStart(text.lineOf(offset)), offset).isBlank();
  }

  /** Takes the lines of an entry that begins one. */
  private TextEdit removedLines(int start, int end, boolean withComments) {
    int lineStart = text.lineStart(text.lineOf(start));
    int from = withComments ? startOfComments(lineStart, start - lineStart) : lineStart;
    int lineEnd = endOfLine(end);
    int to = lineEnd < text.length() ? text.lineStart(text.lineOf(lineEnd) + 1) : lineEnd;
    if (lineEnd == text.length() && from > 0) {
      from = text.lineEnd(text.lineOf(from) - 1);
    }
    return TextEdit.delete(from, to);
  }

  /** Comment lines right above, at the same column, belong to what they stand above. */
  private int startOfComments(int lineStart, int column) {
    int from = lineStart;
    for (int line = text.lineOf(lineStart) - 1; line >= 0; line--) {
      String above = text.slice(text.lineStart(line), text.lineEnd(line));
      if (!above.startsWith(" ".repeat(column) + "#")) {
        break;
      }
      from = text.lineStart(line);
    }
    return from;
  }

  /** Brackets in the place of the last that was there. */
  private List<TextEdit> emptied(YamlPlace collection, String brackets) {
    boolean isEntry = collection.parent().map(YamlPlace::isMapping).orElse(false);
    if (!isEntry) {
      return List.of(new TextEdit(collection.range(), brackets));
    }
    YamlPlace parent = collection.parent().orElseThrow();
    int colon = afterColon(parent, collection.indexInParent());
    int keyLineEnd = endOfLine(colon);
    if (keyLineEnd >= collection.start()) {
      return List.of(TextEdit.replace(colon, collection.end(), " " + brackets));
    }
    int from = text.lineStart(text.lineOf(collection.start()));
    int lineEnd = endOfLine(collection.end());
    return List.of(
        TextEdit.insert(colon, " " + brackets),
        lineEnd < text.length()
            ? TextEdit.delete(from, text.lineStart(text.lineOf(lineEnd) + 1))
            : TextEdit.delete(text.lineEnd(text.lineOf(from) - 1), lineEnd));
  }

  /** What tells a literal with which the file ends that no line break belongs to it. */
  Optional<TextEdit> headerOfLiteralAtEnd(YamlPlace collection) {
    YamlPlace last = collection;
    while (last.size() > 0) {
      last = last.isMapping() ? last.value(last.size() - 1) : last.item(last.size() - 1);
    }
    boolean isBlock =
        last.node() instanceof YamlScalar scalar
            && (scalar.style() == ScalarStyle.LITERAL || scalar.style() == ScalarStyle.FOLDED);
    if (!isBlock || last.end() < text.length()) {
      return Optional.empty();
    }
    int line = text.lineOf(last.start());
    String header = text.slice(last.start(), text.lineEnd(line));
    int mark = Math.max(header.indexOf('|'), header.indexOf('>'));
    boolean isSaid = header.indexOf('-', mark) >= 0 || header.indexOf('+', mark) >= 0;
    return mark < 0 || isSaid
        ? Optional.empty()
        : Optional.of(TextEdit.insert(last.start() + mark + 1, "-"));
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

  private static int dash(YamlPlace sequence, int index) {
    return sequence.start() + ((YamlSequence) sequence.node()).entryOffset(index);
  }
}
