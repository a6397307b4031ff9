// SPDX-License-Identifier: Apache-2.0
package tiphys.app.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tiphys.model.difference.Change;
import tiphys.model.difference.FieldChange;
import tiphys.model.difference.FileDifference;

/** What two versions of a file differ in, as lines. */
public final class DifferenceText {
  /** Longer values are told by their beginning. */
  private static final int MOST = 60;

  private DifferenceText() {}

  /** A thing a line, and below it each field that is another one. */
  public static List<String> lines(FileDifference difference) {
    List<String> lines = new ArrayList<>();
    for (FileDifference.Entry entry : difference.entries()) {
      lines.add(sign(entry.change()) + " " + name(entry));
      entry.fields().forEach(field -> lines.add("    " + line(field)));
    }
    return lines;
  }

  private static String name(FileDifference.Entry entry) {
    return entry.earlier().isEmpty() ? entry.name() : entry.earlier() + " → " + entry.name();
  }

  static String sign(Change change) {
    return switch (change) {
      case ADDED -> "+";
      case REMOVED -> "-";
      case CHANGED -> "~";
    };
  }

  private static String line(FieldChange field) {
    return field.path() + ": " + value(field.before()) + " → " + value(field.after());
  }

  /** The first line of a value; a dash where there is none. */
  private static String value(Optional<String> value) {
    if (value.isEmpty()) {
      return "–";
    }
    String first = value.get().lines().findFirst().orElse("");
    String shown = first.codePointCount(0, first.length()) > MOST ? cut(first) : first;
    boolean isWhole = shown.equals(value.get().stripTrailing());
    return "“" + shown + (isWhole ? "" : "…") + "”";
  }

  private static String cut(String text) {
    return text.substring(0, text.offsetByCodePoints(0, MOST));
  }
}
