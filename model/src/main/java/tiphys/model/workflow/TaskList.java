// SPDX-License-Identifier: Apache-2.0
package tiphys.model.workflow;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/**
 * Tasks in order of declaration, with what is asked of them all after every edit. Unmodifiable;
 * joining some of these looks into none of their tasks.
 */
public final class TaskList extends AbstractList<Task> implements RandomAccess {
  private final Task[] tasks;
  private final boolean usesDepends;
  private final boolean usesDependencies;

  private TaskList(Task[] tasks, boolean usesDepends, boolean usesDependencies) {
    this.tasks = tasks;
    this.usesDepends = usesDepends;
    this.usesDependencies = usesDependencies;
  }

  public static TaskList copyOf(List<Task> tasks) {
    return tasks instanceof TaskList known
        ? known
        : new TaskList(
            tasks.toArray(Task[]::new),
            tasks.stream().anyMatch(task -> task.depends().isPresent()),
            tasks.stream().anyMatch(task -> !task.dependencies().isEmpty()));
  }

  /** One behind the other. */
  public static TaskList joined(List<TaskList> parts) {
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    Task[] all = new Task[parts.stream().mapToInt(TaskList::size).sum()];
    int at = 0;
    for (TaskList part : parts) {
      System.arraycopy(part.tasks, 0, all, at, part.tasks.length);
      at += part.tasks.length;
    }
    return new TaskList(
        all,
        parts.stream().anyMatch(TaskList::usesDepends),
        parts.stream().anyMatch(TaskList::usesDependencies));
  }

  /** Whether any task says what it waits for with {@code depends}. */
  public boolean usesDepends() {
    return usesDepends;
  }

  /** Whether any does with the older {@code dependencies}. */
  public boolean usesDependencies() {
    return usesDependencies;
  }

  @Override
  public Task get(int index) {
    return tasks[index];
  }

  @Override
  public int size() {
    return tasks.length;
  }

  @Override
  public Object[] toArray() {
    return Arrays.copyOf(tasks, tasks.length, Object[].class);
  }
}
