// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** A condition as in {@code when}, after its tags have been replaced: bare words are texts. */
public final class Condition {
  private Condition() {}

  /** Whether it holds. An empty condition does. */
  public static boolean holds(String when) throws EvaluationException {
    if (when.isBlank()) {
      return true;
    }
    Evaluation evaluation = new Evaluation(JsonNodeFactory.instance.objectNode());
    JsonNode value = evaluation.value(ExprReader.read(when, true));
    if (!value.isBoolean()) {
      throw new EvaluationException("expected boolean evaluation for '" + when + "'. Got " + value);
    }
    return value.booleanValue();
  }
}
