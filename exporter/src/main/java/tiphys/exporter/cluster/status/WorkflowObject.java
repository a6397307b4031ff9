// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import tiphys.model.run.NodeIds;
import tiphys.model.run.NodePhase;
import tiphys.model.run.NodeStatus;

/**
 * A workflow as the cluster has it.
 *
 * @param json belongs to whoever holds this; nobody changes it
 */
public record WorkflowObject(ObjectNode json) {
  /** Without what a cluster notes for itself of who wrote which field, as kubectl prints it. */
  public ObjectNode plain() {
    ObjectNode copy = json.deepCopy();
    if (copy.path("metadata") instanceof ObjectNode metadata) {
      metadata.remove("managedFields");
    }
    return copy;
  }

  public String name() {
    return json.at("/metadata/name").asText("");
  }

  public String namespace() {
    return json.at("/metadata/namespace").asText("");
  }

  public String uid() {
    return json.at("/metadata/uid").asText("");
  }

  public String resourceVersion() {
    return json.at("/metadata/resourceVersion").asText("");
  }

  public Optional<Instant> created() {
    return time(json.at("/metadata/creationTimestamp"));
  }

  public Optional<Instant> started() {
    return time(json.at("/status/startedAt"));
  }

  public Optional<Instant> finished() {
    return time(json.at("/status/finishedAt"));
  }

  /** Absent while the controller has not looked at it. */
  public Optional<NodePhase> phase() {
    return NodePhase.ofArgoName(json.at("/status/phase").asText(""));
  }

  public boolean isFinished() {
    return phase().filter(NodePhase::isFinished).isPresent();
  }

  public String message() {
    return json.at("/status/message").asText("");
  }

  /** As {@code done/all} pods; empty before there are any. */
  public String progress() {
    return json.at("/status/progress").asText("");
  }

  public boolean isSuspended() {
    return json.at("/spec/suspend").asBoolean(false);
  }

  /**
   * The name of the pod of a node. Clusters whose controller is told so name pods as their nodes.
   *
   * @param template the node's; empty for one that is written in place
   */
  public String podName(String nodeId, String nodeName, String template) {
    boolean isOldFormat =
        json.path("metadata")
            .path("annotations")
            .path("workflows.argoproj.io/pod-name-format")
            .asText("")
            .equals("v1");
    return isOldFormat ? nodeId : NodeIds.podName(name(), nodeName, template);
  }

  /** The name of the pod of a node of this run. */
  public String podName(NodeStatus node) {
    return podName(node.id(), node.name(), node.templateName());
  }

  /**
   * Whether an archive handed it out. The cluster may have it as well: an Argo Server lists what is
   * in both as its archive has it.
   */
  public boolean isOfArchive() {
    return json.path("metadata")
        .path("labels")
        .path("workflows.argoproj.io/workflow-archiving-status")
        .asText("")
        .equals("Persisted");
  }

  static Optional<Instant> time(JsonNode value) {
    if (!value.isTextual()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Instant.parse(value.textValue()));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }
}
