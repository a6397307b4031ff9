// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.transport;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tiphys.exporter.cluster.connection.Secret;
import tiphys.exporter.cluster.connection.SecretStore;
import tiphys.exporter.cluster.connection.TokenSource;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;

/** Gets tokens from where they come from. */
public final class TokenSources {
  /** Commands that log in open a browser; whoever has to click there needs this long. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** As {@code kubectl create token} asks for where nothing is said. */
  private static final long TOKEN_SECONDS = 3600;

  private final SecretStore secrets;
  private final Map<String, String> environment;
  private final Optional<Secret> typed;

  public TokenSources(SecretStore secrets, Map<String, String> environment) {
    this(secrets, environment, Optional.empty());
  }

  private TokenSources(
      SecretStore secrets, Map<String, String> environment, Optional<Secret> typed) {
    this.secrets = secrets;
    this.environment = Map.copyOf(environment);
    this.typed = typed;
  }

  /** With a token in the place of one that is kept. */
  public TokenSources typed(Secret token) {
    return new TokenSources(secrets, environment, Optional.of(token));
  }

  /** On the way to whoever takes the tokens. */
  EnvironmentProxy proxy() {
    return new EnvironmentProxy(environment);
  }

  BearerTokens tokens(String connection, TokenSource source) {
    return new BearerTokens(() -> fetch(connection, source));
  }

  private Outcome<Secret> fetch(String connection, TokenSource source) {
    return switch (source) {
      case TokenSource.None _ -> Outcome.done(Secret.ofToken(""));
      case TokenSource.Kept _ ->
          typed
              .or(() -> secrets.secret(connection))
              .map(Outcome::done)
              .orElseGet(() -> Outcome.refused(ProblemCode.CLUSTER_TOKEN_MISSING, connection));
      case TokenSource.Environment _ ->
          Outcome.done(Secret.ofToken(environment.getOrDefault("ARGO_TOKEN", "")));
      case TokenSource.Command(String line) -> printedBy(line);
      case TokenSource.OfContext(var context) ->
          KubernetesTransport.to(context, environment).then(TokenSources::tokenOf);
      case TokenSource.ServiceAccount(var context, var namespace, var account) ->
          KubernetesTransport.to(context, environment)
              .then(kubernetes -> request(kubernetes, namespace, account));
    };
  }

  private static Outcome<Secret> tokenOf(KubernetesTransport kubernetes) {
    try (kubernetes) {
      return kubernetes
          .token()
          .then(
              token ->
                  token.isEmpty()
                      ? Outcome.refused(
                          ProblemCode.CLUSTER_CONTEXT_WITHOUT_TOKEN, kubernetes.context())
                      : Outcome.done(token));
    }
  }

  /** The API {@code TokenRequest} of a service account. */
  private static Outcome<Secret> request(
      KubernetesTransport kubernetes, String namespace, String account) {
    try (kubernetes) {
      ObjectNode wish = JsonNodeFactory.instance.objectNode();
      wish.put("apiVersion", "authentication.k8s.io/v1").put("kind", "TokenRequest");
      wish.putObject("spec").put("expirationSeconds", TOKEN_SECONDS);
      String path =
          "/api/v1/namespaces/%s/serviceaccounts/%s/token"
              .formatted(Call.part(namespace), Call.part(account));
      return kubernetes
          .send(Call.post(path, wish))
          .then(answer -> answer.object(kubernetes.address(), ProblemCode.CLUSTER_WITHOUT_ARGO))
          .then(made -> Outcome.done(Secret.ofToken(made.at("/status/token").asText(""))));
    }
  }

  private static Outcome<Secret> printedBy(String line) {
    boolean isWindows = File.separatorChar == '\\';
    List<String> words = isWindows ? List.of("cmd", "/c", line) : List.of("sh", "-c", line);
    return switch (CommandOutput.of(words, Map.of(), PATIENCE, new CompletableFuture<>())) {
      case CommandOutput.Missing() -> noToken(line, "?");
      case CommandOutput.Endless() -> noToken(line, "timeout");
      case CommandOutput.Printed(int status, String text) ->
          status != 0 || text.isBlank()
              ? noToken(line, String.valueOf(status))
              : Outcome.done(Secret.ofToken(text));
    };
  }

  private static Outcome<Secret> noToken(String line, String status) {
    return Outcome.refused(ProblemCode.CLUSTER_TOKEN_COMMAND_FAILED, line, status);
  }
}
