// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tiphys.exporter.execution.WorkflowSource;
import tiphys.exporter.manifest.ManifestReader;
import tiphys.model.place.Locator;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.reading.WorkflowReader;
import tiphys.model.workflow.ResourceKind;
import tiphys.model.workflow.WorkflowFile;
import tiphys.model.yaml.YamlPlace;
import tiphys.model.yaml.YamlTree;

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

  /** What a resource declares, with everything that its name and its templates need. */
  private record Declared(ObjectNode resource, ObjectNode spec, Map<String, JsonNode> others) {}

  /**
   * What is to be run.
   *
   * @param name of the workflow; if empty, the file's own or one that is made up
   */
  static Outcome<WorkflowSource> of(RunRequest request, String name) {
    return declared(request.tree(), request.resource())
        .then(
            declared -> {
              ObjectNode spec = declared.spec();
              if (spec.path("entrypoint").asText("").isEmpty()) {
                return Outcome.refused(ProblemCode.ENTRYPOINT_MISSING);
              }
              Optional<Problem> wrong = ParameterValues.fill(spec, request.parameters());
              if (wrong.isPresent()) {
                return Outcome.refused(wrong.get());
              }
              String chosen = name.isEmpty() ? nameOf(declared.resource()) : name;
              return Outcome.done(
                  new WorkflowSource(chosen, declared.resource(), spec, declared.others()));
            });
  }

  /** The parameters that a resource can be run with. */
  static Outcome<List<WorkflowParameter>> parameters(YamlTree tree, int resource) {
    return declared(tree, resource)
        .then(declared -> Outcome.done(WorkflowParameter.declaredIn(declared.spec())));
  }

  private static Outcome<Declared> declared(YamlTree tree, int number) {
    if (tree.syntaxError().isPresent()) {
      return Outcome.refused(tree.syntaxError().get());
    }
    WorkflowFile file = WorkflowReader.read(tree);
    Optional<YamlPlace> place = new Locator(tree, file).resource(number);
    if (place.isEmpty()
        || !file.resources().get(number).kind().hasTemplates()
        || !(ManifestReader.toJson(place.get()) instanceof ObjectNode resource)) {
      return Outcome.refused(ProblemCode.RUN_NO_WORKFLOW);
    }
    JsonNode spec = resource.path("spec");
    if (spec.has("workflowSpec")) {
      spec = spec.path("workflowSpec");
    }
    if (!(spec instanceof ObjectNode own)) {
      return Outcome.refused(ProblemCode.ENTRYPOINT_MISSING);
    }
    Map<String, JsonNode> others = otherTemplates(tree, file);
    return whole(own, others).then(whole -> Outcome.done(new Declared(resource, whole, others)));
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

  private static Map<String, JsonNode> otherTemplates(YamlTree tree, WorkflowFile file) {
    Map<String, JsonNode> templates = new HashMap<>();
    Locator locator = new Locator(tree, file);
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
