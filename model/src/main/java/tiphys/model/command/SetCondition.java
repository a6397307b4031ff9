// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tiphys.model.expression.Depends;
import tiphys.model.expression.TaskResult;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;
import tiphys.model.state.DiagramState;
import tiphys.model.text.TextRange;
import tiphys.model.workflow.Task;
import tiphys.model.workflow.TaskName;
import tiphys.model.workflow.TemplateBody;
import tiphys.model.writing.DocumentWriter;

/**
 * Says with which end of a task another may run. The rest of its {@code depends} stays as it is
 * written. Lists of {@code dependencies} cannot say it, so where a template uses them all its tasks
 * say {@code depends} afterwards.
 *
 * @param results any of them will do; none for what Argo takes by itself: succeeded, skipped or
 *     daemoned
 */
public record SetCondition(Scope scope, NodeId from, NodeId to, Set<TaskResult> results)
    implements Command {
  public SetCondition {
    results = Set.copyOf(results);
  }

  @Override
  public Outcome<Plan> plan(DiagramState now) {
    return Ground.beside(now, scope).then(this::plan);
  }

  private Outcome<Plan> plan(Ground ground) {
    if (!(ground.template().body() instanceof TemplateBody.Dag)) {
      return Outcome.refused(ProblemCode.CONDITION_NOT_HERE, scope.template().value());
    }
    if (ground.now().graph(scope).edge(from, to).isEmpty()) {
      return Outcome.refused(ProblemCode.CONNECT_MISSING, from.value(), to.value());
    }
    return ground.task(from).then(task -> plan(ground, task));
  }

  private Outcome<Plan> plan(Ground ground, Task waitedFor) {
    if (results.stream().anyMatch(TaskResult::isOfLoop) && waitedFor.loop().isEmpty()) {
      return Outcome.refused(ProblemCode.DEPENDS_NO_LOOP, from.value());
    }
    String before = Waiting.depends(ground, to);
    TaskName name = new TaskName(from.value());
    Optional<TextRange> part = Depends.part(before, name);
    if (part.isEmpty()) {
      return Outcome.refused(ProblemCode.CONDITION_SCATTERED, from.value(), before);
    }
    Set<TaskResult> asked =
        results.isEmpty() ? EnumSet.noneOf(TaskResult.class) : EnumSet.copyOf(results);
    String wanted = Depends.of(name, asked).print();
    boolean isAlone = part.get().start() == 0 && part.get().end() == before.length();
    String written = asked.size() > 1 && !isAlone ? "(" + wanted + ")" : wanted;
    String after =
        before.substring(0, part.get().start()) + written + before.substring(part.get().end());
    DocumentWriter writer = ground.writer();
    Waiting.set(writer, ground, Map.of(to, after));
    return writer.edits().then(edits -> Outcome.done(Plan.ofText(edits)));
  }
}
