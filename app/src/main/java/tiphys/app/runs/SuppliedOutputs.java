// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tiphys.exporter.cluster.status.WorkflowObject;
import tiphys.exporter.local.WorkflowParameter;

/** The values that suspended nodes wait for (Argo: {@code valueFrom.supplied}). */
final class SuppliedOutputs {
  private SuppliedOutputs() {}

  /**
   * In order, each name once. What may be chosen from is said by the input of the same name.
   *
   * @param whole with its nodes unpacked
   * @param nodeId the node that is meant; empty for all that wait
   */
  static List<WorkflowParameter> of(WorkflowObject whole, String nodeId) {
    Map<String, WorkflowParameter> wanted = new LinkedHashMap<>();
    for (JsonNode node : whole.json().at("/status/nodes")) {
      boolean isMeant = nodeId.isEmpty() || node.path("id").asText().equals(nodeId);
      boolean isWaiting =
          node.path("type").asText().equals("Suspend")
              && node.path("phase").asText().equals("Running");
      if (isMeant && isWaiting) {
        for (JsonNode output : node.at("/outputs/parameters")) {
          if (output.path("valueFrom").has("supplied")) {
            WorkflowParameter parameter = parameter(node, output);
            wanted.putIfAbsent(parameter.name(), parameter);
          }
        }
      }
    }
    return List.copyOf(wanted.values());
  }

  private static WorkflowParameter parameter(JsonNode node, JsonNode output) {
    String name = output.path("name").asText("");
    JsonNode input = JsonNodeFactory.instance.objectNode();
    for (JsonNode each : node.at("/inputs/parameters")) {
      input = each.path("name").asText("").equals(name) ? each : input;
    }
    List<String> choices = new ArrayList<>();
    JsonNode declared = input;
    declared.path("enum").forEach(choice -> choices.add(choice.asText()));
    return new WorkflowParameter(
        name,
        text(output.at("/valueFrom/default")).or(() -> value(declared)),
        output.path("description").asText(declared.path("description").asText("")),
        choices);
  }

  private static Optional<String> value(JsonNode declared) {
    return text(declared.path("value")).or(() -> text(declared.path("default")));
  }

  private static Optional<String> text(JsonNode value) {
    return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(value.asText());
  }
}
