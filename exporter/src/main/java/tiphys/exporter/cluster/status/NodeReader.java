// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.status;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tiphys.exporter.manifest.JsonText;
import tiphys.model.run.NodePhase;
import tiphys.model.run.NodeStatus;

/**
 * Reads nodes of one run's status, again and again (Argo: NodeStatus of workflow_types.go). For one
 * thread at a time.
 */
final class NodeReader {
  private static final List<String> LOCATIONS =
      List.of("s3", "gcs", "oss", "azure", "artifactory", "hdfs", "git", "http", "raw", "plugin");
  private static final List<String> KEYS = List.of("key", "blob", "url", "path", "repo");

  /** More moments than a run is likely to have; then they are remembered anew. */
  private static final int MOST_TIMES = 100_000;

  /** Most of a run's moments are read again with each of its events. */
  private final Map<String, Optional<Instant>> times = new HashMap<>();

  NodeStatus node(String id, JsonNode json) {
    return new NodeStatus(
        id,
        text(json, "name"),
        text(json, "displayName"),
        text(json, "type"),
        templateName(json),
        NodePhase.ofArgoName(text(json, "phase")).orElse(NodePhase.PENDING),
        text(json, "boundaryID"),
        message(json),
        time(json.path("startedAt")),
        time(json.path("finishedAt")),
        children(json.path("children")),
        values(json.path("inputs")),
        values(json.path("outputs")),
        json.path("nodeFlag").path("hooked").asBoolean(false),
        json.path("nodeFlag").path("retried").asBoolean(false));
  }

  private Optional<Instant> time(JsonNode json) {
    if (!json.isTextual()) {
      return Optional.empty();
    }
    if (times.size() > MOST_TIMES) {
      times.clear();
    }
    return times.computeIfAbsent(json.textValue(), _ -> WorkflowObject.time(json));
  }

  private static String templateName(JsonNode json) {
    String called = text(json, "templateName");
    return called.isEmpty() ? json.path("templateRef").path("template").asText("") : called;
  }

  /** A node that waits for a lock says so in a field of its own. */
  private static String message(JsonNode json) {
    String lock = json.path("synchronizationStatus").path("waiting").asText("");
    String message = text(json, "message");
    return message.isEmpty() ? lock : message;
  }

  private static List<String> children(JsonNode json) {
    List<String> children = new ArrayList<>(json.size());
    json.forEach(each -> children.add(each.asText()));
    return children;
  }

  private static NodeStatus.Values values(JsonNode json) {
    if (json.isEmpty()) {
      return NodeStatus.Values.NONE;
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    for (JsonNode each : json.path("parameters")) {
      parameters.put(text(each, "name"), JsonText.plain(each.path("value")));
    }
    Map<String, String> artifacts = new LinkedHashMap<>();
    json.path("artifacts").forEach(each -> artifacts.put(text(each, "name"), place(each)));
    return new NodeStatus.Values(
        Collections.unmodifiableMap(parameters),
        Collections.unmodifiableMap(artifacts),
        optional(json, "result"),
        optional(json, "exitCode"));
  }

  private static String place(JsonNode artifact) {
    for (String kind : LOCATIONS) {
      for (String key : KEYS) {
        String value = artifact.path(kind).path(key).asText("");
        if (!value.isEmpty()) {
          return value;
        }
      }
      if (artifact.has(kind)) {
        return kind;
      }
    }
    return "";
  }

  private static Optional<String> optional(JsonNode json, String field) {
    return json.path(field).isTextual() ? Optional.of(text(json, field)) : Optional.empty();
  }

  private static String text(JsonNode json, String field) {
    return json.path(field).asText("");
  }
}
