// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tiphys.model.expression.Depends;
import tiphys.model.expression.TaskResult;
import tiphys.model.graph.FlowGraph;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.state.DiagramState;
import tiphys.model.workflow.Task;
import tiphys.model.workflow.TemplateBody;
import tiphys.model.writing.DocumentWriter;

/**
 * Gives a task of a DAG a whole {@code depends} expression. Refused with the place where it cannot
 * be read, where it names what is no task, and where the task would wait for itself.
 *
 * @param expression empty to wait for nothing
 */
public record SetDepends(Scope scope, NodeId node, String expression) implements Command {
  @Override
  public Outcome<Plan> plan(DiagramState now) {
    return Ground.beside(now, scope).then(ground -> ground.task(node).then(_ -> plan(ground)));
  }

  private Outcome<Plan> plan(Ground ground) {
    if (!(ground.template().body() instanceof TemplateBody.Dag)) {
      return Outcome.refused(ProblemCode.CONDITION_NOT_HERE, scope.template().value());
    }
    String wanted = expression.strip();
    if (!wanted.isEmpty()) {
      Outcome<Depends> read = Depends.parse(wanted);
      Optional<Problem> trouble =
          read.refusal().or(() -> read.result().flatMap(tree -> trouble(ground, tree)));
      if (trouble.isPresent()) {
        return Outcome.refused(trouble.get());
      }
    }
    DocumentWriter writer = ground.writer();
    if (!wanted.equals(Waiting.depends(ground, node))) {
      Waiting.set(writer, ground, Map.of(node, wanted));
    }
    return writer.edits().then(edits -> Outcome.done(Plan.ofText(edits)));
  }

  private Optional<Problem> trouble(Ground ground, Depends tree) {
    FlowGraph graph = ground.now().graph(scope);
    for (Depends.Task named : tree.tasks()) {
      NodeId before = new NodeId(named.name().value());
      Optional<Task> task = ground.task(before).result();
      if (task.isEmpty()) {
        return refusal(ProblemCode.DEPENDENCY_UNKNOWN, before.value(), node.value());
      }
      if (before.equals(node)) {
        return refusal(ProblemCode.CONNECT_ITSELF, node.value());
      }
      if (named.result().filter(TaskResult::isOfLoop).isPresent() && task.get().loop().isEmpty()) {
        return refusal(ProblemCode.DEPENDS_NO_LOOP, before.value());
      }
      List<NodeId> back = graph.pathBetween(node, before);
      if (!back.isEmpty()) {
        return Optional.of(ConnectTasks.cycle(before, node, back));
      }
    }
    return Optional.empty();
  }

  private static Optional<Problem> refusal(ProblemCode code, String... arguments) {
    return Optional.of(Problem.refusal(code, arguments));
  }
}
