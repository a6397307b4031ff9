// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.connection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Connections as JSON, and back. */
final class ConnectionJson {
  private ConnectionJson() {}

  static ObjectNode write(Connection connection) {
    ObjectNode json = object();
    json.put("name", connection.name()).put("namespace", connection.namespace());
    switch (connection.target()) {
      case Target.KubeContext context -> json.set("kubernetes", context(context));
      case Target.ArgoServer server -> {
        ObjectNode argo = json.putObject("argoServer");
        argo.put("address", server.address().toString());
        argo.set("token", token(server.token()));
        argo.set("trust", trust(server.trust()));
      }
    }
    return json;
  }

  /** Absent where the JSON says no whole connection. */
  static Optional<Connection> read(JsonNode json) {
    String name = json.path("name").asText("");
    if (name.isBlank()) {
      return Optional.empty();
    }
    return target(json)
        .map(target -> new Connection(name, target, json.path("namespace").asText("")));
  }

  private static Optional<Target> target(JsonNode json) {
    if (json.has("kubernetes")) {
      return Optional.of(context(json.path("kubernetes")));
    }
    JsonNode argo = json.path("argoServer");
    if (argo.path("address").asText("").isEmpty()) {
      return Optional.empty();
    }
    try {
      URI address = URI.create(argo.path("address").asText());
      return Optional.of(
          new Target.ArgoServer(address, token(argo.path("token")), trust(argo.path("trust"))));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static ObjectNode context(Target.KubeContext context) {
    ObjectNode json = object().put("context", context.context());
    context.kubeconfig().ifPresent(file -> json.put("kubeconfig", file.toString()));
    return json;
  }

  private static Target.KubeContext context(JsonNode json) {
    String file = json.path("kubeconfig").asText("");
    return new Target.KubeContext(
        file.isEmpty() ? Optional.empty() : Optional.of(Path.of(file)),
        json.path("context").asText(""));
  }

  private static ObjectNode token(TokenSource token) {
    return switch (token) {
      case TokenSource.None _ -> object().put("from", "none");
      case TokenSource.Kept _ -> object().put("from", "kept");
      case TokenSource.Environment _ -> object().put("from", "environment");
      case TokenSource.Command(String line) -> object().put("from", "command").put("line", line);
      case TokenSource.OfContext(Target.KubeContext context) ->
          object().put("from", "context").set("kubernetes", context(context));
      case TokenSource.ServiceAccount(var context, var namespace, var account) ->
          object()
              .put("from", "serviceAccount")
              .put("namespace", namespace)
              .put("account", account)
              .set("kubernetes", context(context));
    };
  }

  private static TokenSource token(JsonNode json) {
    return switch (json.path("from").asText("")) {
      case "kept" -> new TokenSource.Kept();
      case "environment" -> new TokenSource.Environment();
      case "command" -> new TokenSource.Command(json.path("line").asText());
      case "context" -> new TokenSource.OfContext(context(json.path("kubernetes")));
      case "serviceAccount" ->
          new TokenSource.ServiceAccount(
              context(json.path("kubernetes")),
              json.path("namespace").asText(),
              json.path("account").asText());
      default -> new TokenSource.None();
    };
  }

  private static ObjectNode trust(Trust trust) {
    return switch (trust) {
      case Trust.OfSystem _ -> object();
      case Trust.Authorities(Path file) -> object().put("authorities", file.toString());
      case Trust.Pinned(String fingerprint) -> object().put("pinned", fingerprint);
      case Trust.Unverified _ -> object().put("unverified", true);
    };
  }

  /** What is not understood is the strictest. */
  private static Trust trust(JsonNode json) {
    if (json.path("unverified").asBoolean(false)) {
      return new Trust.Unverified();
    }
    if (json.has("pinned")) {
      return new Trust.Pinned(json.path("pinned").asText());
    }
    return json.has("authorities")
        ? new Trust.Authorities(Path.of(json.path("authorities").asText()))
        : new Trust.OfSystem();
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
