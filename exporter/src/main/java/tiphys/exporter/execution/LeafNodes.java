// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tiphys.exporter.manifest.JsonText;
import tiphys.model.run.NodeIds;
import tiphys.model.run.NodePhase;

/** The nodes that end by something outside the scheduler: pods, and suspensions. */
final class LeafNodes {
  private static final String DEADLINE =
      "Pod was active on the node longer than the specified deadline";

  /** How long a suspension without an end lasts where nobody is there to end it. */
  private static final Duration SIMULATED_SUSPENSION = Duration.ofSeconds(1);

  private final NodeTree tree;
  private final PodRunner runner;
  private final PodReports reports;
  private final Timers timers;
  private final Set<String> namesWithResult;
  private final Set<String> daemons = new HashSet<>();
  private final Map<String, Long> parallelism = new HashMap<>();
  private final Map<String, JsonNode> suspended = new HashMap<>();

  /**
   * @param namesWithResult the tasks and steps whose {@code outputs.result} something uses
   */
  LeafNodes(
      NodeTree tree,
      PodRunner runner,
      PodReports reports,
      Timers timers,
      Set<String> namesWithResult) {
    this.tree = tree;
    this.runner = runner;
    this.reports = reports;
    this.timers = timers;
    this.namesWithResult = namesWithResult;
  }

  Timers timers() {
    return timers;
  }

  /** Notes a steps or DAG template's limit for its direct children. */
  void limitWithin(Node node, JsonNode template) {
    if (template.has("parallelism")) {
      parallelism.put(node.id(), template.path("parallelism").asLong(0));
    }
  }

  long parallelismWithin(String boundaryId) {
    return parallelism.getOrDefault(boundaryId, 0L);
  }

  Node begin(Call call, Prepared ready) {
    NodeType type = ready.nodeType();
    JsonNode template = ready.template();
    boolean isSuspension = type == NodeType.SUSPEND;
    NodePhase phase = isSuspension ? NodePhase.RUNNING : NodePhase.PENDING;
    Node node = tree.begin(NodeStart.of(call, type, phase));
    node.setInputs(Scheduler.inputs(ready));
    if (isSuspension) {
      suspend(node, template);
    } else {
      startPod(node, call, template);
    }
    return node;
  }

  private void startPod(Node node, Call call, JsonNode template) {
    deadline(template).ifPresent(limit -> timers.setAfter(node.id(), limit));
    if (template.path("daemon").asBoolean()) {
      daemons.add(node.id());
    }
    String name = call.callerName().replaceAll("\\(.*", "");
    String templateName = template.path("name").asText("");
    String podName = NodeIds.podName(tree.workflowName(), node.name(), templateName);
    boolean wantsResult = namesWithResult.contains(name);
    runner.start(new Pod(node.id(), node.name(), podName, template, wantsResult), reports);
  }

  private static Optional<Duration> deadline(JsonNode template) {
    String text =
        template.has("activeDeadlineSeconds")
            ? JsonText.plain(template.path("activeDeadlineSeconds"))
            : template.path("timeout").asText("");
    return GoDuration.parse(text);
  }

  private void suspend(Node node, JsonNode template) {
    suspended.put(node.id(), template);
    String text = JsonText.plain(template.path("suspend").path("duration"));
    Optional<Duration> duration = GoDuration.parse(text);
    if (duration.isPresent()) {
      timers.setAfter(node.id(), duration.get());
    } else if (runner.isSimulation()) {
      timers.setAfter(node.id(), SIMULATED_SUSPENSION);
    }
  }

  boolean isAnythingSuspended() {
    return !suspended.isEmpty();
  }

  void resumeAll() {
    List.copyOf(suspended.keySet()).forEach(id -> tree.withId(id).ifPresent(this::resume));
  }

  private void resume(Node node) {
    JsonNode template = suspended.remove(node.id());
    timers.cancel(node.id());
    if (template == null) {
      return;
    }
    ArrayNode parameters = node.outputs().arrayNode();
    for (JsonNode declared : template.path("outputs").path("parameters")) {
      JsonNode absent = declared.path("valueFrom").path("default");
      if (absent.isMissingNode() && !runner.isSimulation()) {
        String name = declared.path("name").asText("");
        tree.setPhase(node, NodePhase.ERROR, "no value was supplied for parameter " + name);
        return;
      }
      ObjectNode parameter = declared.deepCopy();
      parameter.remove("valueFrom");
      parameters.add(parameter.put("value", JsonText.plain(absent)));
    }
    if (!parameters.isEmpty()) {
      node.outputs().set("parameters", parameters);
    }
    tree.setPhase(node, NodePhase.SUCCEEDED, "");
  }

  /** Ends what has lasted as long as it may. */
  void endOverdue() {
    for (Node node : List.copyOf(tree.all())) {
      if (node.phase().isFinished() || !timers.isDue(node.id())) {
        continue;
      }
      if (node.type() == NodeType.SUSPEND) {
        resume(node);
      } else if (node.type().isRunElsewhere()) {
        end(node, NodePhase.FAILED, DEADLINE);
      }
    }
  }

  void running(String nodeId) {
    tree.withId(nodeId)
        .filter(node -> node.phase() == NodePhase.PENDING)
        .ifPresent(
            node -> {
              tree.setPhase(node, NodePhase.RUNNING, "");
              if (daemons.contains(nodeId)) {
                tree.setDaemoned(node, true);
              }
            });
  }

  /** The node that ended now, unless it was over before. */
  Optional<Node> finished(String nodeId, PodResult result) {
    Optional<Node> node = tree.withId(nodeId).filter(there -> !there.phase().isFinished());
    node.ifPresent(
        ended -> {
          timers.cancel(nodeId);
          ended.setOutputs(result.outputs());
          tree.setDaemoned(ended, false);
          tree.setPhase(ended, result.phase(), result.message());
        });
    return node;
  }

  void endDaemonsWithin(Node boundary) {
    for (String id : List.copyOf(daemons)) {
      Optional<Node> daemon =
          tree.withId(id).filter(node -> node.boundaryId().equals(boundary.id()));
      daemon
          .filter(node -> !node.phase().isFinished())
          .ifPresent(node -> end(node, NodePhase.SUCCEEDED, ""));
    }
  }

  /** Ends everything that is under way. */
  void endAll(String message) {
    suspended.clear();
    List<Node> open = new ArrayList<>(tree.all());
    open.removeIf(node -> node.phase().isFinished());
    open.forEach(node -> end(node, NodePhase.FAILED, message));
  }

  private void end(Node node, NodePhase phase, String message) {
    timers.cancel(node.id());
    if (node.type().isRunElsewhere()) {
      runner.stop(node.id());
    }
    tree.setDaemoned(node, false);
    tree.setPhase(node, phase, message);
  }
}
