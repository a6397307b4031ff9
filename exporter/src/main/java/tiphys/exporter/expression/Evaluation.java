// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Walks the tree of an expression to its value. */
final class Evaluation {
  static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final ObjectNode names;
  private final @Nullable JsonNode element;

  Evaluation(ObjectNode names) {
    this(names, null);
  }

  private Evaluation(ObjectNode names, @Nullable JsonNode element) {
    this.names = names;
    this.element = element;
  }

  JsonNode value(Expr expr) throws EvaluationException {
    return switch (expr) {
      case Expr.Literal(JsonNode value) -> value;
      case Expr.Name(String name) -> named(name);
      case Expr.Element() -> element();
      case Expr.Member member -> member(member);
      case Expr.Slice slice -> slice(slice);
      case Expr.Unary(String operator, Expr operand) -> unary(operator, value(operand));
      case Expr.Binary binary -> binary(binary);
      case Expr.Choice(Expr condition, Expr then, Expr otherwise) ->
          truth(value(condition)) ? value(then) : value(otherwise);
      case Expr.Items(List<Expr> items) -> {
        ArrayNode list = JSON.arrayNode();
        for (Expr item : items) {
          list.add(value(item));
        }
        yield list;
      }
      case Expr.Entries(List<Expr> keys, List<Expr> values) -> {
        ObjectNode object = JSON.objectNode();
        for (int i = 0; i < keys.size(); i++) {
          object.set(Functions.text(value(keys.get(i))), value(values.get(i)));
        }
        yield object;
      }
      case Expr.Call(String function, List<Expr> arguments) -> call(function, arguments);
      case Expr.Closure _ -> throw new EvaluationException("a predicate stands outside a function");
    };
  }

  private JsonNode named(String name) throws EvaluationException {
    JsonNode value = names.get(name);
    if (value == null) {
      throw new UnknownNameException(name);
    }
    return value;
  }

  private JsonNode element() throws EvaluationException {
    if (element == null) {
      throw new EvaluationException("# stands outside a predicate");
    }
    return element;
  }

  private JsonNode member(Expr.Member member) throws EvaluationException {
    JsonNode of = value(member.of());
    JsonNode key = value(member.key());
    if (of.isNull()) {
      if (member.isOptional()) {
        return of;
      }
      throw new UnknownNameException("cannot fetch " + Functions.text(key) + " from nil");
    }
    JsonNode found =
        of.isArray() && key.isNumber()
            ? of.get(key.intValue() < 0 ? of.size() + key.intValue() : key.intValue())
            : of.get(Functions.text(key));
    if (found == null && of.isArray()) {
      throw new EvaluationException("index out of range: " + Functions.text(key));
    }
    return found == null ? JSON.nullNode() : found;
  }

  private JsonNode slice(Expr.Slice slice) throws EvaluationException {
    JsonNode of = value(slice.of());
    int size = of.isTextual() ? of.textValue().length() : of.size();
    int from = bound(slice.from(), 0, size);
    int to = Math.max(from, bound(slice.to(), size, size));
    if (of.isTextual()) {
      return JSON.textNode(of.textValue().substring(from, to));
    }
    ArrayNode part = JSON.arrayNode();
    for (int i = from; i < to; i++) {
      part.add(of.get(i));
    }
    return part;
  }

  private int bound(Optional<Expr> bound, int absent, int size) throws EvaluationException {
    if (bound.isEmpty()) {
      return absent;
    }
    int at = value(bound.get()).intValue();
    return Math.clamp(at < 0 ? at + size : at, 0, size);
  }

  private static JsonNode unary(String operator, JsonNode operand) throws EvaluationException {
    if (operator.equals("!")) {
      return JSON.booleanNode(!truth(operand));
    }
    return operand.isIntegralNumber()
        ? JSON.numberNode(-operand.longValue())
        : JSON.numberNode(-Operators.number(operand));
  }

  private JsonNode binary(Expr.Binary binary) throws EvaluationException {
    return switch (binary.operator()) {
      case "&&", "and" ->
          JSON.booleanNode(truth(value(binary.left())) && truth(value(binary.right())));
      case "||", "or" ->
          JSON.booleanNode(truth(value(binary.left())) || truth(value(binary.right())));
      case "??" -> {
        JsonNode left = orNull(binary.left());
        yield left.isNull() ? value(binary.right()) : left;
      }
      case "==", "!=" -> {
        JsonNode left = orNull(binary.left());
        JsonNode right = orNull(binary.right());
        yield JSON.booleanNode(Operators.equal(left, right) == binary.operator().equals("=="));
      }
      default -> Operators.apply(binary.operator(), value(binary.left()), value(binary.right()));
    };
  }

  /** What is unknown further down a path is nil where it is compared; an unknown root is not. */
  private JsonNode orNull(Expr expr) throws EvaluationException {
    if (!(expr instanceof Expr.Member(Expr of, Expr key, boolean _))) {
      return value(expr);
    }
    JsonNode parent = orNull(of);
    return parent.isNull() ? parent : value(new Expr.Member(new Expr.Literal(parent), key, true));
  }

  private JsonNode call(String function, List<Expr> arguments) throws EvaluationException {
    if (Predicates.knows(function) && arguments.size() == 2) {
      Expr body = arguments.get(1) instanceof Expr.Closure(Expr inner) ? inner : arguments.get(1);
      return Predicates.apply(
          function, value(arguments.get(0)), each -> new Evaluation(names, each).value(body));
    }
    List<JsonNode> values = new ArrayList<>(arguments.size());
    for (Expr argument : arguments) {
      values.add(value(argument));
    }
    return function.startsWith("sprig.")
        ? SprigFunctions.call(function.substring("sprig.".length()), values)
        : Functions.call(function, values);
  }

  static boolean truth(JsonNode value) throws EvaluationException {
    if (!value.isBoolean()) {
      throw new EvaluationException("expected a boolean, got " + value);
    }
    return value.booleanValue();
  }
}
