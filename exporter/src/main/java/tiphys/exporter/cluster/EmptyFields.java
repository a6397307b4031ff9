// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Fields without content, as an Argo Server adds them to all that goes through it: its language has
 * no way to leave them out. Nobody wrote them, and they mean nothing.
 */
final class EmptyFields {
  private static final Set<String> OBJECTS =
      Set.of("arguments", "inputs", "metadata", "outputs", "resources", "status");

  /** What a user may have put anything into. */
  private static final Set<String> VALUES = Set.of("withItems", "value", "default");

  private EmptyFields() {}

  /** Takes them out of an object and all that it holds. */
  static void leaveOut(JsonNode json) {
    if (json instanceof ObjectNode object) {
      List<String> empty = new ArrayList<>();
      for (Map.Entry<String, JsonNode> field : object.properties()) {
        if (!VALUES.contains(field.getKey())) {
          leaveOut(field.getValue());
          if (isEmpty(field.getKey(), field.getValue())) {
            empty.add(field.getKey());
          }
        }
      }
      object.remove(empty);
    } else {
      json.forEach(EmptyFields::leaveOut);
    }
  }

  private static boolean isEmpty(String name, JsonNode value) {
    return switch (name) {
      case "name" -> value.isTextual() && value.textValue().isEmpty();
      case "creationTimestamp" -> value.isNull();
      default -> OBJECTS.contains(name) && value.isObject() && value.isEmpty();
    };
  }
}
