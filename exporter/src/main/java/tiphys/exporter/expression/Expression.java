// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An expression in Argo's expr-lang. */
public final class Expression {
  private final Expr tree;

  private Expression(Expr tree) {
    this.tree = tree;
  }

  public static Expression parse(String text) throws EvaluationException {
    return new Expression(ExprReader.read(text, false));
  }

  /**
   * Its value.
   *
   * @param names the variables, nested: {@code inputs.parameters.x} is found in the object {@code
   *     inputs}
   * @throws UnknownNameException for a variable that is not among the names
   */
  public JsonNode evaluate(ObjectNode names) throws EvaluationException {
    return new Evaluation(names).value(tree);
  }
}
