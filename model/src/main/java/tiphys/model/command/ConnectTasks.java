// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tiphys.model.expression.Depends;
import tiphys.model.graph.FlowGraph;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.state.DiagramState;
import tiphys.model.text.TextEdits;
import tiphys.model.workflow.Task;
import tiphys.model.workflow.TemplateBody;
import tiphys.model.writing.DocumentWriter;

/** Lets a task run after another. Refused where it would make a task wait for itself. */
public record ConnectTasks(Scope scope, NodeId from, NodeId to) implements Command {
  @Override
  public Outcome<Plan> plan(DiagramState now) {
    return Ground.beside(now, scope).then(this::plan);
  }

  private Outcome<Plan> plan(Ground ground) {
    if (ground.template().body() instanceof TemplateBody.Steps) {
      return Outcome.refused(ProblemCode.CONNECT_STEPS);
    }
    return ground
        .awaitable(from, isList(ground))
        .then(_ -> ground.task(to))
        .then(task -> refusal(ground.now().graph(scope)).then(_ -> edits(ground, task)))
        .then(edits -> Outcome.done(Plan.ofText(edits)));
  }

  private Outcome<FlowGraph> refusal(FlowGraph graph) {
    if (from.equals(to)) {
      return Outcome.refused(ProblemCode.CONNECT_ITSELF, from.value());
    }
    if (graph.edge(from, to).isPresent()) {
      return Outcome.refused(ProblemCode.CONNECT_TAKEN, from.value(), to.value());
    }
    List<NodeId> back = graph.pathBetween(to, from);
    if (!back.isEmpty()) {
      return Outcome.refused(cycle(from, to, back));
    }
    return Outcome.done(graph);
  }

  /** Says that a task would wait for itself. @param back the way that is there already */
  static Problem cycle(NodeId from, NodeId to, List<NodeId> back) {
    String way = back.stream().map(NodeId::value).collect(Collectors.joining(" → "));
    return Problem.refusal(
        ProblemCode.CONNECT_CYCLE, from.value(), to.value(), way + " → " + to.value());
  }

  private Outcome<TextEdits> edits(Ground ground, Task task) {
    Optional<Problem> unread = task.depends().flatMap(written -> Depends.parse(written).refusal());
    if (unread.isPresent()) {
      return Outcome.refused(unread.get());
    }
    DocumentWriter writer = ground.writer();
    Waiting.add(writer, ground.place(to).orElseThrow(), task, from.value(), isList(ground));
    return writer.edits();
  }

  private static boolean isList(Ground ground) {
    return ground.usesDependencies()
        || ground.template().body() instanceof TemplateBody.ContainerSet;
  }
}
