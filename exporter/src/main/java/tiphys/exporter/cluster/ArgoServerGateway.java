// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import static tiphys.exporter.cluster.transport.Call.part;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import tiphys.exporter.cluster.action.RunAction;
import tiphys.exporter.cluster.status.WorkflowObject;
import tiphys.exporter.cluster.transport.Answer;
import tiphys.exporter.cluster.transport.Call;
import tiphys.exporter.cluster.transport.LineStream;
import tiphys.exporter.cluster.transport.Transport;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;

/** Through an Argo Server: its REST paths and its server-sent events (Argo: swagger.json). */
final class ArgoServerGateway implements ClusterGateway {
  private static final String API = "/api/v1/";

  /** It must be exactly this, or the stream has no signs of life. */
  private static final String EVENTS = "text/event-stream";

  /** The server sends a sign of life each 15 s. */
  private static final Duration SILENCE = Duration.ofSeconds(45);

  private final Transport transport;
  private final String namespace;

  ArgoServerGateway(Transport transport, String namespace) {
    this.transport = transport;
    this.namespace = namespace.isEmpty() ? "default" : namespace;
  }

  @Override
  public String address() {
    return transport.address();
  }

  @Override
  public String namespace() {
    return namespace;
  }

  @Override
  public List<CheckStep> check(Duration patience, Consumer<CheckStep> told) {
    return new ArgoServerCheck(transport, namespace, patience, told).steps();
  }

  @Override
  public Outcome<Listing> list(ArgoKind kind, String space, ObjectFilter filter) {
    return lists(kind, space).of(filter);
  }

  @Override
  public Outcome<Listing> listToWatch(String space, ObjectFilter filter) {
    ServerLists lists = lists(ArgoKind.WORKFLOW, space);
    return lists
        .version()
        .then(
            from ->
                lists
                    .atOnce(filter)
                    .then(found -> Outcome.done(new Listing(whole(found, filter), from))));
  }

  private ServerLists lists(ArgoKind kind, String space) {
    return new ServerLists(kind, path(kind, space), this::send);
  }

  /** Of what the archive has a list does not tell the nodes, though the cluster may have it too. */
  private List<ObjectNode> whole(Listing found, ObjectFilter filter) {
    if (filter.name().isEmpty()) {
      return found.items();
    }
    return found.items().stream()
        .map(WorkflowObject::new)
        .map(
            run ->
                run.isOfArchive()
                    ? get(ArgoKind.WORKFLOW, run.namespace(), run.name())
                        .result()
                        .orElse(run.json())
                    : run.json())
        .toList();
  }

  @Override
  public Outcome<ObjectNode> get(ArgoKind kind, String space, String name) {
    return send(Call.get(path(kind, space) + "/" + part(name)));
  }

  @Override
  public Outcome<ObjectNode> create(ArgoKind kind, String space, ObjectNode object, Trial trial) {
    ObjectNode body = body(kind, space, object);
    if (trial == Trial.DRY_RUN) {
      body.putObject("createOptions").putArray("dryRun").add("All");
      if (kind == ArgoKind.WORKFLOW) {
        body.put("serverDryRun", true);
      }
    }
    return send(Call.post(path(kind, space), body));
  }

  @Override
  public Outcome<ObjectNode> update(ArgoKind kind, String space, ObjectNode object) {
    String name = object.at("/metadata/name").asText("");
    return send(Call.put(path(kind, space) + "/" + part(name), body(kind, space, object)));
  }

  @Override
  public Outcome<ObjectNode> delete(ArgoKind kind, String space, String name) {
    return send(Call.delete(path(kind, space) + "/" + part(name)));
  }

