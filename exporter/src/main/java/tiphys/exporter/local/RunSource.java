// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tiphys.exporter.execution.WorkflowSource;
import tiphys.exporter.manifest.ManifestReader;
import tiphys.model.place.Locator;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;
import tiphys.model.reading.WorkflowReader;
import tiphys.model.workflow.ResourceKind;
import tiphys.model.workflow.WorkflowFile;
import tiphys.model.yaml.YamlPlace;

/** Finds in a file what a request asks to run, complete with the values of its parameters. */
final class RunSource {
  /** As Kubernetes makes names of generateName. */
  private static final String LETTERS = "bcdfghjklmnpqrstvwxz2456789";

  /**
   * What a workflow can refer to; a cron workflow may have the name of the template it refers to.
   */
  private static final Set<ResourceKind> TEMPLATES =
      Set.of(ResourceKind.WORKFLOW_TEMPLATE, ResourceKind.CLUSTER_WORKFLOW_TEMPLATE);

  private static final SecureRandom RANDOM = new SecureRandom();

  private RunSource() {}

  /**
   * What is to be run.
   *
   * @param name of the workflow; if empty, the file's own or one that is made up
   */
  static Outcome<WorkflowSource> of(RunRequest request, String name) {
    if (request.tree().syntaxError().isPresent()) {
      return Outcome.refused(request.tree().syntaxError().get());
    }
    WorkflowFile file = WorkflowReader.read(request.tree());
    Optional<YamlPlace> place = new Locator(request.tree(), file).resource(request.resource());
    if (place.isEmpty()
        || !file.resources().get(request.resource()).kind().hasTemplates()
        || !(ManifestReader.toJson(place.get()) instanceof ObjectNode resource)) {
      return Outcome.refused(ProblemCode.RUN_NO_WORKFLOW);
    }
    JsonNode declared = resource.path("spec");
    if (declared.has("workflowSpec")) {
      declared = declared.path("workflowSpec");
    }
    if (!(declared instanceof ObjectNode own)) {
      return Outcome.refused(ProblemCode.ENTRYPOINT_MISSING);
    }
    Map<String, JsonNode> others = otherTemplates(request, file);
    return whole(own, others)
        .then(
            spec -> {
              if (spec.path("entrypoint").asText("").isEmpty()) {
                return Outcome.refused(ProblemCode.ENTRYPOINT_MISSING);
              }
              Optional<String> missing = fillParameters(spec, request.parameters());
              if (missing.isPresent()) {
                return Outcome.refused(ProblemCode.RUN_PARAMETER_MISSING, missing.get());
              }
              String chosen = name.isEmpty() ? nameOf(resource) : name;
              return Outcome.done(new WorkflowSource(chosen, resource, spec, others));
            });
  }

  /**
   * A spec with that of its {@code workflowTemplateRef} below it: what the workflow says itself
   * wins, arguments one by one (Argo: JoinWorkflowSpec).
   */
  private static Outcome<ObjectNode> whole(ObjectNode own, Map<String, JsonNode> others) {
    String name = own.path("workflowTemplateRef").path("name").asText("");
    if (name.isEmpty()) {
      return Outcome.done(own);
    }
    if (!(others.get(name) instanceof ObjectNode below)) {
      return Outcome.refused(ProblemCode.RUN_TEMPLATE_ELSEWHERE, name);
    }
    ObjectNode spec = below.deepCopy();
    for (Map.Entry<String, JsonNode> entry : own.properties()) {
      if (!entry.getKey().equals("arguments")) {
        spec.set(entry.getKey(), entry.getValue());
      }
    }
    spec.remove("workflowTemplateRef");
    for (String kind : new String[] {"parameters", "artifacts"}) {
      for (JsonNode argument : own.path("arguments").path(kind)) {
        put(spec, kind, argument);
      }
    }
    return Outcome.done(spec);
  }

  /** Replaces the argument of the same name, or adds it. */
  private static void put(ObjectNode spec, String kind, JsonNode argument) {
    ObjectNode all =
        spec.path("arguments") instanceof ObjectNode declared
            ? declared
            : spec.putObject("arguments");
    ArrayNode arguments =
        all.path(kind) instanceof ArrayNode declared ? declared : all.putArray(kind);
    for (int i = 0; i < arguments.size(); i++) {
      if (arguments.get(i).path("name").equals(argument.path("name"))) {
        arguments.set(i, argument);
        return;
      }
    }
    arguments.add(argument);
  }

  /** Puts the given values in; the first parameter that is left without one. */
  private static Optional<String> fillParameters(ObjectNode spec, Map<String, String> given) {
    given.forEach(
        (name, value) ->
            put(spec, "parameters", spec.objectNode().put("name", name).put("value", value)));
    for (JsonNode parameter : spec.path("arguments").path("parameters")) {
      JsonNode otherwise = parameter.path("valueFrom").path("default");
      if (parameter instanceof ObjectNode open
          && !open.has("value")
          && !otherwise.isMissingNode()) {
        open.set("value", otherwise);
      }
      if (!parameter.has("value") && !parameter.has("default")) {
        return Optional.of(parameter.path("name").asText(""));
      }
    }
    return Optional.empty();
  }

  private static Map<String, JsonNode> otherTemplates(RunRequest request, WorkflowFile file) {
    Map<String, JsonNode> templates = new HashMap<>();
    Locator locator = new Locator(request.tree(), file);
    for (int i = 0; i < file.resources().size(); i++) {
      if (!TEMPLATES.contains(file.resources().get(i).kind())) {
        continue;
      }
      Optional<String> name = file.resources().get(i).name();
      Optional<YamlPlace> spec = locator.spec(i);
      if (name.isPresent() && spec.isPresent()) {
        templates.put(name.get(), ManifestReader.toJson(spec.get()));
      }
    }
    return templates;
  }

  private static String nameOf(ObjectNode resource) {
    String name = resource.path("metadata").path("name").asText("");
    if (!name.isEmpty()) {
      return name;
    }
    StringBuilder made =
        new StringBuilder(resource.path("metadata").path("generateName").asText("workflow-"));
    for (int i = 0; i < 5; i++) {
      made.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return made.toString();
  }
}
