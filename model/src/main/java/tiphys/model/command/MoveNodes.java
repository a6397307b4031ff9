// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.Map;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.layout.Lanes;
import tiphys.model.layout.Point;
import tiphys.model.problem.Outcome;
import tiphys.model.state.DiagramState;

/**
 * Puts nodes at places that the user chose: a drag, an alignment, or all that was kept elsewhere.
 *
 * @param lanes of long edges between them
 */
public record MoveNodes(Scope scope, Map<NodeId, Point> corners, Lanes lanes) implements Command {
  public MoveNodes {
    corners = Map.copyOf(corners);
  }

  /** By hand, which leads no edge through a lane. */
  public MoveNodes(Scope scope, Map<NodeId, Point> corners) {
    this(scope, corners, Lanes.NONE);
  }

  @Override
  public Outcome<Plan> plan(DiagramState now) {
    return Outcome.done(Plan.ofPositions(now.positions().moved(scope, corners, lanes)));
  }
}
