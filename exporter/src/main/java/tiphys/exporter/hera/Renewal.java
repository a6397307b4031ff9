// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.hera;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Fields that Argo 4 has no more, moved into the lists that took their place. */
final class Renewal {
  private static final Map<String, String> LOCKS =
      Map.of("mutex", "mutexes", "semaphore", "semaphores");

  private final Draft draft;

  Renewal(Draft draft) {
    this.draft = draft;
  }

  /** A copy in which the old fields are new ones. */
  JsonNode of(JsonNode resource) {
    JsonNode copy = resource.deepCopy();
    if (copy.path("kind").asText().equals("CronWorkflow")
        && copy.path("spec") instanceof ObjectNode spec) {
      move(spec, "spec", "schedule", "schedules");
    }
    walk(copy, "");
    return copy;
  }

  private void walk(JsonNode value, String path) {
    if (value instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> entry : List.copyOf(object.properties())) {
        String below = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
        if (entry.getKey().equals("synchronization")
            && entry.getValue() instanceof ObjectNode locks) {
          LOCKS.forEach((old, now) -> move(locks, below, old, now));
        }
        walk(entry.getValue(), below);
      }
    } else if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        walk(value.get(i), path + "[" + i + "]");
      }
    }
  }

  private void move(ObjectNode object, String path, String old, String now) {
    JsonNode value = object.path(old);
    if (!value.isMissingNode() && !value.isNull()) {
      object.remove(old);
      object.withArray(now).add(value);
      draft.renewed(path + "." + old, path + "." + now);
    }
  }
}
