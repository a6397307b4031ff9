// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tiphys.exporter.cluster.connection.Connection;
import tiphys.exporter.cluster.connection.ServerAddress;
import tiphys.exporter.cluster.connection.Target;
import tiphys.exporter.cluster.connection.TokenSource;
import tiphys.exporter.cluster.connection.Trust;
import tiphys.model.problem.Outcome;

/** A connection as the words of {@code tiphys connections add} describe it. */
record ConnectionWords(Arguments arguments) {
  static final Set<String> OPTIONS =
      Set.of(
          "--server",
          "--context",
          "--kubeconfig",
          "--token-command",
          "--service-account",
          "--ca",
          "--pin",
          "--timeout",
          "-n",
          "--namespace");

  static final Set<String> FLAGS = Set.of("--token", "--token-of-context", "--insecure");

  /** The sentence of what is contradictory in them. */
  Optional<String> misuse() {
    boolean isServer = arguments.has("--server");
    if (!isServer && !arguments.has("--context") && !arguments.has("--kubeconfig")) {
      return Optional.of("connections-where");
    }
    long tokens =
        List.of("--token", "--token-command", "--token-of-context", "--service-account").stream()
            .filter(arguments::has)
            .count();
    long trusts = List.of("--ca", "--pin", "--insecure").stream().filter(arguments::has).count();
    if (tokens > 1 || trusts > 1 || (!isServer && tokens + trusts > 0)) {
      return Optional.of("connections-one-of");
    }
    boolean hasSpace =
        arguments.last("--service-account").map(account -> account.contains("/")).orElse(true);
    return hasSpace ? Optional.empty() : Optional.of("connections-account");
  }

  Outcome<Connection> connection(String name) {
    String namespace = ClusterAccess.namespace(arguments);
    Optional<String> server = arguments.last("--server");
    if (server.isEmpty()) {
      return Outcome.done(new Connection(name, context(), namespace));
    }
    return ServerAddress.of(server.get())
        .then(
            address ->
                Outcome.done(
                    new Connection(
                        name, new Target.ArgoServer(address, token(), trust()), namespace)));
  }

  private Target.KubeContext context() {
    return new Target.KubeContext(
        arguments.last("--kubeconfig").map(file -> Path.of(file).toAbsolutePath()),
        arguments.last("--context").orElse(""));
  }

  private TokenSource token() {
    Optional<String> command = arguments.last("--token-command");
    Optional<String> account = arguments.last("--service-account");
    if (command.isPresent()) {
      return new TokenSource.Command(command.get());
    }
    if (account.isPresent()) {
      int slash = account.get().indexOf('/');
      return new TokenSource.ServiceAccount(
          context(), account.get().substring(0, slash), account.get().substring(slash + 1));
    }
    if (arguments.has("--token-of-context")) {
      return new TokenSource.OfContext(context());
    }
    return arguments.has("--token") ? new TokenSource.Kept() : new TokenSource.None();
  }

  private Trust trust() {
    Optional<String> pin = arguments.last("--pin");
    Optional<String> authorities = arguments.last("--ca");
    if (pin.isPresent()) {
      return new Trust.Pinned(pin.get());
    }
    if (authorities.isPresent()) {
      return new Trust.Authorities(Path.of(authorities.get()).toAbsolutePath());
    }
    return arguments.has("--insecure") ? new Trust.Unverified() : new Trust.OfSystem();
  }
}
