// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.Optional;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.state.DiagramState;
import tiphys.model.workflow.TaskName;
import tiphys.model.writing.DocumentWriter;
import tiphys.model.writing.YamlValue;
import tiphys.model.yaml.YamlPlace;

/**
 * Gives a task another name, and every reference to it: {@code depends}, {@code dependencies},
 * {@code target}, {@code {{tasks.…}}} and {@code {{steps.…}}}, expressions and hooks.
 */
public record RenameTask(Scope scope, NodeId node, TaskName to) implements Command {
  @Override
  public Outcome<Plan> plan(DiagramState now) {
    return Ground.of(now, scope).then(ground -> ground.task(node).then(_ -> plan(ground)));
  }

  private Outcome<Plan> plan(Ground ground) {
    if (node.value().equals(to.value())) {
      return Outcome.done(Plan.ofPositions(ground.now().positions()));
    }
    Optional<Problem> trouble = Naming.taskTrouble(to.value(), ground.template());
    if (trouble.isPresent()) {
      return Outcome.refused(trouble.get());
    }
    DocumentWriter writer = ground.writer();
    YamlPlace task = ground.place(node).orElseThrow();
    writer.put(task, "name", YamlValue.text(to.value()));
    new TaskReferences(node.value(), to.value()).rename(ground.place(), writer);
    NodeId renamed = new NodeId(to.value());
    return writer
        .edits()
        .then(
            edits ->
                Outcome.done(
                    new Plan(
                        edits,
                        Optional.of(ground.now().positions().renamed(scope, node, renamed)))));
  }
}
