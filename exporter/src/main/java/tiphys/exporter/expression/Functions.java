// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import tiphys.exporter.manifest.JsonText;

/** The functions of expr-lang, and those that Argo adds, as far as they are known here. */
final class Functions {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Functions() {}

  static JsonNode call(String name, List<JsonNode> given) throws EvaluationException {
    Arguments a = new Arguments(name, given);
    return switch (name) {
      case "asInt", "int" -> whole(a.get(0));
      case "asFloat", "float" -> JSON.numberNode(decimal(a.get(0)));
      case "string" -> JSON.textNode(text(a.get(0)));
      case "toJson", "toJSON" -> JSON.textNode(JsonText.compact(a.get(0)));
      case "fromJSON" -> json(a.text(0));
      case "jsonpath" -> JsonPath.find(json(a.text(0)), a.text(1));
      case "len" ->
          JSON.numberNode(a.get(0).isTextual() ? a.text(0).length() : (long) a.get(0).size());
      case "upper" -> JSON.textNode(a.text(0).toUpperCase(Locale.ROOT));
      case "lower" -> JSON.textNode(a.text(0).toLowerCase(Locale.ROOT));
      case "trim" -> JSON.textNode(a.text(0).strip());
      case "trimPrefix" -> JSON.textNode(withoutPrefix(a.text(0), a.text(1)));
      case "trimSuffix" -> JSON.textNode(withoutSuffix(a.text(0), a.text(1)));
      case "split" -> split(a.text(0), a.text(1));
      case "join" -> JSON.textNode(joined(a.get(0), a.size() > 1 ? a.text(1) : ""));
      case "replace" -> JSON.textNode(a.text(0).replace(a.text(1), a.text(2)));
      case "repeat" -> JSON.textNode(a.text(0).repeat(Math.max(0, a.get(1).intValue())));
      case "indexOf" -> JSON.numberNode(a.text(0).indexOf(a.text(1)));
      case "hasPrefix" -> JSON.booleanNode(a.text(0).startsWith(a.text(1)));
      case "hasSuffix" -> JSON.booleanNode(a.text(0).endsWith(a.text(1)));
      case "toBase64" -> JSON.textNode(encoded(a.text(0)));
      case "fromBase64" -> JSON.textNode(decoded(a.text(0)));
      case "abs" ->
          a.get(0).isIntegralNumber()
              ? JSON.numberNode(Math.abs(a.get(0).longValue()))
              : JSON.numberNode(Math.abs(Operators.number(a.get(0))));
      case "ceil" -> JSON.numberNode(Math.ceil(Operators.number(a.get(0))));
      case "floor" -> JSON.numberNode(Math.floor(Operators.number(a.get(0))));
      case "round" -> JSON.numberNode((double) Math.round(Operators.number(a.get(0))));
      case "max" -> extreme(a.all(), 1);
      case "min" -> extreme(a.all(), -1);
      case "sum" -> sum(a.all());
      case "first" -> a.get(0).isEmpty() ? JSON.nullNode() : a.get(0).get(0);
      case "last" -> a.get(0).isEmpty() ? JSON.nullNode() : a.get(0).get(a.get(0).size() - 1);
      case "keys" -> keys(a.get(0));
      case "values" -> JSON.arrayNode().addAll(List.copyOf(a.get(0).valueStream().toList()));
      case "type" -> JSON.textNode(type(a.get(0)));
      default ->
          throw new EvaluationException("the function " + name + " is not known on this computer");
    };
  }

  /** As {@code string()} writes a value. */
  static String text(JsonNode value) {
    return value.isNull() ? "nil" : JsonText.plain(value);
  }

  static JsonNode whole(JsonNode value) throws EvaluationException {
    if (value.isIntegralNumber()) {
      return value;
    }
    if (value.isNumber()) {
      return JSON.numberNode(value.longValue());
    }
    try {
      return JSON.numberNode(Long.parseLong(text(value).strip()));
    } catch (NumberFormatException e) {
      throw new EvaluationException("invalid operation: int(" + text(value) + ")");
    }
  }

  static double decimal(JsonNode value) throws EvaluationException {
    try {
      return value.isNumber() ? value.doubleValue() : Double.parseDouble(text(value).strip());
    } catch (NumberFormatException e) {
      throw new EvaluationException("invalid operation: float(" + text(value) + ")");
    }
  }

  static JsonNode json(String text) throws EvaluationException {
    return JsonText.parse(text)
        .orElseThrow(() -> new EvaluationException("this is not JSON: " + text));
  }

  static ArrayNode split(String text, String separator) {
    ArrayNode parts = JSON.arrayNode();
    for (String part : text.split(Pattern.quote(separator), -1)) {
      parts.add(part);
    }
    return parts;
  }

  static String joined(JsonNode list, String separator) {
    List<String> texts = new ArrayList<>();
    list.forEach(each -> texts.add(text(each)));
    return String.join(separator, texts);
  }

  static String withoutPrefix(String text, String prefix) {
    return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
  }

  static String withoutSuffix(String text, String suffix) {
    return text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text;
  }

  static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  static String decoded(String text) throws EvaluationException {
    try {
      return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new EvaluationException("this is not base64: " + text);
    }
  }

  static ArrayNode keys(JsonNode object) {
    ArrayNode keys = JSON.arrayNode();
    object.properties().forEach(entry -> keys.add(entry.getKey()));
    return keys;
  }

  private static JsonNode extreme(List<JsonNode> values, int sign) throws EvaluationException {
    JsonNode extreme = JSON.nullNode();
    for (JsonNode value : values) {
      if (extreme.isNull() || Operators.compare(value, extreme) * sign > 0) {
        extreme = value;
      }
    }
    return extreme;
  }

  private static JsonNode sum(List<JsonNode> values) throws EvaluationException {
    JsonNode sum = JSON.numberNode(0L);
    for (JsonNode value : values) {
      sum = Operators.apply("+", sum, value);
    }
    return sum;
  }

  private static String type(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> "string";
      case BOOLEAN -> "bool";
      case NUMBER -> value.isIntegralNumber() ? "int" : "float";
      case ARRAY -> "array";
      case OBJECT -> "map";
      default -> "nil";
    };
  }
}
