// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Locale;
import tiphys.exporter.manifest.JsonText;

/** The functions of Sprig that workflows use most; in Sprig the text at hand comes last. */
final class SprigFunctions {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private SprigFunctions() {}

  static JsonNode call(String name, List<JsonNode> given) throws EvaluationException {
    Arguments a = new Arguments("sprig." + name, given);
    return switch (name) {
      case "trim" -> JSON.textNode(a.text(0).strip());
      case "upper" -> JSON.textNode(a.text(0).toUpperCase(Locale.ROOT));
      case "lower" -> JSON.textNode(a.text(0).toLowerCase(Locale.ROOT));
      case "title" -> JSON.textNode(titled(a.text(0)));
      case "replace" -> JSON.textNode(a.text(2).replace(a.text(0), a.text(1)));
      case "repeat" -> JSON.textNode(a.text(1).repeat(Math.max(0, a.get(0).intValue())));
      case "contains" -> JSON.booleanNode(a.text(1).contains(a.text(0)));
      case "hasPrefix" -> JSON.booleanNode(a.text(1).startsWith(a.text(0)));
      case "hasSuffix" -> JSON.booleanNode(a.text(1).endsWith(a.text(0)));
      case "trimPrefix" -> JSON.textNode(Functions.withoutPrefix(a.text(1), a.text(0)));
      case "trimSuffix" -> JSON.textNode(Functions.withoutSuffix(a.text(1), a.text(0)));
      case "trunc" ->
          JSON.textNode(
              a.text(1).substring(0, Math.clamp(a.get(0).intValue(), 0, a.text(1).length())));
      case "splitList" -> Functions.split(a.text(1), a.text(0));
      case "join" -> JSON.textNode(Functions.joined(a.get(1), a.text(0)));
      case "default" -> isEmpty(a.get(1)) ? a.get(0) : a.get(1);
      case "empty" -> JSON.booleanNode(isEmpty(a.get(0)));
      case "ternary" -> Evaluation.truth(a.get(2)) ? a.get(0) : a.get(1);
      case "toString" -> JSON.textNode(Functions.text(a.get(0)));
      case "int", "int64", "atoi" -> Functions.whole(a.get(0));
      case "float64" -> JSON.numberNode(Functions.decimal(a.get(0)));
      case "toJson" -> JSON.textNode(JsonText.compact(a.get(0)));
      case "fromJson" -> Functions.json(a.text(0));
      case "b64enc" -> JSON.textNode(Functions.encoded(a.text(0)));
      case "b64dec" -> JSON.textNode(Functions.decoded(a.text(0)));
      case "add" -> folded("+", a);
      case "mul" -> folded("*", a);
      case "sub" -> folded("-", a);
      case "div" -> Functions.whole(folded("/", a));
      case "mod" -> folded("%", a);
      case "list" -> JSON.arrayNode().addAll(given);
      case "first" -> Functions.call("first", given);
      case "last" -> Functions.call("last", given);
      case "max" -> Functions.call("max", given);
      case "min" -> Functions.call("min", given);
      case "keys" -> Functions.keys(a.get(0));
      default ->
          throw new EvaluationException(
              "the function sprig." + name + " is not known on this computer");
    };
  }

  private static JsonNode folded(String operator, Arguments arguments) throws EvaluationException {
    JsonNode value = Functions.whole(arguments.get(0));
    for (int i = 1; i < arguments.size(); i++) {
      value = Operators.apply(operator, value, Functions.whole(arguments.get(i)));
    }
    return value;
  }

  private static boolean isEmpty(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> value.textValue().isEmpty();
      case BOOLEAN -> !value.booleanValue();
      case NUMBER -> value.doubleValue() == 0;
      case ARRAY, OBJECT -> value.isEmpty();
      default -> true;
    };
  }

  private static String titled(String text) {
    StringBuilder titled = new StringBuilder(text);
    for (int i = 0; i < titled.length(); i++) {
      if (i == 0 || Character.isWhitespace(titled.charAt(i - 1))) {
        titled.setCharAt(i, Character.toUpperCase(titled.charAt(i)));
      }
    }
    return titled.toString();
  }
}
