// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The words behind a verb: options with a value, flags, and the rest in order. An option may be
 * written {@code --name value} or {@code --name=value}; {@code --} ends them.
 *
 * @param unknown the first option that the verb does not know
 * @param incomplete the first option whose value is missing
 */
record Arguments(
    List<String> words,
    Map<String, List<String>> options,
    Optional<String> unknown,
    Optional<String> incomplete) {
  static Arguments of(List<String> given, Set<String> withValue, Set<String> flags) {
    List<String> words = new ArrayList<>();
    Map<String, List<String>> options = new LinkedHashMap<>();
    Optional<String> unknown = Optional.empty();
    Optional<String> incomplete = Optional.empty();
    boolean isOver = false;
    for (int i = 0; i < given.size(); i++) {
      String word = given.get(i);
      int equals = word.indexOf('=');
      String name = word.startsWith("--") && equals > 0 ? word.substring(0, equals) : word;
      if (isOver || !word.startsWith("-") || word.equals("-")) {
        words.add(word);
      } else if (word.equals("--")) {
        isOver = true;
      } else if (flags.contains(word)) {
        options.put(word, List.of());
      } else if (!withValue.contains(name)) {
        unknown = unknown.or(() -> Optional.of(name));
      } else if (!name.equals(word)) {
        options.computeIfAbsent(name, _ -> new ArrayList<>()).add(word.substring(equals + 1));
      } else if (i + 1 < given.size()) {
        options.computeIfAbsent(name, _ -> new ArrayList<>()).add(given.get(++i));
      } else {
        incomplete = incomplete.or(() -> Optional.of(name));
      }
    }
    return new Arguments(words, options, unknown, incomplete);
  }

  boolean has(String flag) {
    return options.containsKey(flag);
  }

  List<String> all(String option) {
    return options.getOrDefault(option, List.of());
  }

  Optional<String> last(String option) {
    List<String> values = all(option);
    return values.isEmpty() ? Optional.empty() : Optional.of(values.getLast());
  }
}
