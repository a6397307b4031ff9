// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Set;

/** The functions that ask something of each element of a list. */
final class Predicates {
  private static final Set<String> NAMES =
      Set.of("filter", "map", "all", "any", "none", "one", "count", "find");

  private Predicates() {}

  /** What is asked of one element. */
  interface Question {
    JsonNode of(JsonNode element) throws EvaluationException;
  }

  static boolean knows(String function) {
    return NAMES.contains(function);
  }

  static JsonNode apply(String function, JsonNode list, Question question)
      throws EvaluationException {
    if (function.equals("map")) {
      ArrayNode mapped = Evaluation.JSON.arrayNode();
      for (JsonNode each : list) {
        mapped.add(question.of(each));
      }
      return mapped;
    }
    ArrayNode kept = Evaluation.JSON.arrayNode();
    for (JsonNode each : list) {
      if (Evaluation.truth(question.of(each))) {
        kept.add(each);
      }
    }
    return switch (function) {
      case "filter" -> kept;
      case "all" -> Evaluation.JSON.booleanNode(kept.size() == list.size());
      case "any" -> Evaluation.JSON.booleanNode(!kept.isEmpty());
      case "none" -> Evaluation.JSON.booleanNode(kept.isEmpty());
      case "one" -> Evaluation.JSON.booleanNode(kept.size() == 1);
      case "count" -> Evaluation.JSON.numberNode(kept.size());
      default -> kept.isEmpty() ? Evaluation.JSON.nullNode() : kept.get(0);
    };
  }
}
