// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import tiphys.exporter.cluster.SubmitOptions;
import tiphys.exporter.local.WorkflowParameter;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;

/**
 * A submission, while the user is asked about it.
 *
 * @param subject what is submitted, as the user knows it: the name of a workflow or of a template
 * @param connection where it goes
 * @param parameters those that values can be given for
 * @param answer what the form begins with
 * @param trouble why the last try failed; the form says it
 */
public record SubmitWish(
    String subject,
    String connection,
    List<WorkflowParameter> parameters,
    Answer answer,
    Optional<Problem> trouble) {
  /**
   * What the user wants.
   *
   * @param namespace empty for the connection's own
   * @param options of the parameters only those whose value is another than the workflow's
   */
  public record Answer(String namespace, SubmitOptions options) {}

  /** Asks the cluster whether it would take a submission. Blocks; called by a worker. */
  @FunctionalInterface
  public interface DryRun {
    /** What the cluster says; refused with its reason. */
    Outcome<?> of(Answer answer);
  }

  public SubmitWish {
    parameters = List.copyOf(parameters);
  }

  /**
   * For a workflow or a template, as JSON.
   *
   * @param namespace the one that is meant where the resource names none
   * @param last the values that it was run with last, by name
   */
  public static SubmitWish of(
      ObjectNode resource, String connection, String namespace, Map<String, String> last) {
    JsonNode metadata = resource.path("metadata");
    JsonNode spec =
        resource.at("/spec/workflowSpec").isMissingNode()
            ? resource.path("spec")
            : resource.at("/spec/workflowSpec");
    String name = metadata.path("name").asText("");
    boolean isWorkflow = resource.path("kind").asText("").equals("Workflow");
    String beginning = metadata.path("generateName").asText("");
    String priority = spec.path("priority").asText("");
    SubmitOptions options =
        new SubmitOptions(
            isWorkflow ? name : "",
            isWorkflow ? beginning : name + "-",
            "",
            spec.path("serviceAccountName").asText(""),
            priority.matches("-?\\d{1,9}")
                ? OptionalInt.of(Integer.parseInt(priority))
                : OptionalInt.empty(),
            last,
            Map.of());
    String space = metadata.path("namespace").asText("");
    return new SubmitWish(
        name.isEmpty() ? beginning : name,
        connection,
        parameters(spec),
        new Answer(space.isEmpty() ? namespace : space, options),
        Optional.empty());
  }

  /** Once more, with what was given the last time and why that failed. */
  public SubmitWish again(Answer given, Problem why) {
    return new SubmitWish(subject, connection, parameters, given, Optional.of(why));
  }

  /** What a cluster looks up itself, for example in a config map, may stay empty. */
  private static List<WorkflowParameter> parameters(JsonNode spec) {
    Map<String, Boolean> isLookedUp = new HashMap<>();
    for (JsonNode declared : spec.at("/arguments/parameters")) {
      isLookedUp.put(declared.path("name").asText(""), declared.has("valueFrom"));
    }
    List<WorkflowParameter> all = new ArrayList<>();
    for (WorkflowParameter each : WorkflowParameter.declaredIn(spec)) {
      boolean mayStayEmpty = each.value().isEmpty() && isLookedUp.getOrDefault(each.name(), false);
      all.add(
          mayStayEmpty
              ? new WorkflowParameter(
                  each.name(), Optional.of(""), each.description(), each.choices())
              : each);
    }
    return all;
  }
}
