// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;
import tiphys.model.run.NodeIds;

/** A new run of a workflow that ran (Argo: FormulateResubmitWorkflow). */
final class Resubmission {
  private static final String LABELS = "workflows.argoproj.io/";
  private static final Set<String> NOT_COPIED =
      Set.of(
          LABELS + "creator",
          LABELS + "creator-email",
          LABELS + "creator-preferred-username",
          LABELS + "phase",
          LABELS + "completed",
          LABELS + "workflow-archiving-status");
  private static final Set<String> ENDED_BADLY = Set.of("Failed", "Error");

  private final ObjectNode old;
  private final ObjectNode made;
  private final Instant now;

  private Resubmission(ObjectNode old, Instant now) {
    this.old = old;
    this.made = old.objectNode();
    this.now = now;
  }

  /**
   * @param suffix what a memoized run's name ends with; the nodes' ids follow from its name, so it
   *     cannot be left to the cluster
   */
  static Outcome<ObjectNode> of(
      ObjectNode workflow, RunAction.Resubmit action, String suffix, Instant now) {
    String phase = workflow.at("/status/phase").asText("");
    boolean isMemoized = action.memoized() == RunAction.Memoized.YES;
    if (isMemoized && !ENDED_BADLY.contains(phase)) {
      return Outcome.refused(
          ProblemCode.CLUSTER_RUN_NOT_FAILED, workflow.at("/metadata/name").asText(), phase);
    }
    Resubmission resubmission = new Resubmission(workflow, now);
    resubmission.copyMetadata();
    resubmission.copySpec(action.parameters());
    if (isMemoized) {
      resubmission.copyNodes(suffix);
    }
    return Outcome.done(resubmission.made);
  }

  private void copyMetadata() {
    JsonNode from = old.path("metadata");
    made.put("apiVersion", "argoproj.io/v1alpha1").put("kind", "Workflow");
    ObjectNode metadata = made.putObject("metadata");
    String prefix = from.path("generateName").asText("");
    metadata.put("generateName", prefix.isEmpty() ? name() + "-" : prefix);
    metadata.put("namespace", from.path("namespace").asText(""));
    ObjectNode labels = metadata.putObject("labels");
    for (Map.Entry<String, JsonNode> label : from.path("labels").properties()) {
      if (!NOT_COPIED.contains(label.getKey())) {
        labels.set(label.getKey(), label.getValue());
      }
    }
    labels.put(LABELS + "resubmitted-from-workflow", name());
    for (String copied : List.of("annotations", "ownerReferences")) {
      if (from.has(copied)) {
        metadata.set(copied, from.path(copied).deepCopy());
      }
    }
  }

  private void copySpec(Map<String, String> parameters) {
    ObjectNode spec =
        old.path("spec") instanceof ObjectNode own ? own.deepCopy() : made.objectNode();
    spec.remove("shutdown");
    spec.remove("suspend");
    if (spec.path("activeDeadlineSeconds").asInt(1) == 0) {
      spec.remove("activeDeadlineSeconds");
    }
    Overrides.parameters(spec, parameters);
    made.set("spec", spec);
  }

  /** What succeeded is kept as skipped; what did not, waits; exit handlers run anew. */
  private void copyNodes(String suffix) {
    ObjectNode metadata = Overrides.object(made, "metadata");
    metadata.put("name", metadata.path("generateName").asText() + suffix);
    metadata.remove("generateName");
    ObjectNode status = made.putObject("status");
    status.putArray("conditions").addObject().put("type", "Completed").put("status", "False");
    ObjectNode nodes = status.putObject("nodes");
    for (JsonNode node : old.at("/status/nodes")) {
      boolean isExitHandler = node.path("name").asText("").startsWith(name() + ".onExit");
      boolean isSkipped = node.path("type").asText("").equals("Skipped");
      if (!isExitHandler && !isSkipped && node instanceof ObjectNode kept) {
        ObjectNode copy = copy(kept);
        nodes.set(copy.path("id").asText(), copy);
      }
    }
    if (old.at("/status/storedTemplates").isObject()) {
      status.set("storedTemplates", old.at("/status/storedTemplates").deepCopy());
    }
    if (old.at("/status/storedWorkflowTemplateSpec").isObject()) {
      status.set(
          "storedWorkflowTemplateSpec", old.at("/status/storedWorkflowTemplateSpec").deepCopy());
    }
  }

  private ObjectNode copy(ObjectNode node) {
    ObjectNode copy = node.deepCopy();
    String id = node.path("id").asText();
    copy.put("name", renamed(node)).put("id", newId(id));
    if (node.has("boundaryID")) {
      copy.put("boundaryID", newId(node.path("boundaryID").asText()));
    }
    for (String list : List.of("children", "outboundNodes")) {
      if (copy.path(list) instanceof ArrayNode ids) {
        ArrayNode renamed = copy.arrayNode();
        ids.forEach(each -> renamed.add(newId(each.asText())));
        copy.set(list, renamed);
      }
    }
    boolean isPod = node.path("type").asText().equals("Pod");
    String phase = node.path("phase").asText();
    String time = now.truncatedTo(ChronoUnit.SECONDS).toString();
    copy.put("startedAt", time).put("finishedAt", time);
    if (isPod && ENDED_BADLY.contains(phase)) {
      copy.putNull("startedAt").putNull("finishedAt");
    }
    if (isPod && phase.equals("Succeeded")) {
      copy.put("phase", "Skipped").put("type", "Skipped").put("message", "original pod: " + id);
    } else {
      copy.put("phase", "Pending").remove("message");
    }
    return copy;
  }

  private String newId(String id) {
    return NodeIds.of(newName(), renamed(old.at("/status/nodes").path(id)));
  }

  private String renamed(JsonNode node) {
    return newName()
        + node.path("name")
            .asText("")
            .substring(Math.min(name().length(), node.path("name").asText("").length()));
  }

  private String newName() {
    return made.at("/metadata/name").asText("");
  }

  private String name() {
    return old.at("/metadata/name").asText("");
  }
}
