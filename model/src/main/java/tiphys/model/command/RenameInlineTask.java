// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.List;
import java.util.Optional;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.place.Locator;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;
import tiphys.model.state.DiagramState;
import tiphys.model.workflow.TaskName;
import tiphys.model.writing.DocumentWriter;
import tiphys.model.writing.YamlValue;
import tiphys.model.yaml.YamlPlace;

/**
 * Gives a task of the template that stands in a task another name, with all that names it there: no
 * other template knows it.
 */
public record RenameInlineTask(Scope scope, NodeId node, TaskName from, TaskName to)
    implements Command {
  @Override
  public Outcome<Plan> plan(DiagramState now) {
    return Ground.of(now, scope).then(ground -> ground.task(node).then(_ -> plan(ground)));
  }

  private Outcome<Plan> plan(Ground ground) {
    Optional<YamlPlace> inline = ground.place(node).flatMap(task -> task.get("inline"));
    List<YamlPlace> tasks = inline.map(Locator::tasksOf).orElse(List.of());
    Optional<YamlPlace> renamed = named(tasks, from);
    if (renamed.isEmpty()) {
      return Outcome.refused(ProblemCode.ADDRESS_NO_TASK, from.value(), node.value());
    }
    if (!Naming.isValid(to.value())) {
      return Outcome.refused(ProblemCode.TASK_NAME_INVALID, to.value());
    }
    if (!from.equals(to) && named(tasks, to).isPresent()) {
      return Outcome.refused(ProblemCode.TASK_NAME_TAKEN, to.value());
    }
    DocumentWriter writer = ground.writer();
    if (!from.equals(to)) {
      writer.put(renamed.get(), "name", YamlValue.text(to.value()));
      new TaskReferences(from.value(), to.value()).rename(inline.orElseThrow(), writer);
    }
    return writer.edits().then(edits -> Outcome.done(Plan.ofText(edits)));
  }

  private static Optional<YamlPlace> named(List<YamlPlace> tasks, TaskName name) {
    return tasks.stream()
        .filter(task -> Fragment.name(task).filter(name.value()::equals).isPresent())
        .findFirst();
  }
}
