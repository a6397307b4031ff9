// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tiphys.model.expression.Depends;
import tiphys.model.workflow.Task;
import tiphys.model.workflow.TaskName;
import tiphys.model.writing.DocumentWriter;
import tiphys.model.writing.YamlValue;
import tiphys.model.yaml.YamlPlace;

/** What a task waits for, as it is written: {@code depends} or {@code dependencies}. */
final class Waiting {
  private Waiting() {}

  /** Lets a task wait for one more. */
  static void add(DocumentWriter writer, YamlPlace place, Task task, String name, boolean asList) {
    if (task.depends().isPresent()) {
      writer.put(place, "depends", YamlValue.text(joined(task.depends().get(), name)));
      return;
    }
    Optional<YamlPlace> list = place.get("dependencies").filter(YamlPlace::isSequence);
    if (list.isPresent()) {
      writer.insert(list.get(), list.get().size(), YamlValue.text(name));
    } else {
      writer.put(place, asList ? "dependencies" : "depends", value(List.of(name), asList));
    }
  }

  /** The value of {@code depends} or {@code dependencies} for a new task. */
  static YamlValue value(List<String> names, boolean asList) {
    return asList
        ? new YamlValue.Sequence(names.stream().map(YamlValue::text).toList())
        : YamlValue.text(String.join(" && ", names));
  }

  private static String joined(String depends, String name) {
    boolean isOr = Depends.parse(depends).result().filter(Depends.Or.class::isInstance).isPresent();
    return (isOr ? "(" + depends + ")" : depends) + " && " + name;
  }

  /** Lets a task wait no more for some; what is written of the others stays in its order. */
  static void remove(DocumentWriter writer, YamlPlace place, Task task, Predicate<TaskName> gone) {
    task.depends()
        .flatMap(text -> Depends.parse(text).result())
        .filter(tree -> tree.tasks().stream().anyMatch(found -> gone.test(found.name())))
        .ifPresent(
            tree ->
                tree.without(gone)
                    .ifPresentOrElse(
                        rest -> writer.put(place, "depends", YamlValue.text(rest.print())),
                        () -> writer.remove(place, "depends")));
    place
        .get("dependencies")
        .filter(YamlPlace::isSequence)
        .ifPresent(list -> removeFromList(writer, place, list, gone));
  }

  private static void removeFromList(
      DocumentWriter writer, YamlPlace place, YamlPlace list, Predicate<TaskName> gone) {
    Set<Integer> indices = new LinkedHashSet<>();
    for (int i = 0; i < list.size(); i++) {
      if (list.item(i).text().map(TaskName::new).filter(gone).isPresent()) {
        indices.add(i);
      }
    }
    if (indices.size() == list.size() && !indices.isEmpty()) {
      writer.remove(place, "dependencies");
    } else {
      writer.removeItems(list, indices);
    }
  }
}
