// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import tiphys.exporter.cluster.action.Overrides;

/** Makes a run of what is on the cluster (Argo: NewWorkflowFromWorkflowTemplate and its kin). */
final class TemplateSubmission {
  private TemplateSubmission() {}

  static ObjectNode of(ArgoKind kind, ObjectNode from) {
    String name = from.at("/metadata/name").asText("");
    ObjectNode made = JsonNodeFactory.instance.objectNode();
    ObjectNode metadata = made.putObject("metadata");
    metadata.put("generateName", name + "-");
    metadata.putObject("labels").put(kind.originLabel(), name);
    if (kind == ArgoKind.CRON_WORKFLOW) {
      cron(made, metadata, from);
      return made;
    }
    ObjectNode reference = made.putObject("spec").putObject("workflowTemplateRef");
    reference.put("name", name);
    if (kind == ArgoKind.CLUSTER_WORKFLOW_TEMPLATE) {
      reference.put("clusterScope", true);
    }
    return made;
  }

  private static void cron(ObjectNode made, ObjectNode metadata, ObjectNode from) {
    JsonNode extra = from.at("/spec/workflowMetadata");
    for (String copied : List.of("labels", "annotations")) {
      extra
          .path(copied)
          .properties()
          .forEach(
              entry -> Overrides.object(metadata, copied).set(entry.getKey(), entry.getValue()));
    }
    Overrides.object(metadata, "annotations")
        .put(
            "workflows.argoproj.io/scheduled-time",
            Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    metadata
        .putArray("ownerReferences")
        .addObject()
        .put("apiVersion", "argoproj.io/v1alpha1")
        .put("kind", "CronWorkflow")
        .put("name", from.at("/metadata/name").asText(""))
        .put("uid", from.at("/metadata/uid").asText(""))
        .put("controller", true)
        .put("blockOwnerDeletion", true);
    made.set("spec", from.at("/spec/workflowSpec").deepCopy());
  }
}
