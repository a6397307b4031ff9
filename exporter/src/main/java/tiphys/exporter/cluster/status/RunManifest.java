// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tiphys.exporter.manifest.ManifestWriter;

/**
 * What a run was made of, as a file: its workflow, and every template of the cluster that it used,
 * as it was then. Argo keeps both in the status.
 */
public final class RunManifest {
  private RunManifest() {}

  /** As YAML, one document each. */
  public static String yaml(WorkflowObject run) {
    StringBuilder text = new StringBuilder(ManifestWriter.yaml(workflow(run)));
    templates(run).values().forEach(each -> text.append("---\n").append(ManifestWriter.yaml(each)));
    return text.toString();
  }

  private static ObjectNode workflow(WorkflowObject run) {
    ObjectNode made = resource("Workflow", run.name());
    made.set("spec", spec(run));
    return made;
  }

  /** Its own, or that of the template which it names, as it was then. */
  static JsonNode spec(WorkflowObject run) {
    JsonNode stored = run.json().at("/status/storedWorkflowTemplateSpec");
    JsonNode spec = run.json().path("spec");
    if (!stored.isObject()) {
      return spec.deepCopy();
    }
    ObjectNode whole = stored.deepCopy();
    // the values that it was submitted with, not the defaults of the template
    if (spec.has("arguments")) {
      whole.set("arguments", spec.path("arguments").deepCopy());
    }
    whole.remove("workflowTemplateRef");
    return whole;
  }

  /** Of {@code status.storedTemplates}, whose keys are {@code scope/resource/template}. */
  private static Map<String, ObjectNode> templates(WorkflowObject run) {
    Map<String, ObjectNode> resources = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> stored :
        run.json().at("/status/storedTemplates").properties()) {
      List<String> key = List.of(stored.getKey().split("/", 3));
      if (key.size() == 3 && !key.getFirst().equals("local")) {
        String kind =
            key.getFirst().equals("cluster") ? "ClusterWorkflowTemplate" : "WorkflowTemplate";
        ObjectNode resource =
            resources.computeIfAbsent(kind + "/" + key.get(1), _ -> resource(kind, key.get(1)));
        ArrayNode list = resource.withObject("/spec").withArray("/templates");
        ObjectNode template = JsonNodeFactory.instance.objectNode().put("name", key.get(2));
        stored
            .getValue()
            .properties()
            .forEach(each -> template.set(each.getKey(), each.getValue()));
        list.add(template);
      }
    }
    return resources;
  }

  private static ObjectNode resource(String kind, String name) {
    ObjectNode made = JsonNodeFactory.instance.objectNode();
    made.put("apiVersion", "argoproj.io/v1alpha1").put("kind", kind);
    made.putObject("metadata").put("name", name);
    return made;
  }
}
