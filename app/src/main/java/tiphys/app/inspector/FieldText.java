// SPDX-License-Identifier: Apache-2.0
package tiphys.app.inspector;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tiphys.model.yaml.YamlPlace;

/** A place of the text as one reads and types it in a field. */
final class FieldText {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./@%+=-][A-Za-z0-9_./@%+=:-]*");

  private FieldText() {}

  /**
   * A scalar's text, or a list of scalars as in a flow sequence; empty where it is missing or
   * something larger.
   */
  static Optional<String> of(Optional<YamlPlace> place) {
    return place.flatMap(
        found -> {
          if (found.isNull()) {
            return Optional.empty();
          }
          return found.isSequence() ? list(found) : found.text();
        });
  }

  /** The text of a value below a place. */
  static String of(YamlPlace place, String first, String... more) {
    return of(more.length == 0 ? place.get(first) : place.get(first, more)).orElse("");
  }

  /** Whether there is something at the place that does not fit into a field. */
  static boolean isTooLarge(YamlPlace place, String first, String... more) {
    Optional<YamlPlace> found = more.length == 0 ? place.get(first) : place.get(first, more);
    return found.isPresent() && !found.get().isNull() && of(found).isEmpty();
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
