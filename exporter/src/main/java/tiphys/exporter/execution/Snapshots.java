// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.execution;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tiphys.exporter.manifest.JsonText;
import tiphys.model.run.NodePhase;
import tiphys.model.run.NodeStatus;
import tiphys.model.run.RunSnapshot;

/** Takes the picture of a run that the window and the command line show. */
final class Snapshots {
  private Snapshots() {}

  static RunSnapshot of(
      String workflowName,
      NodePhase phase,
      String message,
      Instant startedAt,
      Optional<Instant> finishedAt,
      NodeTree tree) {
    Map<String, NodeStatus> nodes = new LinkedHashMap<>();
    tree.all().forEach(node -> nodes.put(node.id(), status(node)));
    return new RunSnapshot(
        workflowName,
        Optional.of(phase),
        message,
        Optional.of(startedAt),
        finishedAt,
        Collections.unmodifiableMap(nodes));
  }

  private static NodeStatus status(Node node) {
    return new NodeStatus(
        node.id(),
        node.name(),
        node.displayName(),
        node.type().argoName(),
        node.templateName(),
        node.phase(),
        node.boundaryId(),
        node.message(),
        Optional.of(node.startedAt()),
        node.finishedAt(),
        List.copyOf(node.children()),
        values(node.inputs()),
        values(node.outputs()),
        node.isHook(),
        node.isAttempt());
  }

  private static NodeStatus.Values values(JsonNode values) {
    if (values.isEmpty()) {
      return NodeStatus.Values.NONE;
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    for (JsonNode each : values.path("parameters")) {
      parameters.put(each.path("name").asText(""), JsonText.plain(each.path("value")));
    }
    Map<String, String> artifacts = new LinkedHashMap<>();
    for (JsonNode each : values.path("artifacts")) {
      String kept = ArtifactLocation.key(each).or(() -> ArtifactLocation.kind(each)).orElse("");
      artifacts.put(each.path("name").asText(""), kept);
    }
    return new NodeStatus.Values(
        Collections.unmodifiableMap(parameters),
        Collections.unmodifiableMap(artifacts),
        text(values.path("result")),
        text(values.path("exitCode")));
  }

  private static Optional<String> text(JsonNode value) {
    return value.isTextual() ? Optional.of(value.textValue()) : Optional.empty();
  }
}
