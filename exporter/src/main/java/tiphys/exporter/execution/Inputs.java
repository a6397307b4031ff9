// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import tiphys.exporter.expression.EvaluationException;
import tiphys.exporter.manifest.JsonText;

/** Turns the arguments of a call into the inputs of its template (Argo: ProcessArgs). */
final class Inputs {
  private Inputs() {}

  /**
   * @param template with its inputs filled in, and the tags of inputs and of the outer scope
   *     replaced
   * @param scope the inputs, and behind them the outer scope
   */
  record Processed(ObjectNode template, Scope scope) {}

  /**
   * Fills in the inputs.
   *
   * @param outer the workflow's values and those of the node
   */
  static Processed processed(ObjectNode template, JsonNode arguments, Scope outer)
      throws EvaluationException {
    Values own = new Values();
    ArrayNode parameters = parameters(template, arguments, outer, own);
    for (String direction : List.of("inputs", "outputs")) {
      addPaths(template, direction, own);
    }
    Scope scope = own.within(outer);
    ArrayNode artifacts = artifacts(template, arguments, scope, own);
    ObjectNode body = template.deepCopy();
    body.remove("inputs");
    ObjectNode processed = (ObjectNode) Tags.replaced(body, scope, Strictness.LENIENT);
    ObjectNode inputs = processed.putObject("inputs");
    if (!parameters.isEmpty()) {
      inputs.set("parameters", parameters);
    }
    if (!artifacts.isEmpty()) {
      inputs.set("artifacts", artifacts);
    }
    return new Processed(processed, scope);
  }

  private static ArrayNode parameters(
      ObjectNode template, JsonNode arguments, Scope outer, Values own) throws EvaluationException {
    ArrayNode filled = JsonNodeFactory.instance.arrayNode();
    for (JsonNode declared : template.path("inputs").path("parameters")) {
      String name = declared.path("name").asText("");
      String value = value(declared, named(arguments.path("parameters"), name), name, outer);
      allow(declared.path("enum"), name, value);
      filled.add(((ObjectNode) declared.deepCopy()).put("value", value));
      own.put("inputs.parameters." + name, value);
    }
    own.put("inputs.parameters", JsonText.compact(filled));
    return filled;
  }

  private static String value(
      JsonNode declared, Optional<JsonNode> argument, String name, Scope outer)
      throws EvaluationException {
    if (argument.isPresent() && argument.get().has("value")) {
      return Tags.replaced(JsonText.plain(argument.get().get("value")), outer, Strictness.LENIENT);
    }
    for (String key : List.of("value", "default")) {
      if (declared.hasNonNull(key)) {
        return Tags.replaced(JsonText.plain(declared.get(key)), outer, Strictness.LENIENT);
      }
    }
    if (declared.path("valueFrom").hasNonNull("default")) {
      return JsonText.plain(declared.path("valueFrom").path("default"));
    }
    throw new EvaluationException("inputs.parameters." + name + " was not supplied");
  }

  private static void allow(JsonNode choices, String name, String value)
      throws EvaluationException {
    boolean isAllowed =
        choices.isEmpty()
            || choices.valueStream().anyMatch(choice -> JsonText.plain(choice).equals(value));
    if (!isAllowed) {
      throw new EvaluationException(
          "inputs.parameters." + name + " is '" + value + "', which is not one of its enum");
    }
  }

  private static ArrayNode artifacts(
      ObjectNode template, JsonNode arguments, Scope scope, Values own) throws EvaluationException {
    ArrayNode filled = JsonNodeFactory.instance.arrayNode();
    for (JsonNode declared : template.path("inputs").path("artifacts")) {
      String name = declared.path("name").asText("");
      ObjectNode artifact = (ObjectNode) Tags.replaced(declared, scope, Strictness.LENIENT);
      Optional<JsonNode> argument = named(arguments.path("artifacts"), name);
      if (argument.isPresent()) {
        JsonNode given = Tags.replaced(argument.get(), scope, Strictness.LENIENT);
        ArtifactLocation.placed(artifact, given);
      }
      if (ArtifactLocation.kind(artifact).isPresent()) {
        filled.add(artifact);
        own.putArtifact("inputs.artifacts." + name, artifact);
      } else if (!artifact.path("optional").asBoolean()) {
        throw new EvaluationException("inputs.artifacts." + name + " was not supplied");
      }
    }
    return filled;
  }

  private static void addPaths(ObjectNode template, String direction, Values own) {
    for (JsonNode artifact : template.path(direction).path("artifacts")) {
      if (artifact.path("path").isTextual()) {
        String name = artifact.path("name").asText("");
        own.put(direction + ".artifacts." + name + ".path", artifact.path("path").asText());
      }
    }
    for (JsonNode parameter : template.path(direction).path("parameters")) {
      JsonNode path = parameter.path("valueFrom").path("path");
      if (path.isTextual()) {
        String name = parameter.path("name").asText("");
        own.put(direction + ".parameters." + name + ".path", path.asText());
      }
    }
  }

  /** The entry of a list with a name. */
  static Optional<JsonNode> named(JsonNode list, String name) {
    return list.valueStream().filter(each -> each.path("name").asText("").equals(name)).findFirst();
  }
}
