// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** Speaks as a Kubernetes API server with Argo's kinds does, by HTTP streams. */
public final class KubernetesDouble extends ClusterDouble {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private volatile boolean hasArgo = true;
  private volatile boolean isDenied;
  private volatile String version = "";

  public KubernetesDouble(Optional<SSLContext> tls) {
    super(tls);
  }

  /** From now on it knows none of Argo's kinds. */
  public void removeArgo() {
    hasArgo = false;
  }

  @Override
  void spoil(BadWay way) {
    if (way == BadWay.WITHOUT_ARGO) {
      removeArgo();
    } else {
      super.spoil(way);
    }
  }

  @Override
  void deny() {
    isDenied = true;
  }

  /** Of the controller's image. */
  @Override
  public void setVersion(String other) {
    version = other;
  }

  /** A kubeconfig that leads here. */
  public String kubeconfig(String token) {
    return kubeconfig(token, Optional.empty());
  }

  /** A kubeconfig that leads here and believes a certificate. */
  String kubeconfig(String token, Optional<Certificates> believed) {
    String authority =
        believed
            .map(own -> own.pem().getBytes(StandardCharsets.US_ASCII))
            .map(pem -> ", certificate-authority-data: " + Base64.getEncoder().encodeToString(pem))
            .orElse("");
    return """
    apiVersion: v1
    kind: Config
    current-context: here
    clusters: [{name: here, cluster: {server: "%s"%s}}]
    users: [{name: me, user: {token: "%s"}}]
    contexts: [{name: here, context: {cluster: here, user: me, namespace: default}}]
    """
        .formatted(address(), authority, token);
  }

  @Override
  Optional<JsonNode> answer(Asked asked, HttpExchange exchange) throws IOException {
    String path = asked.path();
    if (path.equals("version")) {
      return Optional.of(JSON.objectNode().put("gitVersion", "v1.34.1"));
    }
    if (path.endsWith("selfsubjectreviews")) {
      ObjectNode review = JSON.objectNode();
      review.withObject("/status/userInfo").put("username", "system:serviceaccount:default:me");
      return Optional.of(review);
    }
    if (path.endsWith("selfsubjectaccessreviews")) {
      ObjectNode review = JSON.objectNode();
      boolean isDelete =
          asked.body().orElseThrow().at("/spec/resourceAttributes/verb").asText().equals("delete");
      review.withObject("/status").put("allowed", !isDelete && !isDenied);
      return Optional.of(review);
    }
    if (path.endsWith("/deployments")) {
      return Optional.of(deployments());
    }
    if (path.endsWith("/token")) {
      ObjectNode made = JSON.objectNode();
      made.withObject("/status").put("token", "made-for-" + asked.part(5));
      return Optional.of(made);
    }
    if (path.startsWith("api/v1/namespaces/")) {
      return pods(asked, exchange);
    }
    if (!hasArgo) {
      send(exchange, 404, "text/plain", "404 page not found\n");
      return Optional.empty();
    }
    return argo(asked, exchange);
  }

  /** Nobody but administrators may list them, so as a rule there are none. */
  private ObjectNode deployments() {
    ObjectNode list = JSON.objectNode();
    ArrayNode items = list.putArray("items");
    if (!version.isEmpty()) {
      items
          .addObject()
          .withObject("/spec/template/spec")
          .putArray("containers")
          .addObject()
          .put("image", "quay.io/argoproj/workflow-controller:" + version);
    }
    return list;
  }

