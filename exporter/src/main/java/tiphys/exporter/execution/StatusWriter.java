// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.execution;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import tiphys.model.run.NodePhase;

/** Writes Argo's {@code status}. */
final class StatusWriter {
  private StatusWriter() {}

  static ObjectNode status(
      NodeTree tree,
      NodePhase phase,
      String message,
      Instant startedAt,
      Optional<Instant> finishedAt) {
    ObjectNode status = JsonNodeFactory.instance.objectNode();
    status.put("phase", phase.argoName()).put("startedAt", time(startedAt));
    finishedAt.ifPresent(at -> status.put("finishedAt", time(at)));
    if (!message.isEmpty()) {
      status.put("message", message);
    }
    status.put("progress", progress(tree));
    if (phase.isFinished()) {
      ArrayNode conditions = status.putArray("conditions");
      conditions.addObject().put("type", "PodRunning").put("status", "False");
      conditions.addObject().put("type", "Completed").put("status", "True");
    }
    ObjectNode nodes = status.putObject("nodes");
    tree.all().forEach(node -> nodes.set(node.id(), node(node)));
    return status;
  }

  private static String progress(NodeTree tree) {
    long all = tree.all().stream().filter(node -> node.type() == NodeType.POD).count();
    long done =
        tree.all().stream()
            .filter(node -> node.type() == NodeType.POD && node.phase().isFinished())
            .count();
    return done + "/" + all;
  }

  private static ObjectNode node(Node node) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", node.id())
        .put("name", node.name())
        .put("displayName", node.displayName())
        .put("type", node.type().argoName());
    putIfAny(json, "templateName", node.templateName());
    json.put("phase", node.phase().argoName());
    putIfAny(json, "boundaryID", node.boundaryId());
    putIfAny(json, "message", node.message());
    json.put("startedAt", time(node.startedAt()));
    json.set(
        "finishedAt",
        node.finishedAt()
            .<com.fasterxml.jackson.databind.JsonNode>map(at -> json.textNode(time(at)))
            .orElse(json.nullNode()));
    if (node.isDaemoned()) {
      json.put("daemoned", true);
    }
    if (node.isHook() || node.isAttempt()) {
      ObjectNode flag = json.putObject("nodeFlag");
      if (node.isHook()) {
        flag.put("hooked", true);
      }
      if (node.isAttempt()) {
        flag.put("retried", true);
      }
    }
    putIfAny(json, "inputs", node.inputs());
    putIfAny(json, "outputs", node.outputs());
    if (!node.children().isEmpty()) {
      node.children().forEach(json.withArray("/children")::add);
    }
    if (!node.outbound().isEmpty()) {
      node.outbound().forEach(json.withArray("/outboundNodes")::add);
    }
    return json;
  }

  private static void putIfAny(ObjectNode json, String key, String value) {
    if (!value.isEmpty()) {
      json.put(key, value);
    }
  }

  private static void putIfAny(ObjectNode json, String key, ObjectNode value) {
    if (!value.isEmpty()) {
      json.set(key, value);
    }
  }

  private static String time(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
