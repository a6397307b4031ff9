// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.List;
import java.util.Optional;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.layout.Point;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;
import tiphys.model.state.DiagramState;
import tiphys.model.workflow.TaskName;
import tiphys.model.workflow.Template;
import tiphys.model.workflow.TemplateName;
import tiphys.model.writing.DocumentWriter;

/**
 * Adds a task that calls a template of the same resource, wired as asked.
 *
 * @param name the task's; absent to take the template's, or the first free one like it
 * @param corner where its node is to stand; absent to let the layout decide
 * @param after what it runs after
 * @param before what runs after it
 */
public record AddTask(
    Scope scope,
    TemplateName template,
    Optional<TaskName> name,
    Optional<Point> corner,
    List<NodeId> after,
    List<NodeId> before)
    implements Command {
  public AddTask {
    after = List.copyOf(after);
    before = List.copyOf(before);
  }

  @Override
  public Outcome<Plan> plan(DiagramState now) {
    return Ground.of(now, scope).then(this::plan);
  }

  private Outcome<Plan> plan(Ground ground) {
    Optional<Template> called = ground.spec().template(template);
    if (called.isEmpty()) {
      return Outcome.refused(ProblemCode.ADDRESS_NO_TEMPLATE, template.value());
    }
    DocumentWriter writer = ground.writer();
    NewTask task = new NewTask(ground, name, template, called.get().inputs(), after, before);
    return task.write(writer)
        .then(id -> writer.edits().then(edits -> Outcome.done(task.plan(edits, id, corner))));
  }
}
