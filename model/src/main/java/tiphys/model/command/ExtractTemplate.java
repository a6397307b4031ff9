// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.Optional;
import java.util.Set;
import tiphys.model.graph.FlowGraph;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.state.DiagramState;
import tiphys.model.workflow.TemplateBody;
import tiphys.model.workflow.TemplateName;

/**
 * Moves tasks of a DAG into a template of their own, which one task calls in their stead. What they
 * take from outside becomes its inputs, what is taken from them its outputs; the call waits for all
 * that any of them waited for, and who waited for one of them waits for the call. Refused where
 * that would not mean the same: where a task outside stands between them, where their end is asked
 * for with a condition, and where an expression reaches through.
 *
 * @param name the new template's, and the call's where it is free
 */
public record ExtractTemplate(Scope scope, Set<NodeId> nodes, TemplateName name)
    implements Command {
  public ExtractTemplate {
    nodes = Set.copyOf(nodes);
  }

  @Override
  public Outcome<Plan> plan(DiagramState now) {
    return Ground.of(now, scope).then(ground -> plan(now, ground));
  }

  private Outcome<Plan> plan(DiagramState now, Ground ground) {
    if (!(ground.template().body() instanceof TemplateBody.Dag) || nodes.isEmpty()) {
      return Outcome.refused(ProblemCode.EXTRACT_NOT_HERE, scope.template().value());
    }
    Optional<Problem> trouble = trouble(ground);
    if (trouble.isPresent()) {
      return Outcome.refused(trouble.get());
    }
    return Extraction.of(ground, nodes, name.value()).then(extraction -> extraction.plan(now));
  }

  private Optional<Problem> trouble(Ground ground) {
    for (NodeId node : nodes) {
      Optional<Problem> missing = ground.task(node).refusal();
      if (missing.isPresent()) {
        return missing;
      }
    }
    return ground
        .ambiguity()
        .or(ground::aliasedName)
        .or(() -> Naming.templateTrouble(name.value(), ground.spec()))
        .or(() -> between(ground));
  }

  /** A task outside that runs after one of them and before another. */
  private Optional<Problem> between(Ground ground) {
    FlowGraph graph = ground.now().graph(scope);
    Set<NodeId> after = new java.util.HashSet<>();
    Set<NodeId> before = new java.util.HashSet<>();
    nodes.forEach(node -> after.addAll(graph.descendants(node)));
    nodes.forEach(node -> before.addAll(graph.ancestors(node)));
    after.retainAll(before);
    after.removeAll(nodes);
    return after.stream()
        .findFirst()
        .map(node -> Problem.refusal(ProblemCode.EXTRACT_BETWEEN, node.value()));
  }
}
