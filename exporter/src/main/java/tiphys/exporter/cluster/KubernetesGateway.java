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
import tiphys.exporter.cluster.transport.KubernetesTransport;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;

/**
 * Straight through the Kubernetes API: what {@code argo} does without a server is done here (Argo:
 * pkg/apiclient/argo-kube-client.go).
 */
final class KubernetesGateway implements ClusterGateway {
  private static final String GROUP = "/apis/argoproj.io/v1alpha1";

  /** A watch ends after this and goes on anew, so that nothing on the way cuts it as idle. */
  private static final int WATCH_SECONDS = 290;

  private static final Duration SILENCE = Duration.ofSeconds(WATCH_SECONDS + 40L);

  private final KubernetesTransport transport;
  private final String namespace;

  KubernetesGateway(KubernetesTransport transport, String namespace) {
    this.transport = transport;
    this.namespace = namespace.isEmpty() ? transport.namespace() : namespace;
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
    return new KubernetesCheck(transport, namespace, patience, told).steps();
  }

  @Override
  public Outcome<Listing> list(ArgoKind kind, String space, ObjectFilter filter) {
    return new Pages(
            filter,
            (limit, next) ->
                send(
                    filtered(Call.get(path(kind, space)), filter)
                        .with("limit", limit)
                        .with("continue", next)))
        .all();
  }

  @Override
  public Outcome<ObjectNode> get(ArgoKind kind, String space, String name) {
    return send(Call.get(path(kind, space) + "/" + part(name)));
  }

  @Override
  public Outcome<ObjectNode> create(ArgoKind kind, String space, ObjectNode object, Trial trial) {
    Call call = Call.post(path(kind, space), typed(kind, object));
    return send(trial == Trial.DRY_RUN ? call.with("dryRun", "All") : call);
  }

  @Override
  public Outcome<ObjectNode> update(ArgoKind kind, String space, ObjectNode object) {
    String name = object.at("/metadata/name").asText("");
    return send(Call.put(path(kind, space) + "/" + part(name), typed(kind, object)));
  }

  @Override
  public Outcome<ObjectNode> delete(ArgoKind kind, String space, String name) {
    return send(
        Call.delete(path(kind, space) + "/" + part(name)).with("propagationPolicy", "Background"));
  }

  @Override
  public Outcome<ObjectNode> submitFrom(
      ArgoKind kind, String space, String name, SubmitOptions options, Trial trial) {
    return get(kind, space, name)
        .then(from -> Outcome.done(TemplateSubmission.of(kind, from)))
        .then(made -> create(ArgoKind.WORKFLOW, space, options.applyTo(made), trial));
  }

  @Override
  public Outcome<WorkflowObject> act(String space, String name, RunAction action) {
    return new KubernetesActions(this, transport, chosen(space)).act(name, action);
  }

  @Override
  public Outcome<ObjectNode> setCron(String space, String name, CronState state) {
    ObjectNode patch = JsonNodeFactory.instance.objectNode();
    patch.putObject("spec").put("suspend", state == CronState.SUSPENDED);
    return send(Call.mergePatch(path(ArgoKind.CRON_WORKFLOW, space) + "/" + part(name), patch));
  }

  @Override
  public Outcome<EventStream> watch(String space, ObjectFilter filter, String resourceVersion) {
    Call call =
        filtered(Call.get(path(ArgoKind.WORKFLOW, space)), filter)
            .with("watch", "true")
            .with("allowWatchBookmarks", "true")
            .with("timeoutSeconds", String.valueOf(WATCH_SECONDS))
            .with("resourceVersion", resourceVersion);
    return transport
        .lines(call)
        .then(lines -> Outcome.done(lines.closingAfterSilence(SILENCE)))
        .then(lines -> Outcome.done(EventStream.ofLines(lines, address())));
  }

  @Override
  public Outcome<LogStream> logs(String space, LogRequest request) {
    return PodLogs.open(this, transport, chosen(space), request);
  }

  @Override
  public Outcome<ServedArtifact> artifact(String space, ArtifactPlace place, String path) {
    return Outcome.refused(ProblemCode.CLUSTER_ARTIFACT_NEEDS_SERVER, place.name());
  }

  @Override
  public Outcome<Listing> archived(String space, ObjectFilter filter) {
    return Outcome.refused(ProblemCode.CLUSTER_NEEDS_SERVER);
  }

  @Override
  public Outcome<ObjectNode> archivedRun(String space, String uid) {
    return Outcome.refused(ProblemCode.CLUSTER_NEEDS_SERVER);
  }

  @Override
  public void close() {
    transport.close();
  }

  Outcome<ObjectNode> patch(String space, String name, ObjectNode patch) {
    return send(Call.mergePatch(path(ArgoKind.WORKFLOW, space) + "/" + part(name), patch));
  }

  private Outcome<ObjectNode> send(Call call) {
    return transport.send(call).then(this::object);
  }

  private Outcome<ObjectNode> object(Answer answer) {
    return answer.object(address(), ProblemCode.CLUSTER_WITHOUT_ARGO);
  }

  private static Call filtered(Call call, ObjectFilter filter) {
    return call.with("labelSelector", filter.labels())
        .with("fieldSelector", filter.fieldSelector());
  }

  private String path(ArgoKind kind, String space) {
    String scope = kind.isNamespaced() ? "/namespaces/" + part(chosen(space)) : "";
    return GROUP + scope + "/" + kind.plural();
  }

  private String chosen(String space) {
    return space.isEmpty() ? namespace : space;
  }

  private static ObjectNode typed(ArgoKind kind, ObjectNode object) {
    ObjectNode whole = object.deepCopy();
    whole.put("apiVersion", "argoproj.io/v1alpha1").put("kind", kind.argoName());
    return whole;
  }
}
