// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a drawing differs from what a run was made of, in the drawing's order; what only the run has
 * stands behind.
 */
public record DesignChanges(List<Change> all) {
  public DesignChanges {
    all = List.copyOf(all);
  }

  /** What happened to a thing since the run was made. */
  public enum Kind {
    ADDED,
    REMOVED,
    CHANGED
  }

  /**
   * One difference.
   *
   * @param template empty where it is the workflow's own
   * @param task a task or a step of the template; empty where it is the template's own
   * @param field empty for the whole
   * @param inRun what it was; empty for what was not there
   * @param drawn what it is; empty for what is no longer there
   */
  public record Change(
      Kind kind, String template, String task, String field, String inRun, String drawn) {}

  /**
   * Against a workflow, a template or a cron workflow.
   *
   * @param resource as it stands in the file
   */
  public static DesignChanges of(WorkflowObject run, ObjectNode resource) {
    JsonNode cron = resource.at("/spec/workflowSpec");
    JsonNode drawn = cron.isMissingNode() ? resource.path("spec") : cron;
    boolean isReference = drawn.has("workflowTemplateRef") && !drawn.has("templates");
    JsonNode made = isReference ? run.json().path("spec") : RunManifest.spec(run);
    DesignWalk walk = new DesignWalk();
    walk.compare("", "", settings(made), settings(drawn));
    Map<String, JsonNode> before = named(made.path("templates"));
    Map<String, JsonNode> now = named(drawn.path("templates"));
    for (String name : union(now, before)) {
      walk.template(name, before.get(name), now.get(name));
    }
    return new DesignChanges(walk.found());
  }

  /** What is the workflow's own; a pause and an end are no matter of design. */
  private static ObjectNode settings(JsonNode spec) {
    ObjectNode own = spec instanceof ObjectNode known ? known.deepCopy() : empty();
    own.remove(List.of("templates", "suspend", "shutdown"));
    return own;
  }

  static ObjectNode empty() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** By name, in order. */
  static Map<String, JsonNode> named(JsonNode list) {
    Map<String, JsonNode> named = new LinkedHashMap<>();
    for (JsonNode each : list) {
      named.put(each.path("name").asText(""), each);
    }
    return named;
  }

  static List<String> union(Map<String, JsonNode> first, Map<String, JsonNode> second) {
    Set<String> all = new LinkedHashSet<>(first.keySet());
    all.addAll(second.keySet());
    return new ArrayList<>(all);
  }
}
