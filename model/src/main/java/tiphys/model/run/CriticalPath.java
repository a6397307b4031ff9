// SPDX-License-Identifier: Apache-2.0
package tiphys.model.run;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import tiphys.model.graph.FlowGraph;
import tiphys.model.graph.NodeId;

/**
 * The tasks that decided how long a run took: had one of them been quicker, the run would have been
 * over earlier. It is found from the end: the task that was over last, before it the one of those
 * it waited for that was over last, and so on. A task that still runs counts as the last.
 */
public final class CriticalPath {
  private CriticalPath() {}

  /**
   * The tasks in order of time; empty where nothing of the graph has begun. O(nodes + edges).
   *
   * @param states what the run has made of the graph's nodes
   */
  public static List<NodeId> of(FlowGraph graph, Map<NodeId, TaskState> states, RunSnapshot run) {
    Map<NodeId, Instant> ends = new HashMap<>();
    states.forEach((id, state) -> endOf(state, run.nodes()).ifPresent(end -> ends.put(id, end)));
    Deque<NodeId> path = new ArrayDeque<>();
    Set<NodeId> seen = new LinkedHashSet<>();
    Optional<NodeId> at =
        last(ends.keySet().stream().sorted(Comparator.comparing(NodeId::value)).toList(), ends);
    while (at.isPresent() && seen.add(at.get())) {
      path.addFirst(at.get());
      at = last(graph.predecessors(at.get()), ends);
    }
    return List.copyOf(path);
  }

  private static Optional<NodeId> last(List<NodeId> nodes, Map<NodeId, Instant> ends) {
    return nodes.stream()
        .filter(ends::containsKey)
        .max(Comparator.comparing(node -> Objects.requireNonNull(ends.get(node))));
  }

  /** Skipped ones have taken no time. */
  private static Optional<Instant> endOf(TaskState state, Map<String, NodeStatus> nodes) {
    return state.nodeIds().stream()
        .map(nodes::get)
        .filter(Objects::nonNull)
        .filter(node -> node.startedAt().isPresent())
        .map(node -> node.finishedAt().orElse(Instant.MAX))
        .max(Comparator.naturalOrder());
  }
}
