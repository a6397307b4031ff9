// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** An Argo Server that keeps templates and cron workflows, with versions as Kubernetes has them. */
public final class TemplateCluster implements Closeable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<String> FIELDS = List.of("template", "cronWorkflow", "workflow");

  private final HttpServer server;
  private final Map<String, ObjectNode> kept = new TreeMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private int version = 1;

  public TemplateCluster() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/api/v1/", this::serve);
    server.start();
  }

  public String address() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** Puts something there. @param path for example {@code workflow-templates/default/greet} */
  public synchronized void keep(String path, String json) {
    try {
      ObjectNode object = (ObjectNode) JSON.readTree(json);
      object
          .withObject("/metadata")
          .put("name", path.substring(path.lastIndexOf('/') + 1))
          .put("resourceVersion", Integer.toString(++version));
      kept.put(path, object);
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  public synchronized Optional<ObjectNode> kept(String path) {
    return Optional.ofNullable(kept.get(path)).map(ObjectNode::deepCopy);
  }

  /** The methods and paths that were asked for. */
  public List<String> asked() {
    return asked;
  }

  private synchronized void serve(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().substring("/api/v1/".length());
    String method = exchange.getRequestMethod();
    asked.add(method + " " + path);
    JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
    boolean isList = path.split("/", -1).length < (path.startsWith("cluster") ? 2 : 3);
    if (path.endsWith("/submit")) {
      submit(exchange, body);
    } else if (path.endsWith("/suspend") || path.endsWith("/resume")) {
      ObjectNode cron = Objects.requireNonNull(kept.get(path.substring(0, path.lastIndexOf('/'))));
      cron.withObject("/spec").put("suspend", path.endsWith("/suspend"));
      answer(exchange, 200, cron.toString());
    } else if (method.equals("POST")) {
      ObjectNode object = object(body);
      keep(path + "/" + object.at("/metadata/name").asText(), object.toString());
      answer(exchange, 200, object.toString());
    } else if (isList) {
      list(exchange, path);
    } else if (!kept.containsKey(path)) {
      answer(exchange, 404, "{\"code\":5,\"message\":\"" + path + " not found\"}");
    } else {
      one(exchange, method, path, body);
    }
  }

  private void one(HttpExchange exchange, String method, String path, JsonNode body)
      throws IOException {
    ObjectNode there = Objects.requireNonNull(kept.get(path));
    switch (method) {
      case "PUT" -> {
        ObjectNode object = object(body);
        boolean isCurrent =
            object.at("/metadata/resourceVersion").equals(there.at("/metadata/resourceVersion"));
        if (isCurrent) {
          keep(path, object.toString());
          answer(exchange, 200, object.toString());
        } else {
          answer(exchange, 409, "{\"code\":6,\"message\":\"the object has been modified\"}");
        }
      }
      case "DELETE" -> {
        kept.remove(path);
        answer(exchange, 200, "{}");
      }
      default -> answer(exchange, 200, there.toString());
    }
  }

  private void list(HttpExchange exchange, String path) throws IOException {
    ObjectNode list = JSON.createObjectNode();
    list.putObject("metadata").put("resourceVersion", "1");
    kept.forEach(
        (each, object) -> {
          if (each.startsWith(path + "/")) {
            list.withArray("/items").add(object);
          }
        });
    answer(exchange, 200, list.toString());
  }

  private void submit(HttpExchange exchange, JsonNode body) throws IOException {
    if (body.at("/submitOptions/priority").asInt() > 100) {
      answer(exchange, 400, "{\"code\":3,\"message\":\"spec.priority is too high\"}");
      return;
    }
    ObjectNode run = JSON.createObjectNode();
    run.putObject("metadata")
        .put("name", body.path("resourceName").asText() + "-x1")
        .put("namespace", "default");
    answer(exchange, 200, run.toString());
  }

  private static ObjectNode object(JsonNode body) {
    return FIELDS.stream()
        .map(body::path)
        .filter(ObjectNode.class::isInstance)
        .map(ObjectNode.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
