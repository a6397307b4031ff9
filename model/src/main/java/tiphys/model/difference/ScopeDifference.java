// SPDX-License-Identifier: Apache-2.0
package tiphys.model.difference;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tiphys.model.graph.FlowEdge;
import tiphys.model.graph.FlowGraph;
import tiphys.model.graph.FlowNode;
import tiphys.model.graph.GraphUnion;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.graph.Scopes;
import tiphys.model.layout.Arrangement;
import tiphys.model.layout.Arranger;
import tiphys.model.layout.Point;
import tiphys.model.state.DiagramState;

/**
 * Two versions of a template as one graph.
 *
 * @param nodes what became of a node; none for one that is as it was
 * @param edges the same of an edge
 * @param arrangement where they stand: as in the later version, what is gone near what it ran after
 */
public record ScopeDifference(
    FlowGraph graph,
    Map<NodeId, Change> nodes,
    Map<FlowEdge, Change> edges,
    Arrangement arrangement) {
  public ScopeDifference {
    nodes = Map.copyOf(nodes);
    edges = Map.copyOf(edges);
  }

  /** A template that both versions, or one of them, have. @param whole of their files */
  public static ScopeDifference of(
      DiagramState before, DiagramState after, Scope scope, FileDifference whole) {
    FlowGraph old = graph(before, scope);
    FlowGraph now = graph(after, scope);
    FlowGraph union = GraphUnion.of(now, old);
    Map<NodeId, Point> places = new HashMap<>(before.positions().in(scope));
    places.putAll(after.positions().in(scope));
    return new ScopeDifference(
        union,
        nodes(old, now, scope, whole),
        edges(old, now),
        Arranger.arrange(union, places, after.positions().lanesIn(scope), Optional.empty()));
  }

  private static FlowGraph graph(DiagramState state, Scope scope) {
    for (Scope known : Scopes.all(state.workflow())) {
      if (known.template().equals(scope.template())) {
        return state.graph(known);
      }
    }
    return state.graph(scope);
  }

  private static Map<NodeId, Change> nodes(
      FlowGraph old, FlowGraph now, Scope scope, FileDifference whole) {
    Set<String> touched = new HashSet<>();
    whole.entries().forEach(entry -> touched.add(entry.name()));
    Map<NodeId, Change> changes = new HashMap<>();
    for (FlowNode node : now.nodes()) {
      Optional<FlowNode> was = old.node(node.id());
      String name = scope.template().value() + "/" + node.id().value();
      if (was.isEmpty()) {
        changes.put(node.id(), Change.ADDED);
      } else if (!was.get().equals(node) || touched.contains(name)) {
        changes.put(node.id(), Change.CHANGED);
      }
    }
    for (FlowNode node : old.nodes()) {
      if (now.node(node.id()).isEmpty()) {
        changes.put(node.id(), Change.REMOVED);
      }
    }
    return changes;
  }

  private static Map<FlowEdge, Change> edges(FlowGraph old, FlowGraph now) {
    Map<FlowEdge, Change> changes = new HashMap<>();
    for (FlowEdge edge : now.edges()) {
      Optional<FlowEdge> was = old.edge(edge.from(), edge.to());
      if (was.isEmpty()) {
        changes.put(edge, Change.ADDED);
      } else if (!was.get().equals(edge)) {
        changes.put(edge, Change.CHANGED);
      }
    }
    for (FlowEdge edge : old.edges()) {
      if (now.edge(edge.from(), edge.to()).isEmpty()) {
        changes.put(edge, Change.REMOVED);
      }
    }
    return changes;
  }
}
