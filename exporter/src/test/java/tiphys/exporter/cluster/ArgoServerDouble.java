// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.net.ssl.SSLContext;
import tiphys.exporter.cluster.action.Changes;
import tiphys.exporter.cluster.action.RetryPlan;
import tiphys.exporter.cluster.action.RunAction;
import tiphys.exporter.cluster.status.WorkflowObject;
import tiphys.model.problem.Outcome;

/** Speaks as an Argo Server does: its REST paths, its errors, its server-sent events. */
public final class ArgoServerDouble extends ClusterDouble {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Map<Integer, Integer> GRPC =
      Map.of(400, 3, 401, 16, 403, 7, 404, 5, 409, 6, 422, 3);

  private final ArtifactDouble artifacts = new ArtifactDouble();
  private volatile String version = "v4.1.2";
  private volatile String base = "";
  private final AtomicReference<Runnable> afterList = new AtomicReference<>(() -> {});

  public ArgoServerDouble(Optional<SSLContext> tls) {
    super(tls);
  }

  ArtifactDouble artifacts() {
    return artifacts;
  }

  @Override
  void deny() {
    refuseAll(
        "/workflows/",
        403,
        "application/json",
        error(403, "Forbidden", "workflows.argoproj.io is forbidden in the namespace default")
            .toString());
  }

  @Override
  public void setVersion(String other) {
    version = other;
  }

  /** Something happens between the next list and the look at its version. */
  void afterNextList(Runnable change) {
    afterList.set(change);
  }

  /** It serves below this path from now on, and nowhere else. */
  public void setBase(String path) {
    base = path;
  }

  @Override
  Optional<JsonNode> answer(Asked whole, HttpExchange exchange) throws IOException {
    Asked asked = whole.below(base);
    if (asked.path().startsWith("artifact-files/")) {
      artifacts.answer(asked, exchange);
      return Optional.empty();
    }
    if (!asked.path().startsWith("api/v1/")) {
      send(exchange, 404, "text/plain", "404 page not found\n");
      return Optional.empty();
    }
    return switch (asked.part(2)) {
      case "version" -> Optional.of(JSON.objectNode().put("version", version));
      case "info" -> Optional.of(JSON.objectNode().put("managedNamespace", "default"));
      case "userinfo" -> Optional.of(JSON.objectNode().put("serviceAccountName", "me"));
      case "workflow-events" -> events(asked, exchange);
      case "archived-workflows" ->
          Optional.of(
              asked.part(3).isEmpty()
                  ? list(asked, ArgoKind.WORKFLOW, "default")
                  : archived(asked.part(3)));
      default -> resource(asked, exchange);
    };
  }

  private ObjectNode archived(String uid) {
    return memory().list(ArgoKind.WORKFLOW, "default", "").stream()
        .filter(run -> run.at("/metadata/uid").asText("").equals(uid))
        .findFirst()
        .orElseThrow(() -> new ClusterMemory.Refusal(404, "NotFound", "not found"));
  }

  private Optional<JsonNode> events(Asked asked, HttpExchange exchange) throws IOException {
    String from = asked.value("listOptions.resourceVersion");
    String only = asked.value("listOptions.fieldSelector").replace("metadata.name=", "");
    long version = from.isEmpty() ? 0 : Long.parseLong(from);
    boolean isServerSent = asked.accept().equals("text/event-stream");
    if (!isServerSent) {
      throw new ClusterMemory.Refusal(400, "BadRequest", "the header must be exact");
    }
    if (memory().isForgotten(version)) {
      throw new ClusterMemory.Refusal(400, "BadRequest", "too old resource version: 1 (2)");
    }
    stream(exchange, "text/event-stream", version, asked.part(3), only);
    return Optional.empty();
  }

  private Optional<JsonNode> resource(Asked asked, HttpExchange exchange) throws IOException {
    Optional<ArgoKind> kind =
        Arrays.stream(ArgoKind.values())
            .filter(each -> each.serverPath().equals(asked.part(2)))
            .findFirst();
    if (kind.isEmpty()) {
      throw new ClusterMemory.Refusal(404, "NotFound", "Not Found");
    }
    int next = kind.get().isNamespaced() ? 4 : 3;
    String space = kind.get().isNamespaced() ? asked.part(3) : "";
    String name = asked.part(next);
    String verb = asked.part(next + 1);
    if (verb.equals("log")) {
      log(asked, exchange, name);
      return Optional.empty();
    }
    if (name.equals("submit")) {
      return Optional.of(submit(asked, space));
    }
    if (!verb.isEmpty()) {
      return Optional.of(verb(asked, kind.get(), space, name, verb));
    }
    return Optional.of(object(asked, kind.get(), space, name));
  }

