// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.Optional;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.state.DiagramState;
import tiphys.model.workflow.Call;
import tiphys.model.workflow.TemplateName;

/** The template that a task runs. */
public final class CalledTemplate {
  private CalledTemplate() {}

  /** Empty for one of another resource, one that stands in the task, and none. */
  public static Optional<Scope> of(DiagramState now, Scope scope, NodeId node) {
    return Ground.of(now, scope)
        .then(ground -> ground.task(node))
        .result()
        .flatMap(
            task ->
                task.call() instanceof Call.Local(TemplateName template)
                    ? Optional.of(new Scope(scope.resource(), template))
                    : Optional.empty())
        .filter(called -> now.locator().template(called).isPresent());
  }
}
