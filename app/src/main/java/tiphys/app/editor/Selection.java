// SPDX-License-Identifier: Apache-2.0
package tiphys.app.editor;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import tiphys.model.graph.FlowEdge;
import tiphys.model.graph.FlowGraph;
import tiphys.model.graph.FlowNode;
import tiphys.model.graph.NodeId;

/**
 * What is chosen of the scope that is shown: some nodes, or one edge, or nothing.
 *
 * @param part of one node that fanned out in a run, the node of the run that is meant
 */
public record Selection(Set<NodeId> nodes, Optional<FlowEdge> edge, Optional<NodeId> part) {
  public static final Selection NONE = of(Set.of());

  public Selection {
    nodes = Set.copyOf(nodes);
  }

  public static Selection of(NodeId node) {
    return of(Set.of(node));
  }

  /** One of the nodes of a run that a node fanned out to. */
  public static Selection of(NodeId node, NodeId part) {
    return new Selection(Set.of(node), Optional.empty(), Optional.of(part));
  }

  public static Selection of(Set<NodeId> nodes) {
    return new Selection(nodes, Optional.empty(), Optional.empty());
  }

  public static Selection of(FlowEdge edge) {
    return new Selection(Set.of(), Optional.of(edge), Optional.empty());
  }

  /** The same without one of the nodes of a run in particular. */
  public Selection whole() {
    return part.isEmpty() ? this : new Selection(nodes, edge, Optional.empty());
  }

  public boolean isEmpty() {
    return nodes.isEmpty() && edge.isEmpty();
  }

  /** The node, if exactly one is chosen. */
  public Optional<NodeId> single() {
    return nodes.size() == 1 ? Optional.of(nodes.iterator().next()) : Optional.empty();
  }

  public boolean has(NodeId node) {
    return nodes.contains(node);
  }

  /** With the node added, or taken out if it was in. */
  public Selection toggled(NodeId node) {
    Set<NodeId> next = new LinkedHashSet<>(nodes);
    if (!next.remove(node)) {
      next.add(node);
    }
    return of(next);
  }

  /** Whether a graph has all of it. O(nodes + edges). */
  public boolean isWithin(FlowGraph graph) {
    return equals(within(graph));
  }

  /** What of it a graph still has. O(nodes + edges). */
  Selection within(FlowGraph graph) {
    if (isEmpty()) {
      return this;
    }
    Set<NodeId> kept = new LinkedHashSet<>();
    for (FlowNode node : graph.nodes()) {
      if (nodes.contains(node.id())) {
        kept.add(node.id());
      }
    }
    return new Selection(
        kept, edge.filter(graph.edges()::contains), part.filter(_ -> !kept.isEmpty()));
  }
}
