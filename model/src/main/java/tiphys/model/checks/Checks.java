// SPDX-License-Identifier: Apache-2.0
package tiphys.model.checks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import tiphys.model.graph.FlowGraph;
import tiphys.model.graph.Scope;
import tiphys.model.problem.Problem;
import tiphys.model.workflow.WorkflowFile;
import tiphys.model.yaml.YamlTree;

/** All rules over a file. */
public final class Checks {
  private Checks() {}

  /**
   * All problems in order of place. Of a text with syntax errors only these: what seems to be
   * missing may stand where it cannot be read. O(file) the first time, O(tasks) after an edit.
   */
  public static List<Problem> of(
      YamlTree tree, WorkflowFile workflow, Function<Scope, FlowGraph> graphs) {
    if (tree.syntaxError().isPresent()) {
      return tree.syntaxErrors();
    }
    List<Problem> found = new ArrayList<>();
    KeyRules.check(tree, found);
    TextRules.check(tree, found);
    for (int i = 0; i < workflow.resources().size(); i++) {
      Subject subject = new Subject(tree, workflow, i, graphs, found);
      SpecRules.check(subject);
      FieldRules.check(subject, found);
      for (Subject.Checked checked : subject.templates()) {
        TemplateRules.check(subject, checked);
        TaskRules.check(subject, checked);
        OrderRules.check(subject, checked);
        TagRules.check(subject, checked);
      }
    }
    found.sort(Comparator.comparingInt(p -> p.place().map(place -> place.start()).orElse(0)));
    return List.copyOf(found);
  }
}
