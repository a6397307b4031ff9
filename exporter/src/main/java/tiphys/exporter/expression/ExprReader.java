// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the tree of an expression by precedence climbing. */
final class ExprReader {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int PIPE = 0;
  private static final int UNARY_NOT = 50;
  private static final int UNARY_SIGN = 90;
  private static final int POWER = 100;

  private static final Map<String, Integer> STRENGTH =
      Map.ofEntries(
          Map.entry("|", PIPE),
          Map.entry("or", 10),
          Map.entry("||", 10),
          Map.entry("and", 15),
          Map.entry("&&", 15),
          Map.entry("==", 20),
          Map.entry("!=", 20),
          Map.entry("<", 20),
          Map.entry(">", 20),
          Map.entry("<=", 20),
          Map.entry(">=", 20),
          Map.entry("=~", 20),
          Map.entry("!~", 20),
          Map.entry("in", 20),
          Map.entry("not", 20),
          Map.entry("matches", 20),
          Map.entry("contains", 20),
          Map.entry("startsWith", 20),
          Map.entry("endsWith", 20),
          Map.entry("..", 25),
          Map.entry("+", 30),
          Map.entry("-", 30),
          Map.entry("*", 60),
          Map.entry("/", 60),
          Map.entry("%", 60),
          Map.entry("**", POWER),
          Map.entry("^", POWER),
          Map.entry("??", 500));

  private final String text;
  private final boolean wordsAreTexts;
  private final List<Token> tokens;
  private int next;

  private ExprReader(String text, boolean wordsAreTexts) throws EvaluationException {
    this.text = text;
    this.wordsAreTexts = wordsAreTexts;
    this.tokens = Tokens.of(text, wordsAreTexts);
  }

  /**
   * @param wordsAreTexts as in {@code when}, where {@code heads == tails} compares two words
   */
  static Expr read(String text, boolean wordsAreTexts) throws EvaluationException {
    ExprReader reader = new ExprReader(text, wordsAreTexts);
    Expr expr = reader.choice();
    if (reader.peek().kind() != Token.Kind.END) {
      throw reader.unexpected();
    }
    return expr;
  }

  private Expr choice() throws EvaluationException {
    Expr condition = binary(PIPE);
    if (!accept("?")) {
      return condition;
    }
    Expr then = choice();
    expect(":");
    return new Expr.Choice(condition, then, choice());
  }

  private Expr binary(int weakest) throws EvaluationException {
    Expr left = unary();
    while (true) {
      Token token = peek();
      Integer strength =
          token.kind() == Token.Kind.OPERATOR || token.kind() == Token.Kind.WORD
              ? STRENGTH.get(token.text())
              : null;
      if (strength == null || strength < weakest) {
        return left;
      }
      next++;
      left = combined(token.text(), left, strength);
    }
  }

  private Expr combined(String operator, Expr left, int strength) throws EvaluationException {
    return switch (operator) {
      case "|" -> piped(left, binary(PIPE + 1));
      case "not" -> {
        expect("in");
        yield new Expr.Unary("!", new Expr.Binary("in", left, binary(strength + 1)));
      }
      case "**", "^" -> new Expr.Binary("**", left, binary(strength));
      default -> new Expr.Binary(operator, left, binary(strength + 1));
    };
  }

  private Expr piped(Expr value, Expr call) throws EvaluationException {
    if (!(call instanceof Expr.Call(String function, List<Expr> arguments))) {
      throw new EvaluationException("a pipe needs a function at its right in " + text);
    }
    List<Expr> all = new ArrayList<>(List.of(value));
    all.addAll(arguments);
    return new Expr.Call(function, all);
  }

  private Expr unary() throws EvaluationException {
    if (accept("!") || !wordsAreTexts && accept("not")) {
      return new Expr.Unary("!", binary(UNARY_NOT));
    }
    if (accept("-")) {
      return new Expr.Unary("-", binary(UNARY_SIGN));
    }
    if (accept("+")) {
      return binary(UNARY_SIGN);
    }
    return postfix(primary());
  }

  private Expr postfix(Expr start) throws EvaluationException {
    Expr expr = start;
    while (true) {
      if (accept(".") || peek().is("?.")) {
        boolean isOptional = accept("?.");
        if (isOptional && peek().is("[")) {
          continue;
        }
        expr = new Expr.Member(expr, literal(JSON.textNode(name())), isOptional);
      } else if (accept("[")) {
        expr = inBrackets(expr);
      } else if (peek().is("(") && path(expr).isPresent()) {
        next++;
        expr = call(path(expr).get());
      } else {
        return expr;
      }
    }
  }

  private static Optional<String> path(Expr expr) {
    return switch (expr) {
      case Expr.Name(String name) -> Optional.of(name);
      case Expr.Member(Expr of, Expr.Literal(JsonNode key), boolean _) ->
          path(of).map(before -> before + "." + key.asText());
      default -> Optional.empty();
    };
  }

