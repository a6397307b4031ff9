// SPDX-License-Identifier: Apache-2.0
package tiphys.model.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tiphys.model.workflow.Task;
import tiphys.model.workflow.TaskName;
import tiphys.model.workflow.Template;

/**
 * The ids of a scope's nodes: the name; for a task without one, or with one that stands before it
 * already, {@code ?n} with its position, counted from 1.
 */
public record NodeIdsInScope(List<NodeId> ids, Map<NodeId, Integer> positions) {
  /** Those of a template, made once for its node. */
  public static NodeIdsInScope of(Template template) {
    return template.node().derived(NodeIdsInScope.class, _ -> make(template));
  }

  private static NodeIdsInScope make(Template template) {
    List<Task> tasks = Scopes.tasks(template);
    List<NodeId> ids = new ArrayList<>(tasks.size());
    Map<NodeId, Integer> positions = new HashMap<>(tasks.size() * 2);
    for (int i = 0; i < tasks.size(); i++) {
      NodeId named = tasks.get(i).name().map(TaskName::value).map(NodeId::new).orElse(numbered(i));
      NodeId id = positions.containsKey(named) ? numbered(i) : named;
      ids.add(id);
      positions.put(id, i);
    }
    return new NodeIdsInScope(ids, positions);
  }

  /** Where a node's task stands among the scope's tasks, counted from 0; -1 where there is none. */
  public int position(NodeId id) {
    return positions.getOrDefault(id, -1);
  }

  private static NodeId numbered(int position) {
    return new NodeId("?" + (position + 1));
  }
}
