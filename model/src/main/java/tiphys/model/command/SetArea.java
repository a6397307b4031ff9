// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.Optional;
import java.util.Set;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;
import tiphys.model.state.DiagramState;

/**
 * Puts nodes into an area of the drawing, which is made where there is none of that name, or takes
 * them out of all. The text stays as it is.
 *
 * @param name empty to take them out
 */
public record SetArea(Scope scope, Set<NodeId> nodes, Optional<String> name) implements Command {
  public SetArea {
    nodes = Set.copyOf(nodes);
    name = name.map(String::strip).filter(given -> !given.isEmpty());
  }

  @Override
  public Outcome<Plan> plan(DiagramState now) {
    for (NodeId node : nodes) {
      if (now.graph(scope).node(node).isEmpty()) {
        return Outcome.refused(ProblemCode.ADDRESS_NO_TASK, node.value(), scope.template().value());
      }
    }
    return Outcome.done(Plan.ofPositions(now.positions().grouped(scope, nodes, name)));
  }
}
