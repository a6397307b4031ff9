// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tiphys.exporter.manifest.JsonText;

/**
 * A parameter that a workflow can be run with (Argo: {@code spec.arguments.parameters}).
 *
 * @param value the one that is taken where no other is given: its {@code value}, else its {@code
 *     default}, else the default of its {@code valueFrom}
 * @param choices the only values that are allowed (Argo: {@code enum}); empty where all are
 */
public record WorkflowParameter(
    String name, Optional<String> value, String description, List<String> choices) {
  public WorkflowParameter {
    choices = List.copyOf(choices);
  }

  /**
   * The parameters that a spec declares, in its order.
   *
   * @param spec of a workflow, as JSON
   */
  public static List<WorkflowParameter> declaredIn(JsonNode spec) {
    List<WorkflowParameter> all = new ArrayList<>();
    for (JsonNode declared : spec.path("arguments").path("parameters")) {
      List<String> choices = new ArrayList<>();
      declared.path("enum").forEach(choice -> choices.add(JsonText.plain(choice)));
      all.add(
          new WorkflowParameter(
              declared.path("name").asText(""),
              ParameterValues.value(declared).map(JsonText::plain),
              declared.path("description").asText(""),
              choices));
    }
    return all;
  }

  /** Whether it may have a value. */
  public boolean allows(String given) {
    return choices.isEmpty() || choices.contains(given);
  }
}
