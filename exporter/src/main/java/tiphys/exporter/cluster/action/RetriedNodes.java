// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tiphys.exporter.cluster.status.WorkflowObject;

/**
 * The nodes of a run that is retried. What failed is forgotten with everything behind it; the
 * groups around it go on; what else succeeded stays.
 */
final class RetriedNodes {
  private static final Set<String> EXECUTED = Set.of("Pod", "Container", "HTTP", "Plugin");
  private static final Set<String> AROUND =
      Set.of("DAG", "Steps", "StepGroup", "TaskGroup", "Retry");
  private static final Set<String> FAILED = Set.of("Failed", "Error");

  private final ObjectNode nodes;
  private final WorkflowObject workflow;
  private final RunAction.Retry action;
  private final Map<String, List<String>> parents = new HashMap<>();
  private final Set<String> forgotten = new LinkedHashSet<>();
  private final Set<String> reset = new LinkedHashSet<>();

  RetriedNodes(ObjectNode whole, RunAction.Retry action) {
    this.nodes = Overrides.object(Overrides.object(whole, "status"), "nodes");
    this.workflow = new WorkflowObject(whole);
    this.action = action;
    for (JsonNode node : nodes) {
      String id = node.path("id").asText();
      node.path("children")
          .forEach(
              child -> parents.computeIfAbsent(child.asText(), _ -> new ArrayList<>()).add(id));
    }
  }

  boolean isEmpty() {
    return forgotten.isEmpty();
  }

  void mark() {
    NodeSelector selector = NodeSelector.of(action.selector());
    for (JsonNode node : nodes) {
      boolean isExitHandler = isExitHandler(node);
      boolean isChosen =
          action.successful() == RunAction.Successful.RESTARTED && selector.matches(node);
      boolean hasFailed =
          EXECUTED.contains(node.path("type").asText())
              && FAILED.contains(node.path("phase").asText());
      if (isExitHandler || isChosen || (hasFailed && !hasSucceededBehind(node))) {
        forget(isExitHandler || isChosen ? node : wholeOf(node));
      }
    }
    if (!action.parameters().isEmpty()) {
      // other values can fan out otherwise, so groups that go on begin their items anew
      List.copyOf(reset).stream()
          .map(nodes::path)
          .filter(node -> node.path("type").asText().equals("TaskGroup"))
          .forEach(node -> node.path("children").forEach(child -> forgetAll(child.asText())));
    }
    reset.removeAll(forgotten);
  }

  List<String> begunAnew() {
    return forgotten.stream().map(id -> nodes.path(id).path("name").asText()).toList();
  }

  List<String> reopened() {
    return reset.stream().map(id -> nodes.path(id).path("name").asText()).toList();
  }

  List<String> pods() {
    return forgotten.stream()
        .map(nodes::path)
        .filter(node -> node.path("type").asText().equals("Pod"))
        .map(this::podName)
        .toList();
  }

  void apply(String now) {
    forgotten.forEach(nodes::remove);
    for (String id : reset) {
      if (nodes.path(id) instanceof ObjectNode node) {
        node.put("phase", "Running").put("message", "").put("startedAt", now);
        node.putNull("finishedAt");
      }
    }
    for (JsonNode node : nodes) {
      for (String list : List.of("children", "outboundNodes")) {
        if (node.path(list) instanceof ArrayNode ids) {
          List<JsonNode> kept = new ArrayList<>();
          ids.forEach(kept::add);
          kept.removeIf(id -> forgotten.contains(id.asText()));
          ids.removeAll().addAll(kept);
        }
      }
    }
  }

  private boolean isExitHandler(JsonNode node) {
    return node.path("name").asText("").startsWith(workflow.name() + ".onExit");
  }

  /** An attempt stands for the retries that it belongs to; those begin again as a whole. */
  private JsonNode wholeOf(JsonNode node) {
    boolean isAttempt = node.path("nodeFlag").path("retried").asBoolean(false);
    String own = node.path("id").asText();
    return parents.getOrDefault(own, List.of()).stream()
        .map(nodes::path)
        .filter(parent -> isAttempt && parent.path("type").asText().equals("Retry"))
        .findFirst()
        .orElse(node);
  }

  private boolean hasSucceededBehind(JsonNode node) {
    Deque<String> open = new ArrayDeque<>();
    node.path("children").forEach(child -> open.add(child.asText()));
    Set<String> seen = new LinkedHashSet<>();
    while (!open.isEmpty()) {
      String id = open.remove();
      if (seen.add(id)) {
        JsonNode child = nodes.path(id);
        if (EXECUTED.contains(child.path("type").asText())
            && child.path("phase").asText().equals("Succeeded")) {
          return true;
        }
        child.path("children").forEach(next -> open.add(next.asText()));
      }
    }
    return false;
  }

  private void forget(JsonNode node) {
    forgetAll(node.path("id").asText());
    resetAround(node);
  }

  private void forgetAll(String first) {
    Deque<String> open = new ArrayDeque<>(List.of(first));
    while (!open.isEmpty()) {
      String id = open.remove();
      if (nodes.has(id) && forgotten.add(id)) {
        nodes.path(id).path("children").forEach(child -> open.add(child.asText()));
      }
    }
  }

  /** Everything that a node is in or under, up to the root; a group that succeeded before stays. */
  private void resetAround(JsonNode first) {
    Deque<String> open =
        new ArrayDeque<>(parents.getOrDefault(first.path("id").asText(), List.of()));
    open.add(first.path("boundaryID").asText(""));
    Set<String> seen = new LinkedHashSet<>();
    while (!open.isEmpty()) {
      String id = open.remove();
      JsonNode node = nodes.path(id);
      if (node.isMissingNode() || !seen.add(id)) {
        continue;
      }
      boolean encloses =
          first.path("name").asText().startsWith(node.path("name").asText())
              || first.path("boundaryID").asText().equals(id);
      if (AROUND.contains(node.path("type").asText()) && encloses) {
        reset.add(id);
        open.addAll(parents.getOrDefault(id, List.of()));
        open.add(node.path("boundaryID").asText(""));
      }
    }
  }

  private String podName(JsonNode node) {
    String template = node.path("templateName").asText(node.at("/templateRef/template").asText(""));
    return workflow.podName(node.path("id").asText(), node.path("name").asText(), template);
  }
}
