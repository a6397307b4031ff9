// SPDX-License-Identifier: Apache-2.0
package tiphys.app.editor;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tiphys.model.graph.FlowNode;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.NodeIdsInScope;
import tiphys.model.graph.Scope;
import tiphys.model.graph.Scopes;
import tiphys.model.workflow.Call;
import tiphys.model.workflow.Task;
import tiphys.model.workflow.Template;
import tiphys.model.workflow.TemplateName;
import tiphys.model.workflow.WorkflowFile;

/** Which nodes of the scope that is shown a change or a place of the text means. */
final class NodesInSight {
  private NodesInSight() {}

  /**
   * The nodes of a scope that run a template without an inside of its own; empty for a template
   * that has one, or of another resource. O(tasks of the scope).
   */
  static Set<NodeId> callers(WorkflowFile workflow, Scope shown, Scope called) {
    Optional<Template> caller =
        Optional.of(shown)
            .filter(from -> from.resource() == called.resource())
            .flatMap(from -> Scopes.template(workflow, from));
    boolean isLeaf =
        Scopes.template(workflow, called).filter(leaf -> Scopes.tasks(leaf).isEmpty()).isPresent();
    if (caller.isEmpty() || !isLeaf) {
      return Set.of();
    }
    Set<NodeId> callers = new LinkedHashSet<>();
    List<Task> tasks = Scopes.tasks(caller.get());
    for (int i = 0; i < tasks.size(); i++) {
      if (tasks.get(i).call() instanceof Call.Local(TemplateName name)
          && name.equals(called.template())) {
        callers.add(NodeIdsInScope.of(caller.get()).ids().get(i));
      }
    }
    return callers;
  }

  /** What a change added. Looks only between what both lists of nodes begin and end with. */
  static Set<NodeId> appeared(List<FlowNode> before, List<FlowNode> after) {
    int shorter = Math.min(before.size(), after.size());
    int head = 0;
    while (head < shorter && before.get(head).id().equals(after.get(head).id())) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head && isSameFromEnd(before, after, tail + 1)) {
      tail++;
    }
    Set<NodeId> appeared = new LinkedHashSet<>();
    after.subList(head, after.size() - tail).forEach(node -> appeared.add(node.id()));
    before.subList(head, before.size() - tail).forEach(node -> appeared.remove(node.id()));
    return appeared;
  }

  private static boolean isSameFromEnd(List<FlowNode> one, List<FlowNode> other, int position) {
    return one.get(one.size() - position).id().equals(other.get(other.size() - position).id());
  }
}
