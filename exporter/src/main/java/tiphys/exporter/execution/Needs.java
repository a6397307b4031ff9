// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.execution;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tiphys.model.expression.Depends;
import tiphys.model.expression.TaskResult;
import tiphys.model.run.NodePhase;

/** What must have become of other tasks before one may run. */
interface Needs {
  /** The tasks that must have come to an end. */
  Set<String> names();

  /** Whether their ends are the wanted ones. */
  boolean hold(Function<String, Ended> ends);

  /** A task that ended, and the nodes of its items if it has any. */
  record Ended(Node node, Iterable<Node> items) {}

  static Needs of(Depends tree) {
    Set<String> names = new LinkedHashSet<>();
    tree.tasks().forEach(task -> names.add(task.name().value()));
    return new Needs() {
      @Override
      public Set<String> names() {
        return names;
      }

      @Override
      public boolean hold(Function<String, Ended> ends) {
        return tree.evaluate((name, result) -> holds(ends.apply(name.value()), result));
      }
    };
  }

  /** As {@code dependencies} has it: a needed task may fail if it is to be continued on. */
  static Needs allOf(Set<String> names, Function<String, JsonNode> tasks) {
    return new Needs() {
      @Override
      public Set<String> names() {
        return names;
      }

      @Override
      public boolean hold(Function<String, Ended> ends) {
        return names.stream()
            .allMatch(
                name -> {
                  Ended end = ends.apply(name);
                  return holds(end, Optional.empty())
                      || Scheduler.continuesOn(tasks.apply(name), end.node().phase());
                });
      }
    };
  }

  private static boolean holds(Ended end, Optional<TaskResult> result) {
    Node node = end.node();
    NodePhase phase = node.phase();
    if (result.isEmpty()) {
      return phase == NodePhase.SUCCEEDED || phase == NodePhase.SKIPPED || node.isDaemoned();
    }
    return switch (result.get()) {
      case SUCCEEDED -> phase == NodePhase.SUCCEEDED;
      case FAILED -> phase == NodePhase.FAILED;
      case ERRORED -> phase == NodePhase.ERROR;
      case SKIPPED -> phase == NodePhase.SKIPPED;
      case OMITTED -> phase == NodePhase.OMITTED;
      case DAEMONED -> node.isDaemoned();
      case ANY_SUCCEEDED -> anySucceeded(end.items());
      case ALL_FAILED -> allFailed(end.items());
    };
  }

  private static boolean anySucceeded(Iterable<Node> items) {
    for (Node item : items) {
      if (item.phase() == NodePhase.SUCCEEDED) {
        return true;
      }
    }
    return false;
  }

  private static boolean allFailed(Iterable<Node> items) {
    boolean isAny = false;
    for (Node item : items) {
      isAny = true;
      if (item.phase() != NodePhase.FAILED) {
        return false;
      }
    }
    return isAny;
  }
}
