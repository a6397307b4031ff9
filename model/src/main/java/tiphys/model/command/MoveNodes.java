// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.Map;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.layout.Point;
import tiphys.model.problem.Outcome;
import tiphys.model.state.DiagramState;

/**
 * Puts nodes at places that the user chose: a drag, an alignment, or a whole layout taken over as
 * one step.
 */
public record MoveNodes(Scope scope, Map<NodeId, Point> corners) implements Command {
  public MoveNodes {
    corners = Map.copyOf(corners);
  }

  @Override
  public Outcome<Plan> plan(DiagramState now) {
    return Outcome.done(Plan.ofPositions(now.positions().moved(scope, corners)));
  }
}
