// SPDX-License-Identifier: Apache-2.0
package tiphys.app.inspector;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tiphys.model.text.SourceText;
import tiphys.model.yaml.YamlPlace;

/** A place of the text as one reads and types it in a field. */
final class FieldText {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./@%+=-][A-Za-z0-9_./@%+=:-]*");

  /** A list that is longer is written in lines. */
  private static final int LONGEST_ON_A_LINE = 60;

  private FieldText() {}

  /**
   * A scalar's text; a short list of scalars as in a flow sequence; anything else as it stands in
   * the source, without the indentation of its place. Empty where it is missing.
   */
  static String readable(Optional<YamlPlace> place, SourceText text) {
    if (place.isEmpty() || place.get().isNull()) {
      return "";
    }
    YamlPlace found = place.get();
    if (found.text().isPresent()) {
      return found.text().get();
    }
    Optional<String> list = found.isSequence() ? list(found) : Optional.empty();
    if (list.isEmpty()) {
      return source(found, text);
    }
    return list.get().length() <= LONGEST_ON_A_LINE ? list.get() : lines(found);
  }

  /** Each item on a line of its own, and one of many lines as a literal block. */
  private static String lines(YamlPlace sequence) {
    return sequence.items().stream()
        .map(item -> "- " + item(item.text().orElse("")))
        .collect(Collectors.joining("\n"));
  }

  private static String item(String text) {
    boolean isLiteral = text.contains("\n") && !text.startsWith(" ") && !text.endsWith("\n\n");
    return isLiteral
        ? (text.endsWith("\n") ? "|\n" : "|-\n")
            + text.lines().map(line -> "  " + line).collect(Collectors.joining("\n"))
        : quoted(text);
  }

  private static String source(YamlPlace place, SourceText text) {
    String written = text.slice(place.range());
    int column = place.start() - text.lineStart(text.lineOf(place.start()));
    return written
        .lines()
        .map(line -> line.isBlank() ? "" : withoutIndent(line, column))
        .collect(Collectors.joining("\n"))
        .stripTrailing();
  }

  private static String withoutIndent(String line, int column) {
    int blanks = line.length() - line.stripLeading().length();
    return line.substring(Math.min(blanks, column));
  }

  private static Optional<String> list(YamlPlace sequence) {
    if (sequence.items().stream().anyMatch(item -> item.text().isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(
        sequence.items().stream()
            .map(item -> quoted(item.text().orElse("")))
            .collect(Collectors.joining(", ", "[", "]")));
  }

  private static String quoted(String item) {
    if (PLAIN.matcher(item).matches() && !item.endsWith(":")) {
      return item;
    }
    return '"'
        + item.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\t", "\\t")
        + '"';
  }
}
