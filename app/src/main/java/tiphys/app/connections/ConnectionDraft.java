// SPDX-License-Identifier: Apache-2.0
package tiphys.app.connections;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tiphys.exporter.cluster.connection.Connection;
import tiphys.exporter.cluster.connection.ServerAddress;
import tiphys.exporter.cluster.connection.Target;
import tiphys.exporter.cluster.connection.TokenSource;
import tiphys.exporter.cluster.connection.Trust;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;

/** A connection as it stands in the form: everything as it was written, whole or not. */
record ConnectionDraft(
    String name,
    Way way,
    String address,
    String base,
    String namespace,
    String kubeconfig,
    String context,
    Token token,
    String command,
    String account,
    String accountNamespace,
    Certificate certificate,
    String authorities,
    String pin) {
  private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{64}");

  static final ConnectionDraft EMPTY =
      new ConnectionDraft(
          "", Way.SERVER, "", "", "", "", "", Token.TYPED, "", "", "", Certificate.SYSTEM, "", "");

  /** What it leads to. */
  enum Way {
    SERVER,
    CONTEXT
  }

  /** Where the token for an Argo Server comes from. */
  enum Token {
    TYPED,
    COMMAND,
    CONTEXT,
    ACCOUNT,
    ENVIRONMENT,
    NONE
  }

  /** Which certificate is believed. */
  enum Certificate {
    SYSTEM,
    FILE,
    PINNED,
    UNVERIFIED
  }

  static ConnectionDraft of(Connection connection) {
    return switch (connection.target()) {
      case Target.KubeContext context ->
          new ConnectionDraft(
              connection.name(),
              Way.CONTEXT,
              "",
              "",
              connection.namespace(),
              file(context),
              context.context(),
              Token.TYPED,
              "",
              "",
              "",
              Certificate.SYSTEM,
              "",
              "");
      case Target.ArgoServer server -> ofServer(connection, server);
    };
  }

  private static ConnectionDraft ofServer(Connection connection, Target.ArgoServer server) {
    Optional<Target.KubeContext> context = contextOf(server.token());
    Optional<TokenSource.ServiceAccount> account =
        server.token() instanceof TokenSource.ServiceAccount of
            ? Optional.of(of)
            : Optional.empty();
    URI address = server.address();
    String path = Optional.ofNullable(address.getRawPath()).orElse("");
    String whole = address.toString();
    return new ConnectionDraft(
        connection.name(),
        Way.SERVER,
        whole.substring(0, whole.length() - path.length()),
        path,
        connection.namespace(),
        context.map(ConnectionDraft::file).orElse(""),
        context.map(Target.KubeContext::context).orElse(""),
        tokenOf(server.token()),
        server.token() instanceof TokenSource.Command(String line) ? line : "",
        account.map(TokenSource.ServiceAccount::account).orElse(""),
        account.map(TokenSource.ServiceAccount::namespace).orElse(""),
        certificateOf(server.trust()),
        server.trust() instanceof Trust.Authorities(Path file) ? file.toString() : "",
        server.trust() instanceof Trust.Pinned(String fingerprint) ? fingerprint : "");
  }

  private static Optional<Target.KubeContext> contextOf(TokenSource token) {
    return switch (token) {
      case TokenSource.OfContext(var context) -> Optional.of(context);
      case TokenSource.ServiceAccount(var context, _, _) -> Optional.of(context);
      default -> Optional.empty();
    };
  }

  private static String file(Target.KubeContext context) {
    return context.kubeconfig().map(Path::toString).orElse("");
  }

  private static Token tokenOf(TokenSource token) {
    return switch (token) {
      case TokenSource.None _ -> Token.NONE;
      case TokenSource.Kept _ -> Token.TYPED;
      case TokenSource.Environment _ -> Token.ENVIRONMENT;
      case TokenSource.Command _ -> Token.COMMAND;
      case TokenSource.OfContext _ -> Token.CONTEXT;
      case TokenSource.ServiceAccount _ -> Token.ACCOUNT;
    };
  }

  private static Certificate certificateOf(Trust trust) {
    return switch (trust) {
      case Trust.OfSystem _ -> Certificate.SYSTEM;
      case Trust.Authorities _ -> Certificate.FILE;
      case Trust.Pinned _ -> Certificate.PINNED;
      case Trust.Unverified _ -> Certificate.UNVERIFIED;
    };
  }

  /** The connection that it describes; refused with what is missing or wrong. */
  Outcome<Connection> connection() {
    if (name.isBlank()) {
      return Outcome.refused(ProblemCode.CONNECTION_NAME_MISSING);
    }
    if (name.strip().equals(Connection.OF_ENVIRONMENT)) {
      return Outcome.refused(ProblemCode.CONNECTION_NAME_TAKEN, name.strip());
    }
    return target()
        .then(target -> Outcome.done(new Connection(name.strip(), target, namespace.strip())));
  }

  private Outcome<Target> target() {
    if (way == Way.CONTEXT) {
      return Outcome.done(kubeContext());
    }
    String path = base.strip().isEmpty() ? "" : "/" + base.strip();
    return ServerAddress.of(address.strip() + path)
        .then(
            uri ->
                tokenSource()
                    .then(
                        source ->
                            trust()
                                .then(
                                    trust ->
                                        Outcome.done(new Target.ArgoServer(uri, source, trust)))));
  }

  private Target.KubeContext kubeContext() {
    return new Target.KubeContext(
        kubeconfig.isBlank()
            ? Optional.empty()
            : Optional.of(Path.of(kubeconfig.strip()).toAbsolutePath()),
        context.strip());
  }

  private Outcome<TokenSource> tokenSource() {
    return switch (token) {
      case NONE -> Outcome.done(new TokenSource.None());
      case TYPED -> Outcome.done(new TokenSource.Kept());
      case ENVIRONMENT -> Outcome.done(new TokenSource.Environment());
      case CONTEXT -> Outcome.done(new TokenSource.OfContext(kubeContext()));
      case COMMAND ->
          command.isBlank()
              ? Outcome.refused(ProblemCode.CONNECTION_COMMAND_MISSING)
              : Outcome.done(new TokenSource.Command(command.strip()));
      case ACCOUNT ->
          account.isBlank() || accountNamespace.isBlank()
              ? Outcome.refused(ProblemCode.CONNECTION_ACCOUNT_MISSING)
              : Outcome.done(
                  new TokenSource.ServiceAccount(
                      kubeContext(), accountNamespace.strip(), account.strip()));
    };
  }

  private Outcome<Trust> trust() {
    String fingerprint = pin.replaceAll("[:\\s]", "").toLowerCase(Locale.ROOT);
    return switch (certificate) {
      case SYSTEM -> Outcome.done(new Trust.OfSystem());
      case UNVERIFIED -> Outcome.done(new Trust.Unverified());
      case FILE ->
          authorities.isBlank()
              ? Outcome.refused(ProblemCode.CLUSTER_AUTHORITIES_UNREADABLE, "")
              : Outcome.done(new Trust.Authorities(Path.of(authorities.strip()).toAbsolutePath()));
      case PINNED ->
          FINGERPRINT.matcher(fingerprint).matches()
              ? Outcome.done(new Trust.Pinned(fingerprint))
              : Outcome.refused(ProblemCode.CONNECTION_PIN_WRONG, pin.strip());
    };
  }
}
