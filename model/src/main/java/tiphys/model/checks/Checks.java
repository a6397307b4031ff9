// SPDX-License-Identifier: Apache-2.0
package tiphys.model.checks;

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

  /** All problems in order of place. */
  public static List<Problem> of(
      YamlTree tree, WorkflowFile workflow, Function<Scope, FlowGraph> graphs) {
    return tree.syntaxError().stream().toList();
  }
}
