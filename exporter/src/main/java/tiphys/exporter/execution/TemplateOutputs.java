// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import tiphys.exporter.expression.EvaluationException;
import tiphys.exporter.expression.Expression;
import tiphys.exporter.manifest.JsonText;

/** The outputs of a steps or DAG template, taken from those of its tasks. */
final class TemplateOutputs {
  private TemplateOutputs() {}

  static ObjectNode of(JsonNode template, Scope scope, boolean isSimulation)
      throws EvaluationException {
    ObjectNode outputs = JsonNodeFactory.instance.objectNode();
    ArrayNode parameters = JsonNodeFactory.instance.arrayNode();
    for (JsonNode declared : template.path("outputs").path("parameters")) {
      ObjectNode parameter = declared.deepCopy();
      parameter.remove("valueFrom");
      parameters.add(parameter.put("value", value(declared, scope, isSimulation)));
    }
    ArrayNode artifacts = JsonNodeFactory.instance.arrayNode();
    for (JsonNode declared : template.path("outputs").path("artifacts")) {
      addArtifact(artifacts, declared, scope, isSimulation);
    }
    if (!parameters.isEmpty()) {
      outputs.set("parameters", parameters);
    }
    if (!artifacts.isEmpty()) {
      outputs.set("artifacts", artifacts);
    }
    return outputs;
  }

  private static String value(JsonNode declared, Scope scope, boolean isSimulation)
      throws EvaluationException {
    JsonNode from = declared.path("valueFrom");
    try {
      if (from.has("expression")) {
        String expression = from.path("expression").asText();
        return JsonText.plain(Expression.parse(expression).evaluate(scope.names(expression)));
      }
      String source = from.has("parameter") ? from.path("parameter").asText() : plain(declared);
      return Tags.replaced(source, scope, Strictness.SIBLINGS);
    } catch (EvaluationException e) {
      if (from.hasNonNull("default")) {
        return JsonText.plain(from.path("default"));
      }
      if (isSimulation) {
        return "";
      }
      throw e;
    }
  }

  private static String plain(JsonNode declared) {
    return JsonText.plain(declared.path("value"));
  }

  private static void addArtifact(
      ArrayNode artifacts, JsonNode declared, Scope scope, boolean isSimulation)
      throws EvaluationException {
    try {
      JsonNode artifact = Tags.replaced(declared, scope, Strictness.SIBLINGS);
      if (ArtifactLocation.kind(artifact).isPresent()) {
        artifacts.add(((ObjectNode) artifact).without(List.of("from", "fromExpression")));
      }
    } catch (EvaluationException e) {
      if (!declared.path("optional").asBoolean() && !isSimulation) {
        throw e;
      }
    }
  }
}