  private Expr inBrackets(Expr of) throws EvaluationException {
    if (accept(":")) {
      Optional<Expr> to = peek().is("]") ? Optional.empty() : Optional.of(choice());
      expect("]");
      return new Expr.Slice(of, Optional.empty(), to);
    }
    Expr key = choice();
    if (accept(":")) {
      Optional<Expr> to = peek().is("]") ? Optional.empty() : Optional.of(choice());
      expect("]");
      return new Expr.Slice(of, Optional.of(key), to);
    }
    expect("]");
    return new Expr.Member(of, key, false);
  }

  private Expr call(String function) throws EvaluationException {
    boolean takesPredicate = Predicates.knows(function);
    List<Expr> arguments = new ArrayList<>();
    while (!accept(")")) {
      arguments.add(takesPredicate && accept("{") ? predicate() : choice());
      if (!accept(",") && !peek().is(")")) {
        throw unexpected();
      }
    }
    return new Expr.Call(function, arguments);
  }

  private Expr predicate() throws EvaluationException {
    Expr body = choice();
    expect("}");
    return new Expr.Closure(body);
  }

  private Expr primary() throws EvaluationException {
    Token token = tokens.get(next);
    next++;
    return switch (token.kind()) {
      case NUMBER -> literal(number(token));
      case STRING -> literal(JSON.textNode(token.text()));
      case WORD -> word(token);
      case OPERATOR -> bracketed(token);
      case END -> {
        next--;
        throw unexpected();
      }
    };
  }

  private JsonNode number(Token token) throws EvaluationException {
    try {
      return token.text().matches("\\d+")
          ? JSON.numberNode(Long.parseLong(token.text()))
          : JSON.numberNode(Double.parseDouble(token.text()));
    } catch (NumberFormatException e) {
      throw new EvaluationException(token.text() + " is no number in " + text);
    }
  }

  private Expr word(Token token) {
    return switch (token.text()) {
      case "true" -> literal(JSON.booleanNode(true));
      case "false" -> literal(JSON.booleanNode(false));
      case "nil", "null" ->
          wordsAreTexts ? literal(JSON.textNode(token.text())) : literal(JSON.nullNode());
      default -> wordsAreTexts ? literal(JSON.textNode(token.text())) : new Expr.Name(token.text());
    };
  }

  private Expr bracketed(Token token) throws EvaluationException {
    return switch (token.text()) {
      case "(" -> inParentheses();
      case "[" -> list();
      case "{" -> entries();
      case "#" -> new Expr.Element();
      case "." -> new Expr.Member(new Expr.Element(), literal(JSON.textNode(name())), false);
      default -> {
        next--;
        throw unexpected();
      }
    };
  }

  private Expr inParentheses() throws EvaluationException {
    Expr inner = choice();
    if (wordsAreTexts && peek().is(",")) {
      return items(inner);
    }
    expect(")");
    return inner;
  }

  private Expr list() throws EvaluationException {
    List<Expr> items = new ArrayList<>();
    while (!accept("]")) {
      items.add(choice());
      if (!accept(",") && !peek().is("]")) {
        throw unexpected();
      }
    }
    return new Expr.Items(items);
  }

  private Expr items(Expr first) throws EvaluationException {
    List<Expr> items = new ArrayList<>(List.of(first));
    while (accept(",")) {
      items.add(choice());
    }
    expect(")");
    return new Expr.Items(items);
  }

  private Expr entries() throws EvaluationException {
    List<Expr> keys = new ArrayList<>();
    List<Expr> values = new ArrayList<>();
    while (!accept("}")) {
      Token key = tokens.get(next);
      if (accept("(")) {
        keys.add(choice());
        expect(")");
      } else {
        next++;
        keys.add(literal(JSON.textNode(key.text())));
      }
      expect(":");
      values.add(choice());
      if (!accept(",") && !peek().is("}")) {
        throw unexpected();
      }
    }
    return new Expr.Entries(keys, values);
  }

  private static Expr literal(JsonNode value) {
    return new Expr.Literal(value);
  }

  private String name() throws EvaluationException {
    Token token = peek();
    if (token.kind() != Token.Kind.WORD) {
      throw unexpected();
    }
    next++;
    return token.text();
  }

  private Token peek() {
    return tokens.get(next);
  }

  private boolean accept(String operatorOrWord) {
    boolean isThere = peek().is(operatorOrWord);
    if (isThere) {
      next++;
    }
    return isThere;
  }

  private void expect(String operator) throws EvaluationException {
    if (!accept(operator)) {
      throw unexpected();
    }
  }

  private EvaluationException unexpected() {
    Token token = peek();
    return new EvaluationException(
        token.kind() == Token.Kind.END
            ? "unexpected end of expression: " + text
            : "unexpected " + token.text() + " at " + token.at() + " of expression: " + text);
  }
}
