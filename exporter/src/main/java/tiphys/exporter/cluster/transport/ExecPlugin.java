// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.transport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.Cluster;
import io.fabric8.kubernetes.api.model.ExecConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tiphys.exporter.cluster.connection.Secret;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;

/**
 * The program that a kubeconfig names for logging in (Kubernetes: client.authentication.k8s.io).
 * The client library would wait for it without an end and go on without a token where it fails, so
 * it is run here.
 *
 * @param folder that of the kubeconfig, which relative paths are meant from
 */
record ExecPlugin(ExecConfig config, Path folder, Optional<Cluster> cluster) {
  private static final String INFORMATION = "KUBERNETES_EXEC_INFO";

  /** Refused with what is wrong with the program. */
  Outcome<Credential> credential(Duration patience, CompletableFuture<String> givenUp) {
    return switch (CommandOutput.of(words(), variables(), patience, givenUp)) {
      case CommandOutput.Missing() ->
          Outcome.refused(
              ProblemCode.KUBECONFIG_PLUGIN_MISSING,
              config.getCommand(),
              Optional.ofNullable(config.getInstallHint()).orElse("").strip());
      case CommandOutput.Endless() ->
          Outcome.refused(
              ProblemCode.KUBECONFIG_PLUGIN_SLOW,
              config.getCommand(),
              String.valueOf(patience.toSeconds()));
      case CommandOutput.Printed(int status, String text) ->
          Optional.of(text)
              .filter(_ -> status == 0)
              .flatMap(ExecPlugin::read)
              .map(Outcome::done)
              .orElseGet(
                  () ->
                      Outcome.refused(
                          ProblemCode.KUBECONFIG_PLUGIN_FAILED,
                          config.getCommand(),
                          String.valueOf(status)));
    };
  }

  /** A name without a slash is looked for on the search path. */
  private List<String> words() {
    List<String> words = new ArrayList<>();
    String command = config.getCommand();
    words.add(command.contains("/") ? folder.resolve(command).toString() : command);
    words.addAll(Optional.ofNullable(config.getArgs()).orElse(List.of()));
    return words;
  }

  private Map<String, String> variables() {
    Map<String, String> all = new HashMap<>();
    Optional.ofNullable(config.getEnv())
        .orElse(List.of())
        .forEach(each -> all.put(each.getName(), each.getValue()));
    ObjectNode information = WireJson.MAPPER.createObjectNode();
    information.put("apiVersion", config.getApiVersion()).put("kind", "ExecCredential");
    ObjectNode spec = information.putObject("spec").put("interactive", false);
    cluster
        .filter(_ -> Boolean.TRUE.equals(config.getProvideClusterInfo()))
        .ifPresent(
            it -> {
              ObjectNode told = spec.putObject("cluster").put("server", it.getServer());
              Optional.ofNullable(it.getCertificateAuthorityData())
                  .ifPresent(data -> told.put("certificate-authority-data", data));
            });
    all.put(INFORMATION, information.toString());
    return all;
  }

  private static Optional<Credential> read(String text) {
    try {
      JsonNode status = WireJson.MAPPER.readTree(text).path("status");
      Optional<Credential.Certificate> certificate =
          Optional.of(
                  new Credential.Certificate(
                      status.path("clientCertificateData").asText(""),
                      status.path("clientKeyData").asText("")))
              .filter(Credential.Certificate::isWhole);
      Secret token = Secret.ofToken(status.path("token").asText(""));
      return token.isEmpty() && certificate.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Credential(token, certificate, end(status.path("expirationTimestamp"))));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /** One that is over already comes of a clock that is wrong; it is tried all the same. */
  private static Instant end(JsonNode timestamp) {
    try {
      Instant end = Instant.parse(timestamp.asText(""));
      return end.isAfter(Instant.now()) ? end : Instant.MAX;
    } catch (DateTimeParseException _) {
      return Instant.MAX;
    }
  }
}
