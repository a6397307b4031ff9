// SPDX-License-Identifier: Apache-2.0
package tiphys.model.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Two versions of a graph in one. */
public final class GraphUnion {
  private GraphUnion() {}

  /** What the later version has, and behind it what only the earlier one had. */
  public static FlowGraph of(FlowGraph after, FlowGraph before) {
    Map<NodeId, FlowNode> nodes = new LinkedHashMap<>();
    after.nodes().forEach(node -> nodes.putIfAbsent(node.id(), node));
    before.nodes().forEach(node -> nodes.putIfAbsent(node.id(), node));
    List<FlowEdge> edges = new ArrayList<>(after.edges());
    for (FlowEdge edge : before.edges()) {
      if (after.edge(edge.from(), edge.to()).isEmpty()) {
        edges.add(edge);
      }
    }
    Map<NodeId, Integer> numbers = new HashMap<>();
    nodes.keySet().forEach(id -> numbers.put(id, numbers.size()));
    int[] sources = edges.stream().mapToInt(e -> numbers.getOrDefault(e.from(), 0)).toArray();
    int[] targets = edges.stream().mapToInt(e -> numbers.getOrDefault(e.to(), 0)).toArray();
    return new FlowGraph(
        after.scope(),
        List.copyOf(nodes.values()),
        edges,
        groups(after, before, numbers),
        sources,
        targets);
  }

  /** A step that moved to another group is shown where it is now. */
  private static List<FlowGroup> groups(
      FlowGraph after, FlowGraph before, Map<NodeId, Integer> numbers) {
    Map<Integer, List<NodeId>> members = new TreeMap<>();
    Map<NodeId, Integer> known = new HashMap<>();
    for (FlowGraph graph : List.of(after, before)) {
      for (FlowGroup group : graph.groups()) {
        for (NodeId member : group.members()) {
          if (known.putIfAbsent(member, group.index()) == null) {
            members.computeIfAbsent(group.index(), _ -> new ArrayList<>()).add(member);
          }
        }
      }
    }
    // Where a template was of another kind before, what is in no group stands behind all groups.
    List<NodeId> rest = numbers.keySet().stream().filter(id -> !known.containsKey(id)).toList();
    if (!members.isEmpty() && !rest.isEmpty()) {
      members.put(members.size() + before.nodes().size(), new ArrayList<>(rest));
    }
    List<FlowGroup> groups = new ArrayList<>();
    members.values().forEach(ids -> groups.add(new FlowGroup(groups.size(), ids)));
    return groups;
  }
}
