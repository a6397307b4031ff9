// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.List;
import java.util.Optional;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.NodeKind;
import tiphys.model.graph.Scope;
import tiphys.model.layout.Point;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;
import tiphys.model.state.DiagramState;
import tiphys.model.workflow.Arguments;
import tiphys.model.workflow.TaskName;
import tiphys.model.workflow.TemplateName;
import tiphys.model.writing.DocumentWriter;
import tiphys.model.yaml.YamlPlace;

/**
 * Adds a task together with a new template of a kind that it calls.
 *
 * @param name of the task, and of the template where that is free; absent for one made of the kind
 * @param corner where its node is to stand; absent to let the layout decide
 */
public record AddTaskOfKind(
    Scope scope,
    NodeKind kind,
    Optional<TaskName> name,
    Optional<Point> corner,
    List<NodeId> after,
    List<NodeId> before)
    implements Command {
  public AddTaskOfKind {
    after = List.copyOf(after);
    before = List.copyOf(before);
  }

  public AddTaskOfKind(
      Scope scope, NodeKind kind, Optional<Point> corner, List<NodeId> after, List<NodeId> before) {
    this(scope, kind, Optional.empty(), corner, after, before);
  }

  @Override
  public Outcome<Plan> plan(DiagramState now) {
    return Ground.of(now, scope).then(this::plan);
  }

  private Outcome<Plan> plan(Ground ground) {
    Optional<YamlPlace> templates = ground.locator().templates(scope.resource());
    if (!NewTemplate.canBeMade(kind) || templates.isEmpty()) {
      return Outcome.refused(ProblemCode.ADD_NOT_HERE, scope.template().value());
    }
    String called =
        name.map(wish -> Naming.free(wish.value(), Naming.templateNames(ground.spec())))
            .orElseGet(() -> NewTemplate.freeName(kind, ground.spec(), ground.template()));
    DocumentWriter writer = ground.writer();
    NewTask task =
        new NewTask(ground, name, new TemplateName(called), Arguments.NONE, after, before);
    return task.write(writer)
        .then(
            id -> {
              writer.insert(templates.get(), templates.get().size(), NewTemplate.of(kind, called));
              return writer.edits().then(edits -> Outcome.done(task.plan(edits, id, corner)));
            });
  }
}
