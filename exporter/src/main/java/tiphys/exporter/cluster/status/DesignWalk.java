// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tiphys.exporter.cluster.status.DesignChanges.Change;
import tiphys.exporter.cluster.status.DesignChanges.Kind;

/**
 * Collects how two designs differ. Clusters write empty fields that nobody wrote, and numbers as
 * texts: neither is a difference.
 */
final class DesignWalk {
  private static final String GROUP = "steps";

  private final List<Change> found = new ArrayList<>();

  List<Change> found() {
    return found;
  }

  /**
   * @param before absent where the run does not have it
   * @param now absent where the drawing does not have it
   */
  void template(String name, @Nullable JsonNode before, @Nullable JsonNode now) {
    if (before == null || now == null) {
      found.add(whole(name, "", before == null));
      return;
    }
    Map<String, JsonNode> tasksBefore = tasks(before);
    Map<String, JsonNode> tasksNow = tasks(now);
    compare(name, "", withoutTasks(before), withoutTasks(now));
    for (String task : DesignChanges.union(tasksNow, tasksBefore)) {
      JsonNode old = tasksBefore.get(task);
      JsonNode drawn = tasksNow.get(task);
      if (old == null || drawn == null) {
        found.add(whole(name, task, old == null));
      } else {
        compare(name, task, old, drawn);
      }
    }
  }

  private static Change whole(String template, String task, boolean isNew) {
    return new Change(isNew ? Kind.ADDED : Kind.REMOVED, template, task, "", "", "");
  }

  /** Tasks of a DAG, or steps with the group that they stand in. */
  private static Map<String, JsonNode> tasks(JsonNode template) {
    Map<String, JsonNode> tasks =
        new LinkedHashMap<>(DesignChanges.named(template.at("/dag/tasks")));
    int group = 0;
    for (JsonNode steps : template.path(GROUP)) {
      group++;
      for (JsonNode step : steps.isArray() ? steps : steps.path(GROUP)) {
        ObjectNode placed =
            step instanceof ObjectNode known ? known.deepCopy() : DesignChanges.empty();
        tasks.put(step.path("name").asText(""), placed.put("group", group));
      }
    }
    return tasks;
  }

  private static JsonNode withoutTasks(JsonNode template) {
    JsonNode own = template.deepCopy();
    if (own instanceof ObjectNode object) {
      object.remove(GROUP);
      if (object.path("dag") instanceof ObjectNode dag) {
        dag.remove("tasks");
      }
    }
    return own;
  }

  void compare(String template, String task, JsonNode before, JsonNode now) {
    compare(new Change(Kind.CHANGED, template, task, "", "", ""), "", before, now);
  }

  private void compare(Change at, String field, JsonNode before, JsonNode now) {
    if (isNothing(before) && isNothing(now)) {
      return;
    }
    if (parts(before).isEmpty() || parts(now).isEmpty()) {
      String old = text(before);
      String drawn = text(now);
      if (!old.equals(drawn)) {
        found.add(new Change(at.kind(), at.template(), at.task(), field, old, drawn));
      }
      return;
    }
    Map<String, JsonNode> old = parts(before);
    Map<String, JsonNode> drawn = parts(now);
    for (String part : DesignChanges.union(drawn, old)) {
      compare(
          at,
          field.isEmpty() ? part : field + "." + part,
          old.getOrDefault(part, DesignChanges.empty()),
          drawn.getOrDefault(part, DesignChanges.empty()));
    }
  }

  /** The fields of an object, or the items of a list that have names; else none. */
  private static Map<String, JsonNode> parts(JsonNode value) {
    if (value.isObject()) {
      Map<String, JsonNode> fields = new LinkedHashMap<>();
      value.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
      return fields;
    }
    Set<String> names = new LinkedHashSet<>();
    boolean areNamed =
        value.isArray()
            && StreamSupport.stream(value.spliterator(), false)
                .map(item -> item.path("name").asText(""))
                .allMatch(name -> !name.isEmpty() && names.add(name));
    return areNamed ? DesignChanges.named(value) : Map.of();
  }

  private static boolean isNothing(JsonNode value) {
    return value.isNull()
        || value.isMissingNode()
        || value.isValueNode() && value.asText("").isEmpty()
        || value.isContainerNode()
            && StreamSupport.stream(value.spliterator(), false).allMatch(DesignWalk::isNothing);
  }

  private static String text(JsonNode value) {
    return isNothing(value) ? "" : value.isValueNode() ? value.asText("") : value.toString();
  }
}
