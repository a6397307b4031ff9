// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tiphys.exporter.cluster.connection.Connection;
import tiphys.exporter.cluster.connection.ConnectionStore;
import tiphys.exporter.cluster.connection.Target;
import tiphys.exporter.cluster.connection.TokenSource;
import tiphys.exporter.cluster.connection.Trust;

/**
 * Answers on loopback as an Argo Server that keeps the workflows it is sent, in the namespace
 * {@code default}. What its controller would do, a test does with {@link #change}.
 */
public final class LoopbackCluster implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpServer server;
  private final Map<String, ObjectNode> workflows = new LinkedHashMap<>();
  private final List<ObjectNode> changes = new ArrayList<>();
  private final LoopbackLogs logs = new LoopbackLogs();
  private final Map<String, byte[]> artifacts = new HashMap<>();
  private final List<Sent> sent = new CopyOnWriteArrayList<>();
  private volatile Optional<String> nextRefusal = Optional.empty();
  private volatile boolean isDown;
  private volatile String slow = "";
  private final AtomicInteger held = new AtomicInteger();
  private final AtomicInteger streams = new AtomicInteger();
  private int version = 10;

  /** A request that changes something. */
  public record Sent(String method, String path, JsonNode body) {}

  public LoopbackCluster() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::serve);
    server.start();
  }

  public String address() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** Adds the way here to the connections of a configuration folder. */
  public void connect(Path folder, String name) {
    Target target =
        new Target.ArgoServer(URI.create(address()), new TokenSource.None(), new Trust.OfSystem());
    new ConnectionStore(folder).add(new Connection(name, target, "default"));
  }

  /** What was sent, in order; dry runs too. */
  public List<Sent> sent() {
    return sent;
  }

  /** The next request that changes something is refused with this. */
  public void refuseNext(String message) {
    nextRefusal = Optional.of(message);
  }

  /**
   * Requests are held back from now on and answered when this is called with nothing.
   *
   * @param part what their method and path, with a blank in between, hold
   */
  public synchronized void holdBack(String part) {
    slow = part;
    notifyAll();
  }

  /** How many requests wait for their answer. */
  public int held() {
    return held.get();
  }

  private synchronized void awaitTurn(String request) {
    held.incrementAndGet();
    try {
      while (!slow.isEmpty() && request.contains(slow) && !isDown) {
        wait();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      held.decrementAndGet();
    }
  }

  /** While it is down, streams break and every request fails. */
  public synchronized void setDown(boolean down) {
    isDown = down;
    notifyAll();
  }

  /** How many streams of events are open. */
  public int streams() {
    return streams.get();
  }

  public void addLog(String pod, String text) {
    addLog(pod, "main", text);
  }

  public void addLog(String pod, String container, String text) {
    logs.set(pod, container, text);
  }

  /** Breaks the streams of logs that are open. */
  public void cutLogs() {
    logs.cut();
  }

  /** The queries of the logs that were asked for. */
  public List<String> logsAsked() {
    return logs.asked();
  }

  /**
   * @param where {@code node/input-or-output/name} as in the paths of Argo's artifact files
   */
  public synchronized void addArtifact(String where, byte[] content) {
    artifacts.put(where, content);
  }

  public synchronized List<String> names() {
    return List.copyOf(workflows.keySet());
  }

  /** A run as a file of Argo's would have it, or a test writes it. */
  public synchronized void put(String json) {
    store(json(json));
  }

  /** Sets a part of a workflow, for example {@code /status/phase}, to a value of JSON. */
  public synchronized void change(String name, String pointer, String value) {
    ObjectNode workflow = workflow(name).deepCopy();
    int slash = pointer.lastIndexOf('/');
    ObjectNode parent = slash == 0 ? workflow : workflow.withObject(pointer.substring(0, slash));
    parent.set(pointer.substring(slash + 1), tree(value));
    store(workflow);
  }

  /** A task's node of a run whose template {@code main} is a DAG. */
  public void task(String run, String task, String phase, String more) {
    change(
        run,
        "/status/nodes/" + run + "-" + task,
        """
        {"id":"%1$s-%2$s","name":"%1$s.%2$s","displayName":"%2$s","type":"Pod","phase":"%3$s",
         "templateName":"sh","boundaryID":"%1$s","startedAt":"2026-11-25T00:00:00Z"%4$s}
        """
            .formatted(run, task, phase, more));
  }

  /** The phase of a run, with the node of its DAG. */
  public void phase(String run, String phase) {
    change(
        run,
        "/status/nodes/" + run,
        """
        {"id":"%1$s","name":"%1$s","displayName":"%1$s","type":"DAG","phase":"%2$s","templateName":"main"}
        """
            .formatted(run, phase));
    change(run, "/status/startedAt", "\"2026-11-25T00:00:00Z\"");
    change(run, "/status/phase", '"' + phase + '"');
  }

  public synchronized void delete(String name) {
    ObjectNode gone = Optional.ofNullable(workflows.remove(name)).orElseThrow();
    ObjectNode copy = gone.deepCopy();
    copy.withObject("/metadata").put("resourceVersion", Integer.toString(++version));
    copy.put("deleted", true);
    changes.add(copy);
    notifyAll();
  }

  public synchronized ObjectNode workflow(String name) {
    return Optional.ofNullable(workflows.get(name)).orElseThrow();
  }

  private synchronized ObjectNode store(ObjectNode workflow) {
    workflow.withObject("/metadata").put("resourceVersion", Integer.toString(++version));
    ObjectNode metadata = workflow.withObject("/metadata").put("namespace", "default");
    if (!metadata.has("uid")) {
      metadata.put("uid", "uid-of-" + metadata.path("name").asText());
    }
    workflows.put(workflow.at("/metadata/name").asText(), workflow);
    changes.add(workflow.deepCopy());
    notifyAll();
    return workflow;
  }

  private void serve(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String path = exchange.getRequestURI().getPath();
    String method = exchange.getRequestMethod();
    awaitTurn(method + " " + exchange.getRequestURI());
    if (isDown) {
      answer(exchange, 503, "{\"code\":14,\"message\":\"down\"}");
      return;
    }
    if (!method.equals("GET")) {
      sent.add(new Sent(method, path, body.isEmpty() ? JSON.nullNode() : tree(body)));
      Optional<String> refusal = nextRefusal;
      nextRefusal = Optional.empty();
      if (refusal.isPresent()) {
        answer(
            exchange,
            400,
            JSON.createObjectNode().put("code", 3).put("message", refusal.get()).toString());
        return;
      }
    }
    String query = Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("");
    if (path.startsWith("/api/v1/workflow-events/")) {
      stream(exchange, query);
    } else if (path.endsWith("/log")) {
      String run = path.split("/", -1)[5];
      logs.stream(exchange, query, () -> isDown || isOver(run));
    } else if (path.startsWith("/artifact-files/")) {
      artifact(exchange, path);
    } else {
      object(exchange, method, path, query, body);
    }
  }

  private void object(HttpExchange exchange, String method, String path, String query, String body)
      throws IOException {
    String[] parts = path.split("/", -1);
    String name = parts.length > 5 ? parts[5] : "";
    String verb = parts.length > 6 ? parts[6] : "";
    if (name.isEmpty()) {
      answer(exchange, 200, method.equals("POST") ? created(body) : list(query));
      return;
    }
    Optional<String> found = found(name);
    if (found.isEmpty()) {
      answer(exchange, 404, "{\"code\":5,\"message\":\"workflows " + name + " not found\"}");
      return;
    }
    if (method.equals("DELETE")) {
      delete(name);
      answer(exchange, 200, "{}");
      return;
    }
    if (verb.equals("retry")) {
      change(name, "/status/phase", "\"Running\"");
    }
    answer(exchange, 200, verb.equals("resubmit") ? again(name) : found(name).orElseThrow());
  }

  private synchronized Optional<String> found(String name) {
    return Optional.ofNullable(workflows.get(name)).map(ObjectNode::toString);
  }

  private synchronized String again(String name) {
    ObjectNode copy = workflow(name).deepCopy();
    copy.remove("status");
    copy.withObject("/metadata").put("name", name + "-again");
    return store(copy).toString();
  }

  private synchronized String created(String body) {
    ObjectNode request = json(body);
    ObjectNode workflow = (ObjectNode) request.path("workflow").deepCopy();
    ObjectNode metadata = workflow.withObject("/metadata");
    if (metadata.path("name").asText("").isEmpty()) {
      metadata.put(
          "name", metadata.path("generateName").asText("x-") + "r" + (workflows.size() + 1));
    }
    boolean isDry = request.at("/createOptions/dryRun").isArray();
    return isDry ? workflow.toString() : store(workflow).toString();
  }

  private synchronized String list(String query) {
    ObjectNode list = JSON.createObjectNode();
    list.withObject("/metadata").put("resourceVersion", Integer.toString(version));
    var items = list.putArray("items");
    workflows.forEach(
        (name, workflow) -> {
          if (isMeant(query, name)) {
            items.add(workflow);
          }
        });
    return list.toString();
  }

  private static boolean isMeant(String query, String name) {
    return !query.contains("metadata.name=") || query.contains("metadata.name=" + name);
  }

  private void stream(HttpExchange exchange, String query) throws IOException {
    int from = Integer.parseInt(query.replaceAll("(?s).*resourceVersion=(\\d+).*", "$1"));
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    streams.incrementAndGet();
    try (OutputStream out = exchange.getResponseBody()) {
      while (!isDown) {
        List<ObjectNode> fresh = after(from);
        if (fresh.isEmpty()) {
          pause();
        }
        for (ObjectNode change : fresh) {
          from = change.at("/metadata/resourceVersion").asInt();
          if (isMeant(query, change.at("/metadata/name").asText())) {
            out.write(event(change).getBytes(StandardCharsets.UTF_8));
          }
        }
        out.write(":\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
      }
    } catch (IOException _) {
      // whoever listened has gone
    } finally {
      streams.decrementAndGet();
      exchange.close();
    }
  }

  private static String event(ObjectNode change) {
    boolean isDeleted = change.has("deleted");
    ObjectNode event = JSON.createObjectNode();
    event.putObject("result").put("type", isDeleted ? "DELETED" : "MODIFIED").set("object", change);
    return "data: " + event + " \n\n";
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized List<ObjectNode> after(int from) {
    return changes.stream()
        .filter(change -> change.at("/metadata/resourceVersion").asInt() > from)
        .toList();
  }

  private synchronized boolean isOver(String run) {
    String phase = found(run).map(text -> tree(text).at("/status/phase").asText("")).orElse("Gone");
    return !phase.isEmpty() && !phase.equals("Pending") && !phase.equals("Running");
  }

  private void artifact(HttpExchange exchange, String path) throws IOException {
    byte[] content;
    synchronized (this) {
      content =
          artifacts.entrySet().stream()
              .filter(each -> path.endsWith(each.getKey()))
              .map(Map.Entry::getValue)
              .findFirst()
              .orElse(new byte[0]);
    }
    exchange.sendResponseHeaders(content.length == 0 ? 404 : 200, Math.max(1, content.length));
    exchange.getResponseBody().write(content.length == 0 ? new byte[1] : content);
    exchange.close();
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static JsonNode tree(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode json(String text) {
    return (ObjectNode) tree(text);
  }

  @Override
  public void close() {
    setDown(true);
    // it waits for its own dispatcher, which no test needs to
    Thread.ofVirtual().start(() -> server.stop(0));
  }
}