  private Optional<JsonNode> pods(Asked asked, HttpExchange exchange) throws IOException {
    if (asked.parts() == 5) {
      ObjectNode list = JSON.objectNode();
      ArrayNode items = list.putArray("items");
      memory()
          .pods()
          .forEach(
              (name, pod) -> {
                if (asked.value("labelSelector").endsWith("=" + pod.workflow())) {
                  ObjectNode item = items.addObject();
                  item.withObject("/metadata").put("name", name);
                  item.withObject("/status").put("phase", "Running");
                  ArrayNode containers = item.withObject("/spec").putArray("containers");
                  ArrayNode states = item.withObject("/status").putArray("containerStatuses");
                  for (String each : pod.logs().keySet()) {
                    containers.addObject().put("name", each);
                    states
                        .addObject()
                        .put("name", each)
                        .putObject("state")
                        .putObject(logs().isOver(pod.workflow()) ? "terminated" : "running");
                  }
                }
              });
      return Optional.of(list);
    }
    String pod = asked.part(5);
    if (asked.method().equals("DELETE")) {
      if (!memory().removePod(pod)) {
        throw new ClusterMemory.Refusal(404, "NotFound", "pods \"" + pod + "\" not found");
      }
      return Optional.of(JSON.objectNode());
    }
    ClusterMemory.Pod found =
        Optional.ofNullable(memory().pods().get(pod))
            .orElseThrow(() -> new ClusterMemory.Refusal(404, "NotFound", pod));
    exchange.getResponseHeaders().set("Content-Type", "text/plain");
    logs().stream(
        exchange,
        new LogDouble.Asked(
            found.workflow(),
            pod,
            asked.value("container"),
            asked.value("follow").equals("true"),
            Optional.of(asked.value("sinceTime"))
                .filter(time -> !time.isEmpty())
                .map(Instant::parse),
            asked.value("tailLines").isEmpty() ? 0 : Integer.parseInt(asked.value("tailLines"))),
        (_, line) -> line + "\n");
    return Optional.empty();
  }

  private Optional<JsonNode> argo(Asked asked, HttpExchange exchange) throws IOException {
    if (asked.path().equals("apis/argoproj.io/v1alpha1")) {
      ObjectNode list = JSON.objectNode();
      ArrayNode resources = list.putArray("resources");
      kinds().forEach(kind -> resources.addObject().put("name", kind.plural()));
      return Optional.of(list);
    }
    if (isDenied) {
      throw new ClusterMemory.Refusal(403, "Forbidden", "workflows is forbidden in default");
    }
    boolean isSpaced = asked.part(3).equals("namespaces");
    String space = isSpaced ? asked.part(4) : "";
    String plural = asked.part(isSpaced ? 5 : 3);
    String name = asked.part(isSpaced ? 6 : 4);
    Optional<ArgoKind> kind = kinds().stream().filter(k -> k.plural().equals(plural)).findFirst();
    if (kind.isEmpty()) {
      send(exchange, 404, "text/plain", "404 page not found\n");
      return Optional.empty();
    }
    if (asked.value("watch").equals("true")) {
      long from = Long.parseLong(asked.value("resourceVersion"));
      if (memory().isForgotten(from)) {
        throw new ClusterMemory.Refusal(410, "Expired", "too old resource version");
      }
      String only = asked.value("fieldSelector").replace("metadata.name=", "");
      stream(exchange, "application/json", from, space, only);
      return Optional.empty();
    }
    return Optional.of(object(asked, kind.get(), space, name));
  }

  private JsonNode object(Asked asked, ArgoKind kind, String space, String name) {
    return switch (asked.method()) {
      case "POST" ->
          memory().create(kind, space, body(asked), !asked.value("dryRun").equals("All"));
      case "PUT" -> memory().update(kind, space, body(asked));
      case "PATCH" -> memory().patch(kind, space, name, body(asked));
      case "DELETE" -> {
        memory().delete(kind, space, name);
        yield JSON.objectNode().put("kind", "Status").put("status", "Success");
      }
      default -> name.isEmpty() ? list(asked, kind, space) : memory().get(kind, space, name);
    };
  }

  private JsonNode list(Asked asked, ArgoKind kind, String space) {
    ObjectNode list = JSON.objectNode();
    list.withObject("/metadata").put("resourceVersion", String.valueOf(memory().version()));
    String only = asked.value("fieldSelector").replace("metadata.name=", "");
    page(list, memory().list(kind, space, only), asked.value("limit"), asked.value("continue"));
    return list;
  }

  @Override
  String event(String type, JsonNode object) {
    ObjectNode event = JSON.objectNode().put("type", type);
    event.set("object", object);
    return event + "\n";
  }

  @Override
  String keepAlive() {
    return "";
  }

  @Override
  String failure(int status, String message) {
    return event("ERROR", error(status, "Expired", message));
  }

  @Override
  ObjectNode error(int status, String reason, String message) {
    ObjectNode error = JSON.objectNode().put("kind", "Status").put("status", "Failure");
    error.put("code", status).put("reason", reason).put("message", message);
    if (status == 404) {
      error.putObject("details").put("name", "it");
    }
    return error;
  }

  private static ObjectNode body(Asked asked) {
    return (ObjectNode) asked.body().orElseThrow();
  }

  private static List<ArgoKind> kinds() {
    return Arrays.asList(ArgoKind.values());
  }
}
