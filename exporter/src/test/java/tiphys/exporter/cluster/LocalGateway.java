// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import tiphys.exporter.cluster.action.RunAction;
import tiphys.exporter.cluster.status.WorkflowObject;
import tiphys.exporter.local.ActiveRun;
import tiphys.exporter.local.EngineChoice;
import tiphys.exporter.local.RunPreview;
import tiphys.exporter.local.RunRequest;
import tiphys.exporter.local.ThisComputer;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;
import tiphys.model.text.SourceText;
import tiphys.model.yaml.YamlTree;

/** The engine of this computer behind the questions that are asked of a cluster. */
final class LocalGateway implements ClusterGateway {
  private final Path folder;
  private final Map<String, ActiveRun> runs = new ConcurrentHashMap<>();

  LocalGateway(Path folder) {
    this.folder = folder;
  }

  @Override
  public String address() {
    return "this computer";
  }

  @Override
  public String namespace() {
    return "";
  }

  @Override
  public Outcome<ObjectNode> create(ArgoKind kind, String space, ObjectNode object, Trial trial) {
    Outcome<RunPreview> preview = preview(object, folder);
    if (trial == Trial.REAL && preview.isDone()) {
      RunPreview seen = ClusterFixture.done(preview);
      runs.put(seen.workflowName(), ThisComputer.start(seen, _ -> {}));
    }
    return preview.then(seen -> get(kind, space, seen.workflowName()));
  }

  static Outcome<RunPreview> preview(ObjectNode object, Path folder) {
    ObjectNode whole = object.deepCopy();
    whole.put("apiVersion", "argoproj.io/v1alpha1").put("kind", ArgoKind.WORKFLOW.argoName());
    String name = whole.at("/metadata/name").asText("run");
    return ThisComputer.preview(
        new RunRequest(
            YamlTree.parse(SourceText.of(whole.toPrettyString())),
            0,
            Map.of(),
            EngineChoice.PROCESS,
            folder.resolve(name),
            Duration.ofMillis(1)));
  }

  @Override
  public Outcome<ObjectNode> get(ArgoKind kind, String space, String name) {
    return Optional.ofNullable(runs.get(name))
        .map(run -> Outcome.done(ClusterMemory.json(run.statusJson())))
        .orElseGet(() -> Outcome.refused(ProblemCode.CLUSTER_NOT_FOUND, name));
  }

  @Override
  public Outcome<Listing> list(ArgoKind kind, String space, ObjectFilter filter) {
    List<ObjectNode> all =
        runs.keySet().stream()
            .filter(name -> filter.name().isEmpty() || filter.name().equals(name))
            .map(name -> ClusterFixture.done(get(kind, space, name)))
            .toList();
    return Outcome.done(new Listing(all, ""));
  }

  @Override
  public Outcome<ObjectNode> delete(ArgoKind kind, String space, String name) {
    return get(kind, space, name)
        .then(
            found -> {
              Optional.ofNullable(runs.remove(name)).ifPresent(ActiveRun::cancel);
              return Outcome.done(found);
            });
  }

  @Override
  public Outcome<WorkflowObject> act(String space, String name, RunAction action) {
    ActiveRun run = Optional.ofNullable(runs.get(name)).orElseThrow();
    switch (action) {
      case RunAction.Resume _ -> run.resume();
      case RunAction.Terminate _ -> run.cancel();
      default -> throw ContractPlace.skipped("the engine can be resumed and ended, no more");
    }
    return get(ArgoKind.WORKFLOW, space, name).then(it -> Outcome.done(new WorkflowObject(it)));
  }

  /** It is asked from time to time, as a cluster is that has no streams. */
  @Override
  public Outcome<EventStream> watch(String space, ObjectFilter filter, String resourceVersion) {
    return Outcome.refused(ProblemCode.CLUSTER_NOT_ARGO, address());
  }

  @Override
  public List<CheckStep> check(Duration patience, Consumer<CheckStep> told) {
    return List.of();
  }

  @Override
  public Outcome<ObjectNode> update(ArgoKind kind, String space, ObjectNode object) {
    return onlyOfClusters();
  }

  @Override
  public Outcome<ObjectNode> submitFrom(
      ArgoKind kind, String space, String name, SubmitOptions options, Trial trial) {
    return onlyOfClusters();
  }

  @Override
  public Outcome<ObjectNode> setCron(String space, String name, CronState state) {
    return onlyOfClusters();
  }

  @Override
  public Outcome<LogStream> logs(String space, LogRequest request) {
    return onlyOfClusters();
  }

  @Override
  public Outcome<ServedArtifact> artifact(String space, ArtifactPlace place, String path) {
    return onlyOfClusters();
  }

  @Override
  public Outcome<Listing> archived(String space, ObjectFilter filter) {
    return onlyOfClusters();
  }

  @Override
  public Outcome<ObjectNode> archivedRun(String space, String uid) {
    return onlyOfClusters();
  }

  private static <T> Outcome<T> onlyOfClusters() {
    throw ContractPlace.skipped("this computer only runs workflows");
  }

  @Override
  public void close() {
    runs.values().forEach(ActiveRun::cancel);
    try {
      for (ActiveRun run : runs.values()) {
        run.await();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
