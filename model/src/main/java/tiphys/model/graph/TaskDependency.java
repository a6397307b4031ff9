// SPDX-License-Identifier: Apache-2.0
package tiphys.model.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tiphys.model.expression.Depends;
import tiphys.model.problem.Outcome;
import tiphys.model.workflow.Task;
import tiphys.model.workflow.TaskName;

/**
 * A task that another waits for.
 *
 * @param condition as {@link FlowEdge#condition()}
 */
public record TaskDependency(TaskName task, String condition) {
  /** Remembered with the task: after an edit elsewhere it is not read again. */
  private record Found(Outcome<Depends> expression, List<TaskDependency> dependencies) {}

  /**
   * What a task waits for, in the order in which it is written; {@code depends} goes before {@code
   * dependencies}, as in Argo. An expression that cannot be read gives nothing.
   */
  public static List<TaskDependency> of(Task task) {
    Optional<String> depends = task.depends();
    if (depends.isEmpty()) {
      return task.dependencies().stream().map(name -> new TaskDependency(name, "")).toList();
    }
    return task.node().derived(Found.class, _ -> found(task)).dependencies();
  }

  /** An expression that cannot be read gives a refusal with its place; none, nothing. */
  public static Optional<Outcome<Depends>> expression(Task task) {
    return task.depends().map(_ -> task.node().derived(Found.class, _ -> found(task)).expression());
  }

  private static Found found(Task task) {
    List<TaskDependency> found = new ArrayList<>();
    Outcome<Depends> expression = Depends.parse(task.depends().orElse(""));
    expression.result().ifPresent(tree -> collect(tree, false, found));
    return new Found(expression, merged(found));
  }

  /** One for each task, what is asked of it in several ways joined. */
  private static List<TaskDependency> merged(List<TaskDependency> found) {
    Map<TaskName, Set<String>> conditions = new LinkedHashMap<>();
    for (TaskDependency one : found) {
      conditions.computeIfAbsent(one.task(), _ -> new LinkedHashSet<>()).add(one.condition());
    }
    return conditions.entrySet().stream()
        .map(entry -> new TaskDependency(entry.getKey(), label(entry.getValue())))
        .toList();
  }

  private static String label(Set<String> conditions) {
    return conditions.size() == 1
        ? conditions.iterator().next()
        : conditions.stream()
            .map(condition -> condition.isEmpty() ? "Succeeded" : condition)
            .distinct()
            .collect(Collectors.joining(" / "));
  }

  private static void collect(Depends tree, boolean isNegated, List<TaskDependency> found) {
    switch (tree) {
      case Depends.Task task -> {
        String result = task.result().map(r -> r.argoName()).orElse(isNegated ? "Succeeded" : "");
        found.add(new TaskDependency(task.name(), isNegated ? "!" + result : result));
      }
      case Depends.Not(Depends operand) -> collect(operand, !isNegated, found);
      case Depends.And(Depends left, Depends right) -> {
        collect(left, isNegated, found);
        collect(right, isNegated, found);
      }
      case Depends.Or(Depends left, Depends right) -> {
        collect(left, isNegated, found);
        collect(right, isNegated, found);
      }
    }
  }
}
