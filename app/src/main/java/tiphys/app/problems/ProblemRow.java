// SPDX-License-Identifier: Apache-2.0
package tiphys.app.problems;

import java.util.List;
import java.util.Optional;
import tiphys.app.message.Messages;
import tiphys.model.fix.Fix;
import tiphys.model.fix.Fixes;
import tiphys.model.problem.Problem;
import tiphys.model.problem.Severity;
import tiphys.model.state.DiagramState;
import tiphys.model.text.LineColumn;
import tiphys.model.text.TextRange;

/**
 * A problem as it is read.
 *
 * @param at line and column, counted from 1; empty for a problem without a place
 * @param fixes what can be done about it with one key, the likeliest first
 */
record ProblemRow(
    Severity severity, String sentence, String at, Optional<TextRange> place, List<Fix> fixes) {
  /** The problems of a state, in order of place. */
  static List<ProblemRow> of(DiagramState state, Messages messages) {
    return state.problems().stream().map(problem -> of(problem, state, messages)).toList();
  }

  private static ProblemRow of(Problem problem, DiagramState state, Messages messages) {
    String at =
        problem
            .place()
            .map(range -> state.text().positionOf(range.start()))
            .map(LineColumn::toString)
            .orElse("");
    return new ProblemRow(
        problem.severity(),
        messages.problem(problem),
        at,
        problem.place(),
        Fixes.of(state, problem));
  }
}
