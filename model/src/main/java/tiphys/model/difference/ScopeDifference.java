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
import tiphys.model.layout.Lanes;
import tiphys.model.layout.Point;
import tiphys.model.state.DiagramState;
import tiphys.model.workflow.TemplateName;

/**
 * Two versions of a template as one graph.
 *
 * @param nodes what became of a node; none for one that is as it was
 * @param edges the same of an edge
 * @param earlierNames of nodes that got another name
 * @param arrangement where they stand: as in the later version, what is gone near what it ran after
 */
public record ScopeDifference(
    FlowGraph graph,
    Map<NodeId, Change> nodes,
    Map<FlowEdge, Change> edges,
    Map<NodeId, String> earlierNames,
    Arrangement arrangement) {
  private static final Scope NOWHERE = new Scope(-1, new TemplateName("?"));

  public ScopeDifference {
    nodes = Map.copyOf(nodes);
    edges = Map.copyOf(edges);
    earlierNames = Map.copyOf(earlierNames);
  }

  /** A template that both versions, or one of them, have. @param inside one of the insides of it */
  public static ScopeDifference of(FileDifference whole, Pair<Scope> inside) {
    FlowGraph old = graph(whole.before(), inside.before());
    FlowGraph now = graph(whole.after(), inside.after());
    FlowGraph union = GraphUnion.of(now, old);
    Map<NodeId, Point> places = new HashMap<>(places(whole.before(), inside.before()));
    places.putAll(places(whole.after(), inside.after()));
    Set<NodeId> touched = new HashSet<>();
    Map<NodeId, String> earlier = new HashMap<>();
    for (FileDifference.Entry entry : whole.entries()) {
      boolean isHere = entry.inside().filter(inside::equals).isPresent();
      if (isHere && entry.node().isEmpty() && isLeaf(whole, inside)) {
        now.nodes().forEach(node -> touched.add(node.id()));
      } else if (isHere && entry.node().isPresent()) {
        touched.add(entry.node().get());
        if (!entry.earlier().isEmpty()) {
          int behindTemplate = inside.newest().template().value().length() + 1;
          earlier.put(entry.node().get(), entry.earlier().substring(behindTemplate));
        }
      }
    }
    return new ScopeDifference(
        union,
        nodes(old, now, touched),
        edges(old, now),
        earlier,
        Arranger.arrange(
            union,
            whole.after().positions().heading(),
            places,
            inside.after().map(whole.after().positions()::lanesIn).orElse(Lanes.NONE),
            Optional.empty()));
  }

  /** Whether its one card stands for the template itself. */
  private static boolean isLeaf(FileDifference whole, Pair<Scope> inside) {
    return inside
        .after()
        .flatMap(scope -> Scopes.template(whole.after().workflow(), scope))
        .filter(template -> Scopes.tasks(template).isEmpty())
        .isPresent();
  }

  private static FlowGraph graph(DiagramState state, Optional<Scope> scope) {
    return scope.map(state::graph).orElseGet(() -> FlowGraph.of(state.workflow(), NOWHERE));
  }

  private static Map<NodeId, Point> places(DiagramState state, Optional<Scope> scope) {
    return scope.map(found -> state.positions().in(found)).orElse(Map.of());
  }

  private static Map<NodeId, Change> nodes(FlowGraph old, FlowGraph now, Set<NodeId> touched) {
    Map<NodeId, Change> changes = new HashMap<>();
    for (FlowNode node : now.nodes()) {
      Optional<FlowNode> was = old.node(node.id());
      if (was.isEmpty()) {
        changes.put(node.id(), Change.ADDED);
      } else if (!was.get().equals(node) || touched.contains(node.id())) {
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
