// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.Optional;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.state.DiagramState;
import tiphys.model.workflow.TemplateBody;

/** What a task waits for, to be shown and changed by {@link SetDepends}. */
public final class WaitingText {
  private WaitingText() {}

  /** As an expression, whichever form it is written in; empty for anything but a task of a DAG. */
  public static Optional<String> of(DiagramState now, Scope scope, NodeId node) {
    return Ground.of(now, scope)
        .result()
        .filter(ground -> ground.template().body() instanceof TemplateBody.Dag)
        .filter(ground -> ground.task(node).isDone())
        .map(ground -> Waiting.depends(ground, node));
  }
}
