// SPDX-License-Identifier: Apache-2.0
package tiphys.model.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tiphys.model.workflow.Behaviour;
import tiphys.model.workflow.Marker;

/** What a text that can only be read in part does not show any more, kept from the last picture. */
public final class LostNodes {
  private LostNodes() {}

  /**
   * A graph with the nodes and edges of the last whole one that it lacks, marked as {@link
   * Behaviour#LOST} and in the order of that one, so that nothing moves in the picture. Edges
   * between nodes that are there are those of now. O(nodes + edges).
   */
  public static FlowGraph addedTo(FlowGraph now, FlowGraph last) {
    Map<NodeId, FlowNode> present = new HashMap<>();
    now.nodes().forEach(node -> present.putIfAbsent(node.id(), node));
    Set<NodeId> lost = new LinkedHashSet<>();
    List<FlowNode> nodes = new ArrayList<>();
    Set<NodeId> placed = new LinkedHashSet<>();
    for (FlowNode node : last.nodes()) {
      FlowNode current = present.get(node.id());
      if (current == null) {
        lost.add(node.id());
      }
      if (placed.add(node.id())) {
        nodes.add(current == null ? lost(node) : current);
      }
    }
    if (lost.isEmpty()) {
      return now;
    }
    now.nodes().stream().filter(node -> placed.add(node.id())).forEach(nodes::add);
    List<FlowEdge> edges = new ArrayList<>(now.edges());
    last.edges().stream()
        .filter(edge -> lost.contains(edge.from()) || lost.contains(edge.to()))
        .forEach(edges::add);
    return graph(now, last, nodes, edges);
  }

  /** It says that it is lost, and leads nowhere. */
  private static FlowNode lost(FlowNode node) {
    return new FlowNode(
        node.id(),
        node.kind(),
        node.title(),
        node.subtitle(),
        List.of(Marker.of(Behaviour.LOST, Marker.Saying.LOST)),
        Optional.empty());
  }

  private static FlowGraph graph(
      FlowGraph now, FlowGraph last, List<FlowNode> nodes, List<FlowEdge> edges) {
    Map<NodeId, Integer> positions = new HashMap<>();
    for (int i = 0; i < nodes.size(); i++) {
      positions.put(nodes.get(i).id(), i);
    }
    int[] sources = edges.stream().mapToInt(edge -> positions.get(edge.from())).toArray();
    int[] targets = edges.stream().mapToInt(edge -> positions.get(edge.to())).toArray();
    return new FlowGraph(
        now.scope(),
        nodes,
        edges,
        groups(now.groups(), last.groups(), positions.keySet()),
        now.hooks(),
        new NumberedEdges(nodes.size(), sources, targets),
        Optional.empty());
  }

  /** Each node where it stands now, a lost one in the group where it stood. */
  private static List<FlowGroup> groups(
      List<FlowGroup> now, List<FlowGroup> last, Set<NodeId> nodes) {
    List<List<NodeId>> members = new ArrayList<>();
    now.forEach(group -> members.add(new ArrayList<>(group.members())));
    Set<NodeId> placed = new LinkedHashSet<>();
    members.forEach(placed::addAll);
    for (FlowGroup group : last) {
      while (members.size() <= group.index()) {
        members.add(new ArrayList<>());
      }
      group.members().stream()
          .filter(node -> nodes.contains(node) && placed.add(node))
          .forEach(members.get(group.index())::add);
    }
    List<FlowGroup> groups = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      if (!members.get(i).isEmpty()) {
        groups.add(new FlowGroup(i, members.get(i)));
      }
    }
    return groups;
  }
}
