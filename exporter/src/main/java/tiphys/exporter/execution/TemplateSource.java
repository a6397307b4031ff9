// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import tiphys.exporter.expression.EvaluationException;

/** The templates of one resource, and the way to those of the other resources of the file. */
final class TemplateSource {
  private final Map<String, JsonNode> templates = new HashMap<>();
  private final Map<String, JsonNode> others;
  private final JsonNode defaults;

  /**
   * @param others the specs of the WorkflowTemplates of the file, by name; those of cluster
   *     templates too
   */
  TemplateSource(JsonNode spec, Map<String, JsonNode> others) {
    this.others = others;
    this.defaults = spec.path("templateDefaults");
    for (JsonNode template : spec.path("templates")) {
      templates.put(template.path("name").asText(""), template);
    }
  }

  /** A template, and where the names that it uses are looked up. */
  record Found(ObjectNode template, TemplateSource source) {}

  Found find(JsonNode caller) throws EvaluationException {
    if (caller.path("inline") instanceof ObjectNode inline) {
      return new Found(withDefaults(inline), this);
    }
    if (caller.path("templateRef").isObject()) {
      return elsewhere(caller.path("templateRef"));
    }
    String name = caller.path("template").asText("");
    if (!(templates.get(name) instanceof ObjectNode template)) {
      throw new EvaluationException("template name '" + name + "' undefined");
    }
    return new Found(withDefaults(template), this);
  }

  private Found elsewhere(JsonNode reference) throws EvaluationException {
    String name = reference.path("name").asText("");
    JsonNode spec = others.get(name);
    if (spec == null) {
      throw new EvaluationException(
          "the workflow template '" + name + "' is not in this file, so it cannot be run here");
    }
    TemplateSource source = new TemplateSource(spec, others);
    ObjectNode caller = reference.deepCopy();
    return source.find(caller);
  }

  private ObjectNode withDefaults(ObjectNode template) {
    ObjectNode copy = template.deepCopy();
    if (defaults.isObject()) {
      fill(copy, defaults);
    }
    return copy;
  }

  private static void fill(ObjectNode into, JsonNode from) {
    for (Map.Entry<String, JsonNode> entry : from.properties()) {
      boolean isOfOtherKind =
          (entry.getKey().equals("container") || entry.getKey().equals("script"))
              && !into.has(entry.getKey());
      if (into.get(entry.getKey()) instanceof ObjectNode inner && entry.getValue().isObject()) {
        fill(inner, entry.getValue());
      } else if (!into.has(entry.getKey()) && !isOfOtherKind) {
        into.set(entry.getKey(), entry.getValue().deepCopy());
      }
    }
  }
}
