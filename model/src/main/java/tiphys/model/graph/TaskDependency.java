// SPDX-License-Identifier: Apache-2.0
package tiphys.model.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tiphys.model.expression.Depends;
import tiphys.model.workflow.Task;
import tiphys.model.workflow.TaskName;

/**
 * A task that another waits for.
 *
 * @param condition as {@link FlowEdge#condition()}
 */
public record TaskDependency(TaskName task, String condition) {
  /**
   * What a task waits for, in the order in which it is written; {@code depends} goes before {@code
   * dependencies}, as in Argo. An expression that cannot be read gives nothing.
   */
  public static List<TaskDependency> of(Task task) {
    Optional<String> depends = task.depends();
    if (depends.isEmpty()) {
      return task.dependencies().stream().map(name -> new TaskDependency(name, "")).toList();
    }
    List<TaskDependency> found = new ArrayList<>();
    Depends.parse(depends.get()).result().ifPresent(tree -> collect(tree, false, found));
    return found;
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
