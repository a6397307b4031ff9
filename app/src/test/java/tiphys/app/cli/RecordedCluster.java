// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Answers as an Argo Server that has one run, {@code old}, and takes another, {@code made}. */
public final class RecordedCluster implements AutoCloseable {
  public static final String TOKEN = "hush-hush-token";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpServer server;
  private final Map<String, String> bodies = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  public RecordedCluster() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::serve);
    server.start();
  }

  public String address() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** What was sent to a path that ends so. */
  public JsonNode sent(String end) throws IOException {
    String key = bodies.keySet().stream().filter(path -> path.endsWith(end)).findFirst().orElse("");
    return JSON.readTree(bodies.getOrDefault(key, "null"));
  }

  public List<String> asked() {
    return asked;
  }

  private void serve(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    asked.add(exchange.getRequestMethod() + " " + path);
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    if (!body.isEmpty()) {
      bodies.put(path, body);
    }
    String given = exchange.getRequestHeaders().getFirst("Authorization");
    if (!("Bearer " + TOKEN).equals(given)) {
      answer(exchange, 401, "{\"code\":16,\"message\":\"token not valid\"}");
      return;
    }
    String query = Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("");
    String end = path.substring(path.lastIndexOf('/') + 1);
    if (path.startsWith("/artifact-files/")) {
      boolean isThere = path.equals("/artifact-files/default/workflows/old/old-1/outputs/greeting");
      exchange.getResponseHeaders().set("Content-Disposition", "filename=\"greeting.txt\"");
      answer(exchange, isThere ? 200 : 500, isThere ? "hello" : "Internal Server Error\n");
    } else if (path.startsWith("/api/v1/workflow-events/")) {
      String run = query.contains("metadata.name=old") ? "old" : "made";
      String event =
          "data: {\"result\":{\"type\":\"MODIFIED\",\"object\":" + run(run, true) + "}} \n\n";
      exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
      answer(exchange, 200, event);
    } else if (end.equals("log")) {
      answer(
          exchange,
          200,
          "data: {\"result\":{\"content\":\"hello you\",\"podName\":\"old-1\"}} \n\n");
    } else if (path.equals("/api/v1/workflows/default")) {
      boolean isCreated = exchange.getRequestMethod().equals("POST");
      answer(exchange, 200, isCreated ? run("made", false) : list(query));
    } else if (path.equals("/api/v1/archived-workflows")) {
      answer(exchange, 200, "{\"items\":[" + run("kept", true) + "," + run("old", true) + "]}");
    } else if (path.startsWith("/api/v1/cron-workflows/default")) {
      answer(exchange, 200, cron(path));
    } else {
      answer(exchange, path.contains("/none") ? 404 : 200, whole(path, end));
    }
  }

  private static String cron(String path) {
    String one = "{\"metadata\":{\"name\":\"nightly\"},\"spec\":{\"schedules\":[\"0 2 * * *\"]}}";
    return path.endsWith("default") ? "{\"items\":[" + one + "]}" : one;
  }

  private static String list(String query) {
    String run = run(query.contains("metadata.name=made") ? "made" : "old", false);
    return query.contains("none")
        ? "{\"metadata\":{\"resourceVersion\":\"7\"},\"items\":[]}"
        : "{\"metadata\":{\"resourceVersion\":\"7\"},\"items\":[" + run + "]}";
  }

  private static String whole(String path, String end) {
    return switch (end) {
      case "version" -> "{\"version\":\"v4.1.2\"}";
      case "userinfo" -> "{\"serviceAccountName\":\"me\"}";
      case "none" -> "{\"code\":5,\"message\":\"workflows none not found\"}";
      case "resubmit" -> run("made", false);
      default ->
          path.contains("/old")
              ? run("old", true)
              : run(path.contains("kept") ? "kept" : "made", path.contains("kept"));
    };
  }

  private static String run(String name, boolean isOver) {
    String phase = isOver ? name.equals("old") ? "Failed" : "Succeeded" : "Running";
    String message = name.equals("old") && isOver ? "exit code 1" : "";
    try {
      ObjectNode run = JSON.createObjectNode();
      run.putObject("metadata")
          .put("name", name)
          .put("namespace", "default")
          .put("uid", "uid-of-" + name)
          .put("resourceVersion", isOver ? "9" : "8")
          .put("creationTimestamp", "2026-11-25T00:00:00Z");
      run.withObject("/metadata").putArray("managedFields").addObject().put("manager", "argo");
      run.set(
          "spec",
          JSON.readTree(
              """
          {"entrypoint":"main","templates":[
            {"name":"main","dag":{"tasks":[{"name":"greet","template":"hello"}]}},
            {"name":"hello","container":{"image":"busybox"}}]}
          """));
      run.set(
          "status",
          JSON.readTree(
              """
      {"phase":"%s","progress":"1/1","nodes":{
       "%2$s":{"id":"%2$s","name":"%2$s","displayName":"%2$s","type":"DAG","phase":"%1$s","templateName":"main","children":["%2$s-1"]},
       "%2$s-1":{"id":"%2$s-1","name":"%2$s.greet","displayName":"greet","type":"Pod","phase":"%1$s","templateName":"hello","boundaryID":"%2$s","message":"%3$s",
       "outputs":{"artifacts":[{"name":"greeting","s3":{"key":"%2$s/greeting.txt"}},{"name":"gone","s3":{"key":"x"}}]}}}}
      """
                  .formatted(phase, name, message)));
      return run.toString();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
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
