// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the command line can do. */
enum Verb {
  OPEN(Set.of(), Set.of()),
  NEW(Set.of("--from", "--out"), Set.of()),
  LINT(ofScript("-o"), Set.of("--strict", "--yes")),
  EXPORT(
      ofScript("--to", "--out", "--template", "--server", "--only", "--direction"),
      Set.of(
          "--dark", "--distinct", "--data", "--inside", "--submit", "--script-functions", "--yes")),
  EDIT(
      Set.of("--after", "--at", "--before", "--template", "--position", "--name", "--folder"),
      Set.of("--in-place", "--dry-run", "--with-templates", "--new-group", "--lose")),
  DIFF(
      ofScript("-o", "--to", "--out", "--template", "--rev"),
      Set.of("--dark", "--distinct", "--yes")),
  GRAPH(ofScript("-o", "--template"), Set.of("--data", "--inside", "--yes")),
  VARIABLES(ofScript("-o"), Set.of("--yes")),
  RUN(ofScript("-p", "--engine", "--artifacts", "-o"), Set.of("--yes", "--watch")),
  TEST(ofScript("--cases", "--case", "--engine", "--junit"), Set.of("--yes")),
  SUBMIT(
      onClusterOrOfScript(
          "-p",
          "-l",
          "-o",
          "--from",
          "--name",
          "--generate-name",
          "--entrypoint",
          "--serviceaccount",
          "--priority"),
      Set.of("--dry-run", "--watch", "--log", "--yes")),
  LIST(onCluster("-l", "-o", "--phase", "--prefix", "--since"), Set.of("--archived", "--all")),
  COMPARE(onCluster("--file"), Set.of("--differences")),
  GET(onCluster("-o"), Set.of()),
  WATCH(onCluster(), Set.of("--log")),
  LOGS(onCluster("-c", "--tail"), Set.of("--follow")),
  ARTIFACTS(onCluster("-o", "--out"), Set.of()),
  SUSPEND(onCluster(), Set.of()),
  RESUME(onCluster("-p", "--node-field-selector"), Set.of("--watch")),
  STOP(onCluster("--node-field-selector", "--message"), Set.of()),
  TERMINATE(onCluster(), Set.of()),
  RETRY(
      onCluster("-p", "--node-field-selector"),
      Set.of("--restart-successful", "--dry-run", "--watch")),
  RESUBMIT(onCluster("-p"), Set.of("--memoized", "--watch")),
  DELETE(onCluster(), Set.of()),
  CRON(onCluster(), Set.of()),
  TEMPLATE(onCluster("-o"), Set.of("--dry-run")),
  CONNECTIONS(ConnectionWords.OPTIONS, ConnectionWords.FLAGS),
  TOUR(Set.of(), Set.of());

  private final Set<String> withValue;
  private final Set<String> flags;

  Verb(Set<String> withValue, Set<String> flags) {
    this.withValue = withValue;
    this.flags = flags;
  }

  private static Set<String> onCluster(String... more) {
    return Stream.concat(ClusterAccess.OPTIONS.stream(), Stream.of(more))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** For verbs that take a Python script too. */
  private static Set<String> ofScript(String... more) {
    return Stream.concat(ScriptSource.OPTIONS.stream(), Stream.of(more))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> onClusterOrOfScript(String... more) {
    return Stream.concat(onCluster().stream(), ofScript(more).stream())
        .collect(Collectors.toUnmodifiableSet());
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
