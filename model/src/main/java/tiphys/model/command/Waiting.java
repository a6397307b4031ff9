// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tiphys.model.expression.Depends;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.NodeIdsInScope;
import tiphys.model.workflow.Task;
import tiphys.model.workflow.TaskName;
import tiphys.model.writing.DocumentWriter;
import tiphys.model.writing.YamlValue;
import tiphys.model.yaml.ScalarType;
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

  /** An expression that waits for more. */
  static String joined(String depends, String name) {
    if (depends.isEmpty()) {
      return name;
    }
    boolean isOr = Depends.parse(depends).result().filter(Depends.Or.class::isInstance).isPresent();
    return (isOr ? "(" + depends + ")" : depends) + " && " + name;
  }

  /** Whether a list of tasks must be written anew before any of it may say {@code depends}. */
  static boolean isOlderForm(List<YamlPlace> tasks) {
    return tasks.stream()
        .anyMatch(t -> t.get("dependencies").isPresent() || t.get("continueOn").isPresent());
  }

  /**
   * Writes {@code dependencies} and {@code continueOn} of tasks as {@code depends}. Argo takes both
   * forms in no one template (validate.go, ARGO-106 and 107), so all tasks of it change together.
   * As Argo reads a list, its tasks are joined, and one that may go on after a failure or an error
   * counts as done by those too (ancestry.go).
   */
  static void toDepends(DocumentWriter writer, List<YamlPlace> tasks) {
    writeDepends(writer, tasks, Map.of());
  }

  /** The same, with other expressions for some of the tasks; an empty one waits for nothing. */
  private static void writeDepends(
      DocumentWriter writer, List<YamlPlace> tasks, Map<Integer, String> others) {
    List<String> depends = depends(tasks);
    for (int i = 0; i < tasks.size(); i++) {
      String now = tasks.get(i).get("depends").flatMap(YamlPlace::text).orElse("");
      String next = others.getOrDefault(i, depends.get(i));
      Set<String> removed = new HashSet<>(Set.of("dependencies", "continueOn"));
      if (next.isEmpty()) {
        removed.add("depends");
      }
      writer.change(
          tasks.get(i),
          removed,
          next.isEmpty() || next.equals(now) ? Map.of() : Map.of("depends", YamlValue.text(next)));
    }
  }

  /**
   * Lets tasks of a DAG wait as expressions say; an empty one waits for nothing. Other tasks are
   * written in the newer form only where the older stands in the way.
   */
  static void set(DocumentWriter writer, Ground ground, Map<NodeId, String> expressions) {
    List<YamlPlace> tasks = ground.locator().tasks(ground.scope());
    Map<Integer, String> byPosition = new HashMap<>();
    NodeIdsInScope ids = NodeIdsInScope.of(ground.template());
    expressions.forEach((node, text) -> byPosition.put(ids.position(node), text));
    boolean isOlder = isOlderForm(tasks);
    for (int i = 0; !isOlder && i < tasks.size(); i++) {
      if (byPosition.containsKey(i)) {
        writeDepends(writer, List.of(tasks.get(i)), Map.of(0, byPosition.get(i)));
      }
    }
    if (isOlder) {
      writeDepends(writer, tasks, byPosition);
    }
  }

  /** What a task of a DAG waits for as an expression, whichever form it is written in. */
  static String depends(Ground ground, NodeId node) {
    return depends(ground.locator().tasks(ground.scope()))
        .get(NodeIdsInScope.of(ground.template()).position(node));
  }

  private static List<String> depends(List<YamlPlace> tasks) {
    Map<String, String> expanded = new HashMap<>();
    for (YamlPlace task : tasks) {
      task.get("name").flatMap(YamlPlace::text).ifPresent(n -> expanded.put(n, expanded(n, task)));
    }
    return tasks.stream().map(task -> depends(task, expanded)).toList();
  }

  private static String depends(YamlPlace task, Map<String, String> expanded) {
    Optional<String> written = task.get("depends").flatMap(YamlPlace::text);
    List<String> parts = new ArrayList<>();
    for (YamlPlace item : task.get("dependencies").map(YamlPlace::items).orElse(List.of())) {
      item.text().ifPresent(name -> parts.add(expanded.getOrDefault(name, name)));
    }
    return written.orElseGet(
        () -> parts.size() == 1 ? unbracketed(parts.getFirst()) : String.join(" && ", parts));
  }

  private static String unbracketed(String part) {
    return part.startsWith("(") ? part.substring(1, part.length() - 1) : part;
  }

  private static String expanded(String name, YamlPlace task) {
    Optional<YamlPlace> goesOn = task.get("continueOn");
    String errored = isTrue(goesOn, "error") ? " || " + name + ".Errored" : "";
    String failed = isTrue(goesOn, "failed") ? " || " + name + ".Failed" : "";
    return errored.isEmpty() && failed.isEmpty() ? name : "(" + name + errored + failed + ")";
  }

  private static boolean isTrue(Optional<YamlPlace> owner, String key) {
    return owner
        .flatMap(place -> place.get(key))
        .flatMap(YamlPlace::text)
        .filter(ScalarType::truthOf)
        .isPresent();
  }

  /** Lets a task wait no more for some; what is written of the others stays in its order. */
  static void remove(DocumentWriter writer, YamlPlace place, Predicate<TaskName> gone) {
    place
        .get("depends")
        .flatMap(YamlPlace::text)
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
