// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** What the command line can do. */
enum Verb {
  OPEN(Set.of(), Set.of()),
  LINT(Set.of("-o"), Set.of("--strict")),
  EXPORT(Set.of("--to", "--out", "--template"), Set.of("--dark")),
  EDIT(
      Set.of("--after", "--at", "--before", "--template", "--position"),
      Set.of("--in-place", "--with-templates", "--new-group", "--lose")),
  GRAPH(Set.of("-o", "--template"), Set.of()),
  RUN(Set.of("-p", "--engine", "--artifacts", "-o"), Set.of("--yes", "--watch")),
  TOUR(Set.of(), Set.of());

  private final Set<String> withValue;
  private final Set<String> flags;

  Verb(Set<String> withValue, Set<String> flags) {
    this.withValue = withValue;
    this.flags = flags;
  }

  Set<String> withValue() {
    return withValue;
  }

  Set<String> flags() {
    return flags;
  }

  static Optional<Verb> of(String word) {
    return Arrays.stream(values()).filter(verb -> verb.word().equals(word)).findFirst();
  }

  String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
