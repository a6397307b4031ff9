// SPDX-License-Identifier: Apache-2.0
package tiphys.app.hera;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tiphys.app.code.CodeLanguage;
import tiphys.app.code.CodeLine;
import tiphys.app.export.FileExports;
import tiphys.exporter.hera.HeraCode;
import tiphys.exporter.hera.HeraStyle;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.state.DiagramState;

/**
 * What is to be seen of one revision: both texts in colours, and how they compare.
 *
 * @param refusal why there is no Python; the rest is of no use then
 */
record HeraPage(
    DiagramState state,
    HeraCode code,
    List<CodeLine> yaml,
    List<CodeLine> python,
    HeraComparison ofYaml,
    HeraComparison ofPython,
    Optional<Problem> refusal) {
  private static final HeraComparison NOTHING = new HeraComparison(0, 0, 0);

  /** Takes as long as reading the file does; for the background. */
  static HeraPage of(DiagramState state, HeraStyle style) {
    Outcome<HeraCode> made = FileExports.hera(state, style);
    if (made.refusal().isPresent()) {
      HeraCode none = new HeraCode("", List.of(), List.of(), Map.of());
      return new HeraPage(state, none, List.of(), List.of(), NOTHING, NOTHING, made.refusal());
    }
    HeraCode code = made.result().orElseThrow();
    String yaml = state.text().toString();
    List<CodeLine> python = CodeLine.of(code.text(), CodeLanguage.PYTHON);
    return new HeraPage(
        state,
        code,
        CodeLine.of(yaml, CodeLanguage.YAML),
        python,
        HeraComparison.ofYaml(state.tree(), yaml, state.workflow()),
        HeraComparison.ofPython(python, code.text(), state.workflow()),
        Optional.empty());
  }

  HeraPlaces places() {
    return new HeraPlaces(state.tree(), code);
  }
}
