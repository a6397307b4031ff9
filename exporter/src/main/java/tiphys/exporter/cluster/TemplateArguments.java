// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import tiphys.exporter.cluster.action.Overrides;

/** The parameters that a run takes whose workflow only names a template of the cluster. */
public final class TemplateArguments {
  private TemplateArguments() {}

  /**
   * A copy of a resource that declares the parameters of the template too which it names; its own
   * say more. Where the template cannot be had, the resource itself. Blocks.
   */
  public static ObjectNode with(ClusterGateway gateway, String namespace, ObjectNode resource) {
    boolean isInner = resource.at("/spec/workflowSpec").isObject();
    JsonNode reference =
        resource.at((isInner ? "/spec/workflowSpec" : "/spec") + "/workflowTemplateRef");
    String name = reference.path("name").asText("");
    if (name.isEmpty()) {
      return resource;
    }
    ArgoKind kind =
        reference.path("clusterScope").asBoolean(false)
            ? ArgoKind.CLUSTER_WORKFLOW_TEMPLATE
            : ArgoKind.WORKFLOW_TEMPLATE;
    return gateway
        .get(kind, namespace, name)
        .result()
        .map(template -> merged(resource.deepCopy(), isInner, template))
        .orElse(resource);
  }

  private static ObjectNode merged(ObjectNode copy, boolean isInner, ObjectNode template) {
    ObjectNode outer = Overrides.object(copy, "spec");
    ObjectNode spec = isInner ? Overrides.object(outer, "workflowSpec") : outer;
    Map<String, ObjectNode> all = new LinkedHashMap<>();
    for (JsonNode from : new JsonNode[] {template.path("spec"), spec}) {
      for (JsonNode each : from.at("/arguments/parameters")) {
        ObjectNode known =
            all.computeIfAbsent(
                each.path("name").asText(""), _ -> JsonNodeFactory.instance.objectNode());
        each.properties().forEach(field -> known.set(field.getKey(), field.getValue()));
      }
    }
    ArrayNode merged = JsonNodeFactory.instance.arrayNode();
    merged.addAll(all.values());
    Overrides.object(spec, "arguments").set("parameters", merged);
    return copy;
  }
}
