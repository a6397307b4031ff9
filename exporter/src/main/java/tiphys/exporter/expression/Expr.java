// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** The tree of an expression. */
sealed interface Expr {
  record Literal(JsonNode value) implements Expr {}

  record Name(String name) implements Expr {}

  /** The element at hand within a predicate, {@code #}. */
  record Element() implements Expr {}

  record Member(Expr of, Expr key, boolean isOptional) implements Expr {}

  record Slice(Expr of, Optional<Expr> from, Optional<Expr> to) implements Expr {}

  record Unary(String operator, Expr operand) implements Expr {}

  record Binary(String operator, Expr left, Expr right) implements Expr {}

  record Choice(Expr condition, Expr then, Expr otherwise) implements Expr {}

  record Items(List<Expr> items) implements Expr {}

  record Entries(List<Expr> keys, List<Expr> values) implements Expr {}

  /**
   * @param function with its library, for example {@code sprig.trim}
   */
  record Call(String function, List<Expr> arguments) implements Expr {}

  /** A predicate in braces, evaluated once for each element. */
  record Closure(Expr body) implements Expr {}
}