  private JsonNode object(Asked asked, ArgoKind kind, String space, String name) {
    return switch (asked.method()) {
      case "POST" ->
          memory()
              .create(
                  kind,
                  space,
                  written(asked, kind),
                  body(asked).at("/createOptions/dryRun").isMissingNode());
      case "PUT" -> {
        if (kind == ArgoKind.WORKFLOW) {
          throw new ClusterMemory.Refusal(501, "NotImplemented", "Not Implemented");
        }
        yield memory().update(kind, space, written(asked, kind));
      }
      case "DELETE" -> {
        memory().delete(kind, space, name);
        yield JSON.objectNode();
      }
      default -> name.isEmpty() ? list(asked, kind, space) : memory().get(kind, space, name);
    };
  }

  /** With the empty fields that the server adds to whatever goes through it. */
  private static ObjectNode written(Asked asked, ArgoKind kind) {
    ObjectNode object = (ObjectNode) body(asked).path(kind.bodyField());
    JsonNode spec = object.path("spec").path(kind == ArgoKind.CRON_WORKFLOW ? "workflowSpec" : "");
    for (JsonNode template :
        (spec.isMissingNode() ? object.path("spec") : spec).path("templates")) {
      List.of("inputs", "outputs", "metadata").forEach(((ObjectNode) template)::withObjectProperty);
    }
    if (object.path("spec") instanceof ObjectNode written && kind != ArgoKind.CRON_WORKFLOW) {
      written.withObjectProperty("arguments");
    }
    return object;
  }

  private JsonNode submit(Asked asked, String space) {
    JsonNode body = body(asked);
    ArgoKind kind = ArgoKind.of(body.path("resourceKind").asText()).orElseThrow();
    ObjectNode from = memory().get(kind, space, body.path("resourceName").asText());
    Map<String, String> parameters = parameters(body.path("submitOptions").path("parameters"));
    return memory()
        .create(
            ArgoKind.WORKFLOW,
            space,
            SubmitOptions.with(parameters).applyTo(TemplateSubmission.of(kind, from)),
            body.at("/submitOptions/serverDryRun").isMissingNode());
  }

  private JsonNode verb(Asked asked, ArgoKind kind, String space, String name, String verb) {
    if (kind == ArgoKind.CRON_WORKFLOW) {
      ObjectNode patch = JSON.objectNode();
      patch.putObject("spec").put("suspend", verb.equals("suspend"));
      return memory().patch(kind, space, name, patch);
    }
    JsonNode body = body(asked);
    String selector = body.path("nodeFieldSelector").asText("");
    if (verb.equals("set") && selector.isEmpty()) {
      throw new ClusterMemory.Refusal(
          500, "Internal", "'set' currently only targets suspend nodes");
    }
    return switch (verb) {
      case "suspend" -> ifRunning(space, name, Changes.suspension());
      case "terminate" -> ifRunning(space, name, Changes.shutdown("Terminate"));
      case "stop" ->
          selector.isEmpty()
              ? ifRunning(space, name, Changes.shutdown("Stop"))
              : rewrite(
                  name,
                  workflow ->
                      Changes.failed(
                          workflow, new RunAction.Stop(selector, body.path("message").asText(""))));
      case "resume" ->
          rewrite(
              name,
              workflow -> Changes.resumed(workflow, new RunAction.Resume(selector, Map.of())));
      case "set" ->
          rewrite(
              name,
              workflow ->
                  Changes.resumed(
                      workflow,
                      new RunAction.Resume(
                          selector,
                          texts(ClusterMemory.json(body.path("outputParameters").asText("{}"))))));
      case "retry" ->
          rewrite(
              name,
              workflow ->
                  RetryPlan.of(
                          new WorkflowObject(workflow),
                          new RunAction.Retry(
                              selector,
                              body.path("restartSuccessful").asBoolean(false)
                                  ? RunAction.Successful.RESTARTED
                                  : RunAction.Successful.KEPT,
                              parameters(body.path("parameters"))))
                      .then(
                          plan -> {
                            plan.pods().forEach(memory()::removePod);
                            return Outcome.done(plan.workflow());
                          }));
      case "resubmit" ->
          memory()
              .create(
                  ArgoKind.WORKFLOW,
                  space,
                  orRefused(
                      Changes.resubmitted(
                          memory().get(kind, space, name),
                          new RunAction.Resubmit(
                              body.path("memoized").asBoolean(false)
                                  ? RunAction.Memoized.YES
                                  : RunAction.Memoized.NO,
                              parameters(body.path("parameters"))))),
                  true);
      default -> throw new ClusterMemory.Refusal(404, "NotFound", "Not Found");
    };
  }

  private JsonNode ifRunning(String space, String name, ObjectNode patch) {
    WorkflowObject there = new WorkflowObject(memory().get(ArgoKind.WORKFLOW, space, name));
    if (there.isFinished()) {
      throw new ClusterMemory.Refusal(400, "BadRequest", "cannot shutdown a completed workflow");
    }
    return memory().patch(ArgoKind.WORKFLOW, space, name, patch);
  }

