// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tiphys.exporter.local.EngineChoice;
import tiphys.exporter.local.RunRequest;
import tiphys.exporter.local.WorkflowParameter;
import tiphys.exporter.manifest.ManifestWriter;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.text.SourceText;
import tiphys.model.yaml.YamlTree;

/**
 * Makes a workflow of one template: a single task calls it with the inputs of a case. What belongs
 * to a whole run, such as retries, locks and exit handlers, is left out.
 */
final class FunctionRequest {
  /** The task, by which its node is found. */
  static final String TASK = "function";

  private static final List<String> NOT_OF_TEMPLATE =
      List.of("retryStrategy", "synchronization", "memoize", "daemon", "parallelism");
  private static final List<String> NOT_OF_SPEC =
      List.of("onExit", "hooks", "synchronization", "templateDefaults", "retryStrategy", "suspend");

  private FunctionRequest() {}

  /** Refused for inputs that the template does not take, or that it lacks. */
  static Outcome<RunRequest> of(
      YamlTree tree,
      FunctionTemplate function,
      FunctionCase.Given given,
      EngineChoice engine,
      Path folder) {
    Optional<Problem> wrong = wrong(function, given);
    if (wrong.isPresent()) {
      return Outcome.refused(wrong.get());
    }
    JsonNode resource = FunctionTemplate.resource(tree, function.resource());
    ObjectNode alone = alone(resource, function, given);
    YamlTree made = YamlTree.parse(SourceText.of(ManifestWriter.yaml(alone)));
    return Outcome.done(new RunRequest(made, 0, given.workflow(), engine, folder));
  }

  private static Optional<Problem> wrong(FunctionTemplate function, FunctionCase.Given given) {
    List<String> names = function.parameters().stream().map(WorkflowParameter::name).toList();
    List<String> all = new ArrayList<>(names);
    all.addAll(function.artifacts());
    Optional<String> unknown =
        given.parameters().keySet().stream()
            .filter(name -> !names.contains(name))
            .findFirst()
            .or(
                () ->
                    given.artifacts().keySet().stream()
                        .filter(name -> !function.artifacts().contains(name))
                        .findFirst());
    if (unknown.isPresent()) {
      return Optional.of(
          Problem.refusal(
              ProblemCode.CASE_INPUT_UNKNOWN,
              function.name(),
              unknown.get(),
              all.isEmpty() ? "-" : String.join(", ", all)));
    }
    return function.parameters().stream()
        .filter(each -> each.value().isEmpty() && !given.parameters().containsKey(each.name()))
        .findFirst()
        .map(each -> Problem.refusal(ProblemCode.CASE_INPUT_MISSING, function.name(), each.name()));
  }

  private static ObjectNode alone(
      JsonNode resource, FunctionTemplate function, FunctionCase.Given given) {
    ObjectNode alone = resource.deepCopy();
    ObjectNode spec = FunctionTemplate.spec(resource).deepCopy();
    spec.remove(NOT_OF_SPEC);
    ArrayNode templates = spec.putArray("templates");
    caller(templates.addObject(), function, given);
    for (JsonNode template : FunctionTemplate.spec(resource).path("templates")) {
      if (template.path("name").asText("").equals(function.name())) {
        templates.add(plain(template.deepCopy()));
      }
    }
    spec.put("entrypoint", templates.get(0).path("name").asText());
    alone.put("apiVersion", "argoproj.io/v1alpha1").put("kind", "Workflow");
    alone.putObject("metadata").put("name", "alone");
    alone.set("spec", spec);
    return alone;
  }

  /** The result is only kept where something uses it. */
  private static void caller(
      ObjectNode caller, FunctionTemplate function, FunctionCase.Given given) {
    caller.put("name", function.name() + "-alone");
    ObjectNode task = caller.putObject("dag").putArray("tasks").addObject();
    task.put("name", TASK).put("template", function.name());
    ObjectNode arguments = task.putObject("arguments");
    ArrayNode parameters = arguments.putArray("parameters");
    given
        .parameters()
        .forEach((name, value) -> parameters.addObject().put("name", name).put("value", value));
    ArrayNode artifacts = arguments.putArray("artifacts");
    for (Map.Entry<String, String> each : given.artifacts().entrySet()) {
      ObjectNode artifact = artifacts.addObject().put("name", each.getKey());
      artifact.putObject("raw").put("data", each.getValue());
    }
    caller
        .putObject("outputs")
        .putArray("parameters")
        .addObject()
        .put("name", "result")
        .putObject("valueFrom")
        .put("parameter", "{{tasks." + TASK + ".outputs.result}}");
  }

  /** What it gives out is kept as it is, to be compared. */
  private static ObjectNode plain(ObjectNode template) {
    template.remove(NOT_OF_TEMPLATE);
    for (JsonNode artifact : template.path("outputs").path("artifacts")) {
      if (artifact instanceof ObjectNode open) {
        open.retain(List.of("name", "path", "optional"));
        open.putObject("archive").putObject("none");
        open.putObject("s3").put("key", "outputs/" + open.path("name").asText());
      }
    }
    for (JsonNode artifact : template.path("inputs").path("artifacts")) {
      if (artifact instanceof ObjectNode open) {
        open.retain(List.of("name", "path", "optional", "mode", "raw"));
      }
    }
    return template;
  }
}
