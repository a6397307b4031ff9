// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;

/** Reads the parameters of a workflow, and puts given values in where they are allowed. */
final class ParameterValues {
  private ParameterValues() {}

  /** The value that a parameter has where none is given. */
  static Optional<JsonNode> value(JsonNode declared) {
    return List.of(
            declared.path("value"),
            declared.path("default"),
            declared.path("valueFrom").path("default"))
        .stream()
        .filter(node -> !node.isMissingNode() && !node.isNull())
        .findFirst();
  }

  /**
   * Fills a spec, or says what is wrong: a name that is no parameter, a value that is none of the
   * choices, or a parameter that is left without a value.
   */
  static Optional<Problem> fill(ObjectNode spec, Map<String, String> given) {
    List<WorkflowParameter> all = WorkflowParameter.declaredIn(spec);
    List<String> names = all.stream().map(WorkflowParameter::name).toList();
    for (String name : given.keySet()) {
      if (!names.contains(name)) {
        return Optional.of(
            names.isEmpty()
                ? Problem.refusal(ProblemCode.RUN_PARAMETER_NONE, name)
                : Problem.refusal(
                    ProblemCode.RUN_PARAMETER_UNKNOWN, name, String.join(", ", names)));
      }
    }
    for (WorkflowParameter parameter : all) {
      Optional<String> value =
          Optional.ofNullable(given.get(parameter.name())).or(parameter::value);
      if (value.isEmpty()) {
        return Optional.of(Problem.refusal(ProblemCode.RUN_PARAMETER_MISSING, parameter.name()));
      }
      if (!parameter.allows(value.get())) {
        return Optional.of(
            Problem.refusal(
                ProblemCode.RUN_PARAMETER_NOT_ALLOWED,
                parameter.name(),
                value.get(),
                String.join(", ", parameter.choices())));
      }
    }
    for (JsonNode declared : spec.path("arguments").path("parameters")) {
      if (declared instanceof ObjectNode open) {
        String name = open.path("name").asText("");
        if (given.containsKey(name)) {
          open.put("value", given.get(name));
        } else if (!open.has("value")) {
          value(open).ifPresent(value -> open.set("value", value));
        }
      }
    }
    return Optional.empty();
  }
}
