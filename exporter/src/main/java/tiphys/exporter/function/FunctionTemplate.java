// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tiphys.exporter.local.WorkflowParameter;
import tiphys.exporter.manifest.ManifestReader;
import tiphys.model.yaml.YamlTree;

/**
 * A template that can be run alone, as a function can be called: a script or a container.
 *
 * @param resource the position of its workflow in the file
 * @param source the code of a script; empty for a container
 * @param artifacts names of the artifacts that it takes
 */
public record FunctionTemplate(
    int resource,
    String name,
    String source,
    List<WorkflowParameter> parameters,
    List<String> artifacts) {
  public FunctionTemplate {
    parameters = List.copyOf(parameters);
    artifacts = List.copyOf(artifacts);
  }

  /** All of a file, in its order. */
  public static List<FunctionTemplate> of(YamlTree tree) {
    List<FunctionTemplate> found = new ArrayList<>();
    for (int i = 0; i < tree.documents().size(); i++) {
      for (JsonNode template : spec(resource(tree, i)).path("templates")) {
        if (template.has("script") || template.has("container")) {
          found.add(of(i, template));
        }
      }
    }
    return found;
  }

  /** The first of a name. */
  public static Optional<FunctionTemplate> of(YamlTree tree, String name) {
    return of(tree).stream().filter(each -> each.name().equals(name)).findFirst();
  }

  static JsonNode resource(YamlTree tree, int number) {
    return ManifestReader.toJson(tree.documents().get(number).place());
  }

  /** What has the templates: in a cron workflow it lies one deeper. */
  static JsonNode spec(JsonNode resource) {
    JsonNode spec = resource.path("spec");
    return spec.has("workflowSpec") ? spec.path("workflowSpec") : spec;
  }

  private static FunctionTemplate of(int resource, JsonNode template) {
    ObjectNode asked = JsonNodeFactory.instance.objectNode();
    asked.set("arguments", template.path("inputs"));
    List<String> artifacts = new ArrayList<>();
    template
        .path("inputs")
        .path("artifacts")
        .forEach(artifact -> artifacts.add(artifact.path("name").asText("")));
    return new FunctionTemplate(
        resource,
        template.path("name").asText(""),
        template.path("script").path("source").asText(""),
        WorkflowParameter.declaredIn(asked),
        artifacts);
  }
}
