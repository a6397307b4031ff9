// SPDX-License-Identifier: Apache-2.0
package tiphys.model.graph;

import java.util.AbstractList;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;
import tiphys.model.workflow.Task;
import tiphys.model.workflow.TaskName;
import tiphys.model.workflow.Template;

/**
 * The ids of a scope's nodes: the name; for a task without one, or with one that stands before it
 * already, {@code ?n} with its position, counted from 1.
 */
public final class NodeIdsInScope {
  private final IdTable table;

  /** Whether each task goes by its own name. */
  private final boolean areNames;

  private final List<NodeId> ids;

  private NodeIdsInScope(IdTable table, boolean areNames) {
    this.table = table;
    this.areNames = areNames;
    this.ids = new Ids(table);
  }

  private static final class Ids extends AbstractList<NodeId> implements RandomAccess {
    private final IdTable table;

    Ids(IdTable table) {
      this.table = table;
    }

    @Override
    public NodeId get(int index) {
      return table.id(index);
    }

    @Override
    public int size() {
      return table.size();
    }
  }

  /** Those of a template, made once for its node. */
  public static NodeIdsInScope of(Template template) {
    return template.node().derived(NodeIdsInScope.class, _ -> make(Scopes.tasks(template)));
  }

  /**
   * The same, of which those of the tasks that an edit left alone are taken from before it; none
   * are made where all names are as they were.
   */
  static NodeIdsInScope of(
      Template template, List<Task> tasks, NodeIdsInScope before, KeptTasks kept) {
    return template
        .node()
        .derived(
            NodeIdsInScope.class,
            _ -> before.after(tasks, kept).orElseGet(() -> make(Scopes.tasks(template))));
  }

  private static NodeIdsInScope make(List<Task> tasks) {
    IdTable table = new IdTable(tasks.size());
    boolean areNames = true;
    for (int i = 0; i < tasks.size(); i++) {
      Optional<NodeId> named = named(tasks.get(i)).filter(id -> !table.contains(id));
      table.add(named.orElse(numbered(i)));
      areNames &= named.isPresent();
    }
    return new NodeIdsInScope(table, areNames);
  }

  /** Empty where names stood twice or stand twice now: then ids hang together. */
  private Optional<NodeIdsInScope> after(List<Task> tasks, KeptTasks kept) {
    if (!areNames) {
      return Optional.empty();
    }
    IdTable next = new IdTable(tasks.size());
    boolean isSame = kept.now() == kept.before();
    for (int i = kept.head(); isSame && i < kept.touchedEnd(); i++) {
      isSame = named(tasks.get(i)).filter(table.id(i)::equals).isPresent();
    }
    if (isSame) {
      return Optional.of(this);
    }
    next.addAll(table, 0, kept.head());
    for (int i = kept.head(); i < kept.touchedEnd(); i++) {
      Optional<NodeId> named = named(tasks.get(i)).filter(id -> !next.contains(id));
      if (named.isEmpty()) {
        return Optional.empty();
      }
      next.add(named.get());
    }
    next.addAll(table, kept.touchedEndBefore(), kept.before());
    return Optional.of(new NodeIdsInScope(next, true)).filter(_ -> next.areDistinct());
  }

  private static Optional<NodeId> named(Task task) {
    return task.name().map(TaskName::value).map(NodeId::new);
  }

  private static NodeId numbered(int position) {
    return new NodeId("?" + (position + 1));
  }

  public List<NodeId> ids() {
    return ids;
  }

  /** Where a node's task stands among the scope's tasks, counted from 0; -1 where there is none. */
  public int position(NodeId id) {
    return table.position(id);
  }

  /** Whether all that an edit left alone go by the very ids that they had. */
  @SuppressWarnings("ReferenceEquality") // those that are taken from before are the same
  boolean keeps(NodeIdsInScope before, KeptTasks kept) {
    for (int i = 0; i < kept.head(); i++) {
      if (table.id(i) != before.table.id(i)) {
        return false;
      }
    }
    int growth = kept.now() - kept.before();
    for (int i = kept.touchedEnd(); i < kept.now(); i++) {
      if (table.id(i) != before.table.id(i - growth)) {
        return false;
      }
    }
    return true;
  }
}
