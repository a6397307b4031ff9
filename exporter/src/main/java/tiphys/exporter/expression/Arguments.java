// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What a function was called with. */
record Arguments(String function, List<JsonNode> given) {
  int size() {
    return given.size();
  }

  JsonNode get(int index) throws EvaluationException {
    if (index >= given.size()) {
      throw new EvaluationException("not enough arguments to call " + function);
    }
    return given.get(index);
  }

  String text(int index) throws EvaluationException {
    JsonNode value = get(index);
    if (!value.isTextual()) {
      throw new EvaluationException(function + " expects a text, got " + value);
    }
    return value.textValue();
  }

  /** The arguments themselves, or the elements of the only one if that is a list. */
  List<JsonNode> all() throws EvaluationException {
    if (given.size() != 1 || !get(0).isArray()) {
      return given;
    }
    List<JsonNode> elements = new ArrayList<>();
    get(0).forEach(elements::add);
    return elements;
  }
}
