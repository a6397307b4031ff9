// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.Optional;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.state.DiagramState;
import tiphys.model.workflow.TemplateBody;
import tiphys.model.yaml.YamlPlace;

/**
 * Puts the tasks of a DAG template in the place of a task that calls it, under names that are free.
 * The first of them wait for what the call waited for, who waited for the call waits for the last
 * of them, and the call's arguments stand where they used inputs. The template stays. Refused where
 * that would not mean the same: for a call with a loop, a condition or hooks, one whose end is
 * asked for with a condition, and where an expression uses inputs.
 */
public record InlineTemplate(Scope scope, NodeId node) implements Command {
  @Override
  public Outcome<Plan> plan(DiagramState now) {
    return Ground.of(now, scope).then(ground -> ground.task(node).then(_ -> plan(now, ground)));
  }

  private Outcome<Plan> plan(DiagramState now, Ground ground) {
    Optional<Scope> called = CalledTemplate.of(now, scope, node);
    Optional<Ground> inner =
        called
            .filter(template -> !template.equals(scope))
            .flatMap(template -> Ground.of(now, template).result())
            .filter(found -> found.template().body() instanceof TemplateBody.Dag);
    if (inner.isEmpty() || !(ground.template().body() instanceof TemplateBody.Dag)) {
      return Outcome.refused(ProblemCode.INLINE_NOT_HERE, node.value());
    }
    Optional<Problem> trouble =
        ground
            .ambiguity()
            .or(inner.get()::ambiguity)
            .or(() -> trouble(ground.place(node).orElseThrow(), inner.get().place()));
    return trouble
        .<Outcome<Plan>>map(Outcome::refused)
        .orElseGet(
            () -> Inlining.of(ground, node, inner.get()).then(inlining -> inlining.plan(now)));
  }

  private Optional<Problem> trouble(YamlPlace call, YamlPlace template) {
    for (String key :
        new String[] {
          "withItems", "withParam", "withSequence", "when", "hooks", "onExit", "continueOn"
        }) {
      if (call.get(key).isPresent()) {
        return Optional.of(Problem.refusal(ProblemCode.INLINE_CALL, node.value(), key));
      }
    }
    return template
        .get("dag", "target")
        .map(_ -> Problem.refusal(ProblemCode.INLINE_NOT_HERE, node.value()));
  }
}
