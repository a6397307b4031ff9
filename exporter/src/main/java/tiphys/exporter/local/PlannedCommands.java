// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import tiphys.exporter.execution.WorkflowSource;

/** Finds everything in a file that a run could execute, wherever it stands. */
final class PlannedCommands {
  private final Set<PlannedCommand> commands = new LinkedHashSet<>();

  private PlannedCommands() {}

  /** In order of the file: the workflow's own first, then those of what it may refer to. */
  static List<PlannedCommand> of(WorkflowSource source) {
    PlannedCommands found = new PlannedCommands();
    found.addAll(source.spec());
    new TreeMap<>(source.templates()).values().forEach(found::addAll);
    return List.copyOf(found.commands);
  }

  private void addAll(JsonNode spec) {
    spec.path("templates").forEach(template -> add(template, template.path("name").asText("")));
  }

  private void add(JsonNode template, String name) {
    for (String kind : List.of("container", "script")) {
      JsonNode container = template.path(kind);
      if (!container.isMissingNode()) {
        List<String> words = new ArrayList<>();
        container.path("command").forEach(word -> words.add(word.asText("")));
        container.path("args").forEach(word -> words.add(word.asText("")));
        commands.add(
            new PlannedCommand(
                name,
                container.path("image").asText(""),
                words,
                container.path("source").asText("")));
      }
    }
    template.path("dag").path("tasks").forEach(this::addInline);
    for (JsonNode group : template.path("steps")) {
      if (group.isArray()) {
        group.forEach(this::addInline);
      } else {
        group.path("steps").forEach(this::addInline);
        addInline(group);
      }
    }
  }

  private void addInline(JsonNode task) {
    if (task.has("inline")) {
      add(task.path("inline"), task.path("name").asText(""));
    }
  }
}
