// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import tiphys.exporter.expression.EvaluationException;
import tiphys.exporter.expression.Expression;
import tiphys.exporter.expression.UnknownNameException;
import tiphys.exporter.manifest.JsonText;

/** Puts values in the place of {@code {{tags}}} and {@code {{=expressions}}}. */
final class Tags {
  private static final String OPEN = "{{";
  private static final String CLOSE = "}}";

  private final Scope scope;
  private final Strictness strictness;

  private Tags(Scope scope, Strictness strictness) {
    this.scope = scope;
    this.strictness = strictness;
  }

  static String replaced(String text, Scope scope, Strictness strictness)
      throws EvaluationException {
    return new Tags(scope, strictness).text(text);
  }

  /** In all texts of a value; artifacts that come {@code from} elsewhere get their location. */
  static JsonNode replaced(JsonNode value, Scope scope, Strictness strictness)
      throws EvaluationException {
    return new Tags(scope, strictness).value(value);
  }

  /** The name within a text that is one simple tag and nothing else. */
  static Optional<String> only(String text) {
    String trimmed = text.strip();
    boolean isTag =
        trimmed.startsWith(OPEN)
            && trimmed.indexOf(CLOSE) == trimmed.length() - CLOSE.length()
            && !trimmed.startsWith("{{=");
    return isTag
        ? Optional.of(trimmed.substring(OPEN.length(), trimmed.length() - CLOSE.length()).strip())
        : Optional.empty();
  }

  private JsonNode value(JsonNode value) throws EvaluationException {
    if (value.isTextual()) {
      String text = value.textValue();
      return text.contains(OPEN) ? JsonNodeFactory.instance.textNode(text(text)) : value;
    }
    if (value instanceof ArrayNode items) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode(items.size());
      for (JsonNode item : items) {
        copy.add(value(item));
      }
      return copy;
    }
    if (value instanceof ObjectNode object) {
      return artifactFromElsewhere(object).orElse(entries(object));
    }
    return value;
  }

  private ObjectNode entries(ObjectNode object) throws EvaluationException {
    ObjectNode copy = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      boolean isArtifactTag = entry.getKey().equals("from") && entry.getValue().isTextual();
      copy.set(entry.getKey(), isArtifactTag ? entry.getValue() : value(entry.getValue()));
    }
    return copy;
  }

  private Optional<JsonNode> artifactFromElsewhere(ObjectNode object) throws EvaluationException {
    Optional<String> tag = Optional.of(object.path("from").asText("")).flatMap(Tags::only);
    Optional<JsonNode> found = tag.isPresent() ? scope.artifact(tag.get()) : byExpression(object);
    if (found.isPresent()) {
      return Optional.of(ArtifactLocation.placed(entries(object), found.get()));
    }
    if (tag.isPresent() && strictness.wants(tag.get()) && !object.path("optional").asBoolean()) {
      throw new EvaluationException("failed to resolve " + OPEN + tag.get() + CLOSE);
    }
    return Optional.empty();
  }

  private Optional<JsonNode> byExpression(ObjectNode object) throws EvaluationException {
    String expression = object.path("fromExpression").asText("");
    if (expression.isEmpty() || strictness == Strictness.LENIENT) {
      return Optional.empty();
    }
    JsonNode artifact = Expression.parse(expression).evaluate(scope.names(expression));
    return artifact.isObject() ? Optional.of(artifact) : Optional.empty();
  }

  /** Inner tags come first, so that a name may be put together of tags. */
  private String text(String text) throws EvaluationException {
    StringBuilder done = new StringBuilder();
    String rest = text;
    while (true) {
      int open = rest.indexOf(OPEN);
      int close = open < 0 ? -1 : rest.indexOf(CLOSE, open);
      if (close < 0) {
        return done.append(rest).toString();
      }
      boolean isExpression = rest.startsWith("=", open + OPEN.length());
      int innermost = isExpression ? open : rest.lastIndexOf(OPEN, close);
      String content = rest.substring(innermost + OPEN.length(), close);
      Optional<String> value = isExpression ? expression(content) : simple(content);
      String after = rest.substring(close + CLOSE.length());
      if (innermost > open && value.isPresent()) {
        rest = rest.substring(0, innermost) + value.get() + after;
      } else {
        done.append(rest, 0, open);
        done.append(value.orElse(rest.substring(open, close + CLOSE.length())));
        rest = after;
      }
    }
  }

  private Optional<String> simple(String content) throws EvaluationException {
    String tag = content.strip();
    Optional<String> value = scope.text(tag);
    if (value.isEmpty() && strictness.wants(tag)) {
      throw new EvaluationException("failed to resolve " + OPEN + tag + CLOSE);
    }
    return value;
  }

  private Optional<String> expression(String content) throws EvaluationException {
    String expression = content.substring(1);
    try {
      JsonNode value = Expression.parse(expression).evaluate(scope.names(expression));
      return value.isNull() && strictness == Strictness.LENIENT
          ? Optional.empty()
          : Optional.of(JsonText.plain(value));
    } catch (UnknownNameException e) {
      if (strictness.wantsExpression(expression)) {
        throw new EvaluationException(
            "failed to resolve " + OPEN + content + CLOSE + ": " + e.reason());
      }
      return Optional.empty();
    }
  }
}
