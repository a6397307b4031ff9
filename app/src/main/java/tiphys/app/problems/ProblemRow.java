// SPDX-License-Identifier: Apache-2.0
package tiphys.app.problems;

import java.util.List;
import tiphys.app.message.Messages;
import tiphys.model.fix.Fix;
import tiphys.model.fix.Fixes;
import tiphys.model.problem.Problem;
import tiphys.model.problem.Severity;
import tiphys.model.state.DiagramState;
import tiphys.model.text.LineColumn;

/**
 * A problem as it is read.
 *
 * @param at line and column, counted from 1; empty for a problem without a place
 * @param fixes what can be done about it with one key, the likeliest first
 */
record ProblemRow(Severity severity, String sentence, String at, List<Fix> fixes) {
  /** A problem of a state, in words. */
  static ProblemRow of(Problem problem, DiagramState state, Messages messages) {
    String at =
        problem
            .place()
            .map(range -> state.text().positionOf(range.start()))
            .map(LineColumn::toString)
            .orElse("");
    return new ProblemRow(
        problem.severity(), messages.problem(problem), at, Fixes.of(state, problem));
  }
}
