// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tiphys.exporter.cluster.CheckStep;
import tiphys.exporter.cluster.ClusterGateway;
import tiphys.exporter.cluster.connection.Connection;
import tiphys.exporter.cluster.connection.Secret;
import tiphys.exporter.cluster.connection.Target;
import tiphys.exporter.cluster.connection.TokenSource;
import tiphys.exporter.cluster.connection.Trust;
import tiphys.model.problem.Outcome;

/** The user's connections: listed, added, tested and removed. */
final class ConnectionsVerb {
  /** A token has some thousand letters; what is longer is none. */
  private static final int LONGEST_TOKEN = 1_000_000;

  private final Console console;
  private final ClusterAccess access;

  ConnectionsVerb(ClusterAccess access) {
    this.console = access.console();
    this.access = access;
  }

  int execute(Arguments arguments) {
    List<String> words = arguments.words();
    String what = words.isEmpty() ? "list" : words.getFirst();
    Optional<String> name = words.size() == 2 ? Optional.of(words.get(1)) : Optional.empty();
    return switch (what) {
      case "list" -> list();
      case "test" -> test(name.orElse(""), arguments);
      case "add" -> name.map(given -> add(given, arguments)).orElseGet(this::misused);
      case "remove" -> name.map(this::remove).orElseGet(this::misused);
      default -> misused();
    };
  }

  private int misused() {
    return console.misused("connections-words");
  }

  private int list() {
    Outcome<List<Connection>> all = access.clusters().connections().all();
    if (all.refusal().isPresent()) {
      return console.trouble(all.refusal().get());
    }
    all.result().orElseThrow().forEach(each -> console.out().println(line(each)));
    access
        .clusters()
        .connection(Connection.OF_ENVIRONMENT)
        .result()
        .filter(each -> each.name().equals(Connection.OF_ENVIRONMENT))
        .ifPresent(each -> console.out().println(line(each)));
    return Console.GOOD;
  }

  private String line(Connection connection) {
    String target =
        switch (connection.target()) {
          case Target.KubeContext context -> "kubernetes " + context.context();
          case Target.ArgoServer server -> server.address().toString();
        };
    boolean isOpen =
        connection.target() instanceof Target.ArgoServer server
            && server.trust() instanceof Trust.Unverified;
    String mark = isOpen ? "  " + console.messages().text("cli.unverified") : "";
    return String.format(
            Locale.ROOT, "%-20s %-12s %s", connection.name(), connection.namespace(), target)
        + mark;
  }

  private int add(String name, Arguments arguments) {
    ConnectionWords words = new ConnectionWords(arguments);
    Optional<String> misuse = words.misuse();
    if (misuse.isPresent()) {
      return console.misused(misuse.get());
    }
    Outcome<Connection> added = words.connection(name).then(access.clusters().connections()::add);
    if (added.refusal().isPresent()) {
      return console.trouble(added.refusal().get());
    }
    Connection connection = added.result().orElseThrow();
    if (connection.target() instanceof Target.ArgoServer server
        && server.token() instanceof TokenSource.Kept) {
      Outcome<Secret> kept = access.clusters().secrets().keep(name, token());
      if (kept.refusal().isPresent()) {
        access.clusters().connections().remove(name);
        return console.trouble(kept.refusal().get());
      }
    }
    console.say("connection-added", name);
    return Console.GOOD;
  }

  /** Without an echo where somebody types, else the standard input. */
  private Secret token() {
    Optional<java.io.Console> terminal =
        Optional.ofNullable(System.console()).filter(java.io.Console::isTerminal);
    if (terminal.isPresent()) {
      String question = console.messages().text("cli.token-question");
      return Secret.ofToken(
          Optional.ofNullable(terminal.get().readPassword("%s ", question))
              .map(String::new)
              .orElse(""));
    }
    try {
      return Secret.ofToken(
          new String(System.in.readNBytes(LONGEST_TOKEN), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int remove(String name) {
    Outcome<Connection> removed = access.clusters().connections().remove(name);
    if (removed.refusal().isPresent()) {
      return console.trouble(removed.refusal().get());
    }
    access.clusters().secrets().forget(name);
    console.say("connection-removed", name);
    return Console.GOOD;
  }

  private int test(String name, Arguments arguments) {
    Optional<String> timeout = arguments.last("--timeout");
    Optional<Duration> patience = timeout.flatMap(Span::of);
    if (timeout.isPresent() && patience.isEmpty()) {
      return console.misused("list-since", timeout.get());
    }
    Outcome<Connection> chosen = access.clusters().connection(name);
    Outcome<ClusterGateway> opened = chosen.then(access.clusters()::open);
    if (opened.refusal().isPresent()) {
      return console.trouble(opened.refusal().get());
    }
    try (ClusterGateway gateway = opened.result().orElseThrow()) {
      List<CheckStep> steps = gateway.check(patience.orElse(ClusterGateway.PATIENCE), this::tell);
      return steps.stream().allMatch(CheckStep::isGood) ? Console.GOOD : Console.NO;
    }
  }

  private void tell(CheckStep step) {
    String what =
        console
            .messages()
            .text("connections.check-" + step.kind().name().toLowerCase(Locale.ROOT), step.found());
    console.out().println((step.isGood() ? "✓ " : "✗ ") + what.strip());
    step.trouble().ifPresent(why -> console.out().println("  " + console.messages().problem(why)));
  }
}
