// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** What tags may stand for at one place of the workflow. */
interface Scope {
  /** The value of a simple tag, for example of {@code inputs.parameters.x}. */
  Optional<String> text(String tag);

  /** The artifact that a tag names, with its location. */
  Optional<JsonNode> artifact(String tag);

  /** Adds the variables that an expression may use, nested; those that it names suffice. */
  void addNames(String expression, ObjectNode names);

  /** This scope, and behind it an outer one. */
  default Scope within(Scope outer) {
    Scope inner = this;
    return new Scope() {
      @Override
      public Optional<String> text(String tag) {
        return inner.text(tag).or(() -> outer.text(tag));
      }

      @Override
      public Optional<JsonNode> artifact(String tag) {
        return inner.artifact(tag).or(() -> outer.artifact(tag));
      }

      @Override
      public void addNames(String expression, ObjectNode names) {
        outer.addNames(expression, names);
        inner.addNames(expression, names);
      }
    };
  }

  /** All variables for an expression. */
  default ObjectNode names(String expression) {
    ObjectNode names = JsonNodeFactory.instance.objectNode();
    addNames(expression, names);
    return names;
  }
}
