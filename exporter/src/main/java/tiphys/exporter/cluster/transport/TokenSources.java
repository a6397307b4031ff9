// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.transport;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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
          KubernetesTransport.to(context).then(TokenSources::tokenOf);
      case TokenSource.ServiceAccount(var context, var namespace, var account) ->
          KubernetesTransport.to(context)
              .then(kubernetes -> request(kubernetes, namespace, account));
    };
  }

  private static Outcome<Secret> tokenOf(KubernetesTransport kubernetes) {
    try (kubernetes) {
      Secret token = kubernetes.token();
      return token.isEmpty()
          ? Outcome.refused(ProblemCode.CLUSTER_CONTEXT_WITHOUT_TOKEN, kubernetes.context())
          : Outcome.done(token);
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

  /** What it prints is secret, and what it complains of may be, so neither is told. */
  private static Outcome<Secret> printedBy(String line) {
    boolean isWindows = File.separatorChar == '\\';
    List<String> words = isWindows ? List.of("cmd", "/c", line) : List.of("sh", "-c", line);
    try {
      Process process =
          new ProcessBuilder(words)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .redirectInput(
                  ProcessBuilder.Redirect.from(new File(isWindows ? "NUL" : "/dev/null")))
              .start();
      CompletableFuture<String> output =
          CompletableFuture.supplyAsync(() -> read(process), Thread.ofVirtual()::start);
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return Outcome.refused(ProblemCode.CLUSTER_TOKEN_COMMAND_FAILED, line, "timeout");
      }
      Secret token = Secret.ofToken(output.join());
      return process.exitValue() != 0 || token.isEmpty()
          ? Outcome.refused(
              ProblemCode.CLUSTER_TOKEN_COMMAND_FAILED, line, String.valueOf(process.exitValue()))
          : Outcome.done(token);
    } catch (IOException _) {
      return Outcome.refused(ProblemCode.CLUSTER_TOKEN_COMMAND_FAILED, line, "?");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Outcome.refused(ProblemCode.CLUSTER_TOKEN_COMMAND_FAILED, line, "?");
    }
  }

  private static String read(Process process) {
    try {
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException _) {
      return "";
    }
  }
}
