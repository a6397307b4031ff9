// SPDX-License-Identifier: Apache-2.0
package tiphys.model.difference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The same thing in both versions, or what only one of them has; never nothing at all. */
public record Pair<T>(Optional<T> before, Optional<T> after) {
  public Pair {
    if (before.isEmpty() && after.isEmpty()) {
      throw new IllegalArgumentException("of one version at least");
    }
  }

  static <T> Pair<T> of(T before, T after) {
    return new Pair<>(Optional.of(before), Optional.of(after));
  }

  /** As the later version has it; else as the earlier one had it. */
  public T newest() {
    return after.or(() -> before).orElseThrow();
  }

  boolean isInBoth() {
    return before.isPresent() && after.isPresent();
  }

  /**
   * Things of one name belong together; the first of several with that name. In the order of the
   * later version, then what is gone.
   */
  static <T> List<Pair<T>> byName(List<T> before, List<T> after, Function<T, String> name) {
    Map<String, T> old = firsts(before, name);
    Map<String, T> now = firsts(after, name);
    Set<String> names = new LinkedHashSet<>(now.keySet());
    names.addAll(old.keySet());
    List<Pair<T>> pairs = new ArrayList<>();
    for (String each : names) {
      pairs.add(new Pair<>(Optional.ofNullable(old.get(each)), Optional.ofNullable(now.get(each))));
    }
    return pairs;
  }

  private static <T> Map<String, T> firsts(List<T> things, Function<T, String> name) {
    Map<String, T> byName = new LinkedHashMap<>();
    things.forEach(thing -> byName.putIfAbsent(name.apply(thing), thing));
    return byName;
  }
}