  @Override
  public Outcome<ObjectNode> submitFrom(
      ArgoKind kind, String space, String name, SubmitOptions options, Trial trial) {
    ObjectNode body = object().put("namespace", chosen(space));
    body.put("resourceKind", kind.argoName()).put("resourceName", name);
    ObjectNode wishes = options.toServer();
    if (trial == Trial.DRY_RUN) {
      wishes.put("serverDryRun", true);
    }
    body.set("submitOptions", wishes);
    return send(Call.post(path(ArgoKind.WORKFLOW, space) + "/submit", body));
  }

  @Override
  public Outcome<WorkflowObject> act(String space, String name, RunAction action) {
    ServerVerb verb = ServerVerb.of(action);
    verb.body().put("name", name).put("namespace", chosen(space));
    String path = path(ArgoKind.WORKFLOW, space) + "/" + part(name) + "/" + verb.word();
    return send(Call.put(path, verb.body()))
        .then(answer -> Outcome.done(new WorkflowObject(answer)));
  }

  @Override
  public Outcome<ObjectNode> setCron(String space, String name, CronState state) {
    ObjectNode body = object().put("name", name).put("namespace", chosen(space));
    String verb = state == CronState.SUSPENDED ? "suspend" : "resume";
    return send(
        Call.put(path(ArgoKind.CRON_WORKFLOW, space) + "/" + part(name) + "/" + verb, body));
  }

  @Override
  public Outcome<EventStream> watch(String space, ObjectFilter filter, String resourceVersion) {
    Call call =
        ServerLists.filtered(Call.get(API + "workflow-events/" + part(chosen(space))), filter)
            .with("listOptions.resourceVersion", resourceVersion)
            .accepting(EVENTS);
    return transport
        .lines(call)
        .then(lines -> Outcome.done(lines.closingAfterSilence(SILENCE)))
        .then(lines -> Outcome.done(EventStream.ofServerSent(lines, address())));
  }

  @Override
  public Outcome<LogStream> logs(String space, LogRequest request) {
    Call call =
        Call.get(path(ArgoKind.WORKFLOW, space) + "/" + part(request.run()) + "/log")
            .with("podName", request.pod())
            .with("logOptions.container", request.container())
            .with("logOptions.follow", request.isFollowing() ? "true" : "")
            .with("logOptions.timestamps", "true")
            .with("logOptions.tailLines", request.newest() > 0 ? "" + request.newest() : "")
            .accepting(EVENTS);
    Outcome<LineStream> opened = transport.lines(call);
    return opened.then(lines -> Outcome.done(new ServerLog(lines.closingAfterSilence(SILENCE))));
  }

  @Override
  public Outcome<ServedArtifact> artifact(String space, ArtifactPlace place, String path) {
    return new ServerArtifacts(transport, chosen(space), place).get(path);
  }

  @Override
  public Outcome<Listing> archived(String space, ObjectFilter filter) {
    return new ServerLists(ArgoKind.WORKFLOW, API + "archived-workflows", this::send)
        .inPages(
            filter,
            call ->
                call.with("namespace", chosen(space))
                    .with("listOptions.fieldSelector", filter.fieldSelector()));
  }

  @Override
  public Outcome<ObjectNode> archivedRun(String space, String uid) {
    return send(Call.get(API + "archived-workflows/" + part(uid)).with("namespace", chosen(space)));
  }

  @Override
  public void close() {
    transport.close();
  }

  private Outcome<ObjectNode> send(Call call) {
    return transport.send(call).then(this::object);
  }

  private Outcome<ObjectNode> object(Answer answer) {
    return answer.object(address(), ProblemCode.CLUSTER_NOT_ARGO);
  }

  private String path(ArgoKind kind, String space) {
    return API + kind.serverPath() + (kind.isNamespaced() ? "/" + part(chosen(space)) : "");
  }

  private String chosen(String space) {
    return space.isEmpty() ? namespace : space;
  }

  private ObjectNode body(ArgoKind kind, String space, ObjectNode object) {
    ObjectNode body = object();
    if (kind.isNamespaced()) {
      body.put("namespace", chosen(space));
    }
    body.set(kind.bodyField(), object);
    return body;
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