  private JsonNode rewrite(String name, Function<ObjectNode, Outcome<ObjectNode>> change) {
    return memory().change(name, workflow -> orRefused(change.apply(workflow)));
  }

  private static ObjectNode orRefused(Outcome<ObjectNode> outcome) {
    return outcome
        .result()
        .orElseThrow(
            () ->
                new ClusterMemory.Refusal(
                    400, "BadRequest", outcome.refusal().orElseThrow().code().key()));
  }

  private void log(Asked asked, HttpExchange exchange, String workflow) throws IOException {
    memory().get(ArgoKind.WORKFLOW, asked.part(3), workflow);
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    boolean isTimed = asked.value("logOptions.timestamps").equals("true");
    String newest = asked.value("logOptions.tailLines");
    logs().stream(
        exchange,
        new LogDouble.Asked(
            workflow,
            asked.value("podName"),
            asked.value("logOptions.container"),
            asked.value("logOptions.follow").equals("true"),
            Optional.empty(),
            newest.isEmpty() ? 0 : Integer.parseInt(newest)),
        (pod, line) -> logEvent(pod, isTimed ? line : line.substring(line.indexOf(' ') + 1)));
  }

  private static String logEvent(String pod, String line) {
    ObjectNode event = JSON.objectNode();
    event.putObject("result").put("content", line).put("podName", pod);
    return "data: " + event + " \n\n";
  }

  private JsonNode list(Asked asked, ArgoKind kind, String space) {
    ObjectNode list = JSON.objectNode();
    List<String> selectors =
        new ArrayList<>(List.of(asked.value("listOptions.fieldSelector").split(",", -1)));
    boolean isCounted = selectors.remove("ext.showRemainingItemCount=true");
    String only = String.join(",", selectors).replace("metadata.name=", "");
    page(
        list,
        memory().list(kind, space, only),
        asked.value("listOptions.limit"),
        asked.value("listOptions.continue"));
    if (!isCounted && !asked.part(2).equals("archived-workflows")) {
      // of runs that are not counted it tells no other page, though there is one
      list.withObject("/metadata").remove("continue");
    }
    list.path("items").forEach(ArgoServerDouble::asOfArchive);
    afterList.getAndSet(() -> {}).run();
    list.withObject("/metadata").put("resourceVersion", String.valueOf(memory().version()));
    if (asked.value("fields").startsWith("-items.status.nodes,")) {
      list.path("items").forEach(item -> leaveOut(item.path("status")));
    }
    return list;
  }

  /** What was archived is told as the archive has it. */
  private static void asOfArchive(JsonNode item) {
    if (new WorkflowObject((ObjectNode) item).isOfArchive()) {
      ((ObjectNode) item.path("metadata")).remove("resourceVersion");
      leaveOut(item.path("status"));
    }
  }

  private static void leaveOut(JsonNode status) {
    if (status instanceof ObjectNode object) {
      object.remove(List.of("nodes", "compressedNodes", "storedTemplates"));
    }
  }

  /** With the blank before the line's end that grpc-gateway's forwarder of Argo writes. */
  @Override
  String event(String type, JsonNode object) {
    ObjectNode event = JSON.objectNode();
    event.putObject("result").put("type", type).set("object", object);
    return "data: " + event + " \n\n";
  }

  @Override
  String keepAlive() {
    return ":\n";
  }

  @Override
  void refuse(HttpExchange exchange, Asked asked, ClusterMemory.Refusal refusal)
      throws IOException {
    if (asked.accept().equals("text/event-stream")) {
      String event = failure(refusal.status(), String.valueOf(refusal.getMessage()));
      send(exchange, refusal.status(), asked.accept(), event);
    } else {
      super.refuse(exchange, asked, refusal);
    }
  }

  @Override
  String failure(int status, String message) {
    ObjectNode event = JSON.objectNode();
    event
        .putObject("error")
        .put("grpc_code", GRPC.getOrDefault(status, 2))
        .put("http_code", status)
        .put("message", message)
        .put("http_status", "");
    return "data: " + event + " \n\n";
  }

  @Override
  ObjectNode error(int status, String reason, String message) {
    ObjectNode error = JSON.objectNode().put("code", GRPC.getOrDefault(status, 2));
    error.put("message", message).put("error", message).putArray("details");
    return error;
  }

  private static JsonNode body(Asked asked) {
    return asked.body().orElseThrow();
  }

  private static Map<String, String> parameters(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(JsonNode::asText)
        .collect(
            Collectors.toMap(
                pair -> pair.substring(0, pair.indexOf('=')),
                pair -> pair.substring(pair.indexOf('=') + 1)));
  }

  private static Map<String, String> texts(JsonNode object) {
    return object.properties().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().asText()));
  }
}
