// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.List;
import java.util.Optional;
import tiphys.model.workflow.TemplateBody;
import tiphys.model.writing.DocumentWriter;
import tiphys.model.writing.YamlValue;
import tiphys.model.yaml.YamlPlace;

/** The sequence that a template's tasks, steps or containers stand in. */
final class TaskList {
  private TaskList() {}

  /** The sequence, or what stands in its place; empty for templates that hold no tasks. */
  static Optional<YamlPlace> of(Ground ground) {
    return switch (ground.template().body()) {
      case TemplateBody.Dag _ ->
          ground.place().get("dag", "tasks").or(() -> ground.place().get("dag"));
      case TemplateBody.Steps _ -> ground.place().get("steps");
      case TemplateBody.ContainerSet _ -> ground.place().get("containerSet", "containers");
      default -> Optional.empty();
    };
  }

  /** Adds at the end: groups of steps one behind the other, or all of them as tasks. */
  static void append(
      Ground ground, YamlPlace list, List<List<YamlValue>> groups, DocumentWriter writer) {
    if (list.isMapping()) {
      List<YamlValue> all = groups.stream().flatMap(List::stream).toList();
      writer.put(list, "tasks", new YamlValue.Sequence(all));
      return;
    }
    insert(ground, list, list.size(), groups, writer);
  }

  /** Adds in front of what stands at an index of the sequence. */
  static void insert(
      Ground ground,
      YamlPlace list,
      int index,
      List<List<YamlValue>> groups,
      DocumentWriter writer) {
    boolean isSteps = ground.template().body() instanceof TemplateBody.Steps;
    List<YamlValue> items =
        isSteps
            ? groups.stream().<YamlValue>map(YamlValue.Sequence::new).toList()
            : groups.stream().flatMap(List::stream).toList();
    if (list.size() == 0) {
      writer.replace(list, new YamlValue.Sequence(items));
    } else {
      items.forEach(item -> writer.insert(list, index, item));
    }
  }
}
