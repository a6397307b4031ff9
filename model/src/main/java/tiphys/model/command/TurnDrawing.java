// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import tiphys.model.layout.Heading;
import tiphys.model.problem.Outcome;
import tiphys.model.state.DiagramState;

/**
 * Lets all drawings of a file run another way, laid out anew: places that were meant for the one
 * way make no sense for the other.
 */
public record TurnDrawing(Heading heading) implements Command {
  @Override
  public Outcome<Plan> plan(DiagramState now) {
    return Outcome.done(Plan.ofPositions(now.positions().heading(heading)));
  }
}
