// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What the operators between two values come to. */
final class Operators {
  private Operators() {}

  static JsonNode apply(String operator, JsonNode left, JsonNode right) throws EvaluationException {
    return switch (operator) {
      case "<" -> truth(compare(left, right) < 0);
      case "<=" -> truth(compare(left, right) <= 0);
      case ">" -> truth(compare(left, right) > 0);
      case ">=" -> truth(compare(left, right) >= 0);
      case "in" -> truth(contains(right, left));
      case "=~", "matches" -> truth(matches(left, right));
      case "!~" -> truth(!matches(left, right));
      case "contains" -> truth(text(left).contains(text(right)));
      case "startsWith" -> truth(text(left).startsWith(text(right)));
      case "endsWith" -> truth(text(left).endsWith(text(right)));
      case ".." -> range(left, right);
      case "+" ->
          left.isTextual() || right.isTextual()
              ? Evaluation.JSON.textNode(text(left) + text(right))
              : arithmetic(operator, left, right);
      case "-", "*", "/", "%", "**" -> arithmetic(operator, left, right);
      default -> throw new EvaluationException("the operator " + operator + " is not known");
    };
  }

  static boolean equal(JsonNode left, JsonNode right) {
    return left.isNumber() && right.isNumber()
        ? left.doubleValue() == right.doubleValue()
        : left.equals(right);
  }

  static double number(JsonNode value) throws EvaluationException {
    if (!value.isNumber()) {
      throw new EvaluationException("expected a number, got " + value);
    }
    return value.doubleValue();
  }

  private static JsonNode truth(boolean value) {
    return Evaluation.JSON.booleanNode(value);
  }

  private static String text(JsonNode value) throws EvaluationException {
    if (!value.isTextual()) {
      throw new EvaluationException("expected a text, got " + value);
    }
    return value.textValue();
  }

  static int compare(JsonNode left, JsonNode right) throws EvaluationException {
    return left.isTextual() && right.isTextual()
        ? left.textValue().compareTo(right.textValue())
        : Double.compare(number(left), number(right));
  }

  static boolean contains(JsonNode collection, JsonNode value) {
    if (collection.isObject()) {
      return value.isTextual() && collection.has(value.textValue());
    }
    for (JsonNode each : collection) {
      if (equal(each, value)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(JsonNode value, JsonNode pattern) throws EvaluationException {
    try {
      return Pattern.compile(text(pattern)).matcher(text(value)).find();
    } catch (PatternSyntaxException e) {
      throw new EvaluationException("not a pattern: " + text(pattern));
    }
  }

  private static JsonNode range(JsonNode from, JsonNode to) throws EvaluationException {
    ArrayNode numbers = Evaluation.JSON.arrayNode();
    for (long i = (long) number(from); i <= (long) number(to); i++) {
      numbers.add(i);
    }
    return numbers;
  }

  private static JsonNode arithmetic(String operator, JsonNode left, JsonNode right)
      throws EvaluationException {
    double l = number(left);
    double r = number(right);
    boolean isWhole = left.isIntegralNumber() && right.isIntegralNumber();
    double value =
        switch (operator) {
          case "+" -> l + r;
          case "-" -> l - r;
          case "*" -> l * r;
          case "/" -> l / r;
          case "%" -> l % r;
          default -> Math.pow(l, r);
        };
    if (!Double.isFinite(value)) {
      throw new EvaluationException("no number comes of " + left + " " + operator + " " + right);
    }
    boolean staysWhole = isWhole && !operator.equals("/") && !operator.equals("**");
    return staysWhole
        ? Evaluation.JSON.numberNode((long) value)
        : Evaluation.JSON.numberNode(value);
  }
}
