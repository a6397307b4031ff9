// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.Optional;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;
import tiphys.model.state.DiagramState;
import tiphys.model.workflow.TemplateBody;
import tiphys.model.writing.DocumentWriter;
import tiphys.model.yaml.YamlPlace;

/**
 * Lets a task stand elsewhere in the text, with the comments that are its. Nothing that runs
 * changes: the order of tasks in a DAG is that of their wires.
 *
 * @param anchor the task that it is to stand beside
 * @param isBehind whether behind that task rather than in front of it
 */
public record MoveTask(Scope scope, NodeId node, NodeId anchor, boolean isBehind)
    implements Command {
  @Override
  public Outcome<Plan> plan(DiagramState now) {
    return Ground.of(now, scope).then(this::plan);
  }

  private Outcome<Plan> plan(Ground ground) {
    if (ground.template().body() instanceof TemplateBody.Steps) {
      return Outcome.refused(ProblemCode.CONNECT_STEPS);
    }
    return ground
        .task(node)
        .then(_ -> ground.task(anchor))
        .then(
            _ -> {
              YamlPlace moved = ground.place(node).orElseThrow();
              YamlPlace beside = ground.place(anchor).orElseThrow();
              Optional<YamlPlace> list = moved.parent();
              DocumentWriter writer = ground.writer();
              list.ifPresent(
                  tasks ->
                      writer.move(
                          tasks,
                          moved.indexInParent(),
                          beside.indexInParent() + (isBehind ? 1 : 0)));
              return writer.edits().then(edits -> Outcome.done(Plan.ofText(edits)));
            });
  }
}
