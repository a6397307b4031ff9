// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;
import tiphys.model.state.DiagramState;
import tiphys.model.workflow.TaskName;
import tiphys.model.workflow.TemplateBody;
import tiphys.model.writing.DocumentWriter;

/** Lets a task wait for another no more. */
public record DisconnectTasks(Scope scope, NodeId from, NodeId to) implements Command {
  @Override
  public Outcome<Plan> plan(DiagramState now) {
    return Ground.beside(now, scope).then(this::plan);
  }

  private Outcome<Plan> plan(Ground ground) {
    if (ground.template().body() instanceof TemplateBody.Steps) {
      return Outcome.refused(ProblemCode.CONNECT_STEPS);
    }
    if (ground.now().graph(scope).edge(from, to).isEmpty()) {
      return Outcome.refused(ProblemCode.CONNECT_MISSING, from.value(), to.value());
    }
    DocumentWriter writer = ground.writer();
    return ground
        .task(to)
        .then(
            _ -> {
              TaskName gone = new TaskName(from.value());
              Waiting.remove(writer, ground.place(to).orElseThrow(), gone::equals);
              return writer.edits();
            })
        .then(edits -> Outcome.done(Plan.ofText(edits)));
  }
}
