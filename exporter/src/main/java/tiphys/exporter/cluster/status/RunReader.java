// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;
import tiphys.model.run.NodeStatus;
import tiphys.model.run.RunSnapshot;

/**
 * Reads one run again and again. Nodes that did not change are the same objects as the last time,
 * so that a long watch of many nodes keeps one copy of each. For one thread at a time.
 */
public final class RunReader {
  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::start)
          .thenComparing(place -> !place.node().boundaryId().isEmpty())
          .thenComparing(Place::name);

  private final NodeReader reader = new NodeReader();
  private Map<String, NodeStatus> last = Map.of();

  /** A node with what it is ordered by. */
  private record Place(NodeStatus node, Instant start, String name) {}

  /**
   * The run at this moment: O(nodes). Refused where the nodes cannot be had: kept in a database
   * that only an Argo Server reads, or packed in a way that is not known.
   */
  public Outcome<RunSnapshot> read(WorkflowObject workflow) {
    return nodes(workflow).then(nodes -> Outcome.done(snapshot(workflow, nodes)));
  }

  /**
   * The workflow with its nodes as they are read, for whoever changes them and puts it back; the
   * controller packs them again. Refused as {@link #read} is.
   */
  public static Outcome<WorkflowObject> unpacked(WorkflowObject workflow) {
    if (workflow.json().at("/status/compressedNodes").asText("").isEmpty()) {
      return nodes(workflow).then(_ -> Outcome.done(workflow));
    }
    return nodes(workflow)
        .then(
            nodes -> {
              ObjectNode whole = workflow.json().deepCopy();
              ObjectNode status = (ObjectNode) whole.path("status");
              status.set("nodes", nodes);
              status.remove("compressedNodes");
              return Outcome.done(new WorkflowObject(whole));
            });
  }

  private RunSnapshot snapshot(WorkflowObject workflow, JsonNode nodes) {
    Map<String, NodeStatus> read = new LinkedHashMap<>();
    Map<String, NodeStatus> before = last;
    for (Map.Entry<String, JsonNode> entry : nodes.properties()) {
      NodeStatus now = reader.node(entry.getKey(), entry.getValue());
      NodeStatus was = before.get(entry.getKey());
      read.put(entry.getKey(), now.equals(was) ? was : now);
    }
    Map<String, NodeStatus> ordered = inOrderOfStart(read);
    last = ordered;
    return new RunSnapshot(
        workflow.name(),
        workflow.phase(),
        workflow.message(),
        workflow.started(),
        workflow.finished(),
        ordered);
  }

  /**
   * Argo's map has no order; the run model's is that in which nodes came to be. It is found anew
   * only where a node has come or gone or begun.
   */
  private Map<String, NodeStatus> inOrderOfStart(Map<String, NodeStatus> nodes) {
    Map<String, NodeStatus> ordered = LinkedHashMap.newLinkedHashMap(nodes.size());
    if (hasOrderOfBefore(nodes)) {
      last.keySet()
          .forEach(
              id -> Optional.ofNullable(nodes.get(id)).ifPresent(node -> ordered.put(id, node)));
      return Collections.unmodifiableMap(ordered);
    }
    nodes.values().stream()
        .map(node -> new Place(node, node.startedAt().orElse(Instant.MAX), naturalName(node)))
        .sorted(ORDER)
        .forEach(place -> ordered.put(place.node().id(), place.node()));
    return Collections.unmodifiableMap(ordered);
  }

  private boolean hasOrderOfBefore(Map<String, NodeStatus> nodes) {
    if (nodes.size() != last.size()) {
      return false;
    }
    for (NodeStatus node : nodes.values()) {
      NodeStatus before = last.get(node.id());
      if (before == null || !before.startedAt().equals(node.startedAt())) {
        return false;
      }
    }
    return true;
  }

  /** Numbers by their value: the tenth item of a fan-out comes after the ninth. */
  private static String naturalName(NodeStatus node) {
    StringBuilder name = new StringBuilder();
    int digits = 0;
    for (int i = 0; i < node.name().length(); i++) {
      char c = node.name().charAt(i);
      digits = Character.isDigit(c) ? digits + 1 : 0;
      if (digits == 1) {
        int end = i;
        while (end < node.name().length() && Character.isDigit(node.name().charAt(end))) {
          end++;
        }
        name.append("0".repeat(Math.max(0, 10 - (end - i))));
      }
      name.append(c);
    }
    return name.toString();
  }

  private static Outcome<JsonNode> nodes(WorkflowObject workflow) {
    JsonNode status = workflow.json().path("status");
    if (!status.path("nodes").isEmpty()) {
      return Outcome.done(status.path("nodes"));
    }
    String packed = status.path("compressedNodes").asText("");
    if (!packed.isEmpty()) {
      return CompressedNodes.unpack(workflow.name(), packed);
    }
    return status.path("offloadNodeStatusVersion").asText("").isEmpty()
        ? Outcome.done(status.path("nodes"))
        : Outcome.refused(ProblemCode.CLUSTER_NODES_ELSEWHERE, workflow.name());
  }
}
