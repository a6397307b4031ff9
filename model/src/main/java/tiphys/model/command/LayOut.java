// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tiphys.model.graph.FlowGraph;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.layout.Arrangement;
import tiphys.model.layout.Arranger;
import tiphys.model.layout.Lanes;
import tiphys.model.layout.Point;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;
import tiphys.model.state.DiagramState;
import tiphys.model.state.Positions;

/**
 * Lays nodes out anew, all of a scope or some among the others, with the lanes of their long edges.
 *
 * @param nodes which; all where it is empty
 * @param ready what was worked out elsewhere, because it takes long; empty to do it here
 */
public record LayOut(Scope scope, Set<NodeId> nodes, Optional<Arrangement> ready)
    implements Command {
  public LayOut {
    nodes = Set.copyOf(nodes);
  }

  /** Of a whole scope. */
  public static LayOut all(Scope scope) {
    return new LayOut(scope, Set.of(), Optional.empty());
  }

  @Override
  public Outcome<Plan> plan(DiagramState now) {
    FlowGraph graph = now.graph(scope);
    if (graph.nodes().isEmpty()) {
      return Outcome.refused(ProblemCode.NOTHING_TO_DRAW, scope.template().value());
    }
    Optional<NodeId> missing =
        nodes.stream().filter(node -> graph.node(node).isEmpty()).findFirst();
    if (missing.isPresent()) {
      return Outcome.refused(
          ProblemCode.ADDRESS_NO_TASK, missing.get().value(), scope.template().value());
    }
    Positions positions = now.positions();
    if (isWhole(graph)) {
      Arrangement tidy = ready.orElseGet(() -> Arranger.tidy(graph, positions.heading()));
      return Outcome.done(Plan.ofPositions(positions.with(scope, tidy.corners(), Lanes.of(tidy))));
    }
    Map<NodeId, Point> standing = new HashMap<>();
    Arrangement part =
        ready.orElseGet(
            () -> {
              standing.putAll(
                  Arranger.arrange(
                          graph,
                          positions.heading(),
                          positions.in(scope),
                          positions.lanesIn(scope),
                          Optional.empty())
                      .corners());
              return Arranger.tidy(graph, positions.heading(), standing, nodes);
            });
    standing.putAll(part.corners());
    return Outcome.done(Plan.ofPositions(positions.moved(scope, standing, Lanes.of(part))));
  }

  /** Steps stand in their groups: of those there is no part. */
  private boolean isWhole(FlowGraph graph) {
    return nodes.isEmpty() || !graph.groups().isEmpty() || nodes.size() == graph.nodes().size();
  }
}
