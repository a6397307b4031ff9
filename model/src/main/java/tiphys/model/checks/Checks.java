// SPDX-License-Identifier: Apache-2.0
package tiphys.model.checks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tiphys.model.graph.FlowGraph;
import tiphys.model.graph.Scope;
import tiphys.model.problem.Problem;
import tiphys.model.workflow.WorkflowFile;
import tiphys.model.yaml.YamlTree;

/** All rules over a file, and what they found. */
public final class Checks {
  private final List<Problem> problems;

  /** Of scopes, for what still holds of it after an edit. */
  private final Map<Scope, TaskVerdicts.Found> verdicts;

  private Checks(List<Problem> problems, Map<Scope, TaskVerdicts.Found> verdicts) {
    this.problems = List.copyOf(problems);
    this.verdicts = verdicts;
  }

  /**
   * Of a text with syntax errors only these are told: what seems to be missing may stand where it
   * cannot be read. O(file) the first time; after an edit what it touches, and a glance at each of
   * the other tasks.
   *
   * @param before of the state before, if there is one
   */
  public static Checks of(
      YamlTree tree,
      WorkflowFile workflow,
      Function<Scope, FlowGraph> graphs,
      Optional<Checks> before) {
    if (tree.syntaxError().isPresent()) {
      return new Checks(tree.syntaxErrors(), Map.of());
    }
    List<Problem> found = new ArrayList<>();
    Map<Scope, TaskVerdicts.Found> verdicts = new HashMap<>();
    KeyRules.check(tree, found);
    TextRules.check(tree, found);
    for (int i = 0; i < workflow.resources().size(); i++) {
      Subject subject = new Subject(tree, workflow, i, graphs, found);
      SpecRules.check(subject);
      FieldRules.check(subject, found);
      for (Subject.Checked checked : subject.templates()) {
        TemplateRules.check(subject, checked);
        Scope scope = subject.scope(checked);
        new TaskVerdicts(subject, checked)
            .check(before.map(known -> known.verdicts.get(scope)))
            .ifPresent(told -> verdicts.put(scope, told));
      }
    }
    found.sort(Comparator.comparingInt(p -> p.place().map(place -> place.start()).orElse(0)));
    return new Checks(found, verdicts);
  }

  /** All problems in order of place. */
  public List<Problem> problems() {
    return problems;
  }
}
