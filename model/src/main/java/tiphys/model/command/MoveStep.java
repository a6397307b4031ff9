// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.Map;
import java.util.Optional;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;
import tiphys.model.state.DiagramState;
import tiphys.model.text.TextEdits;
import tiphys.model.workflow.TemplateBody;
import tiphys.model.writing.StepGroups;
import tiphys.model.yaml.YamlPlace;

/**
 * Moves a step within its group, into another group, or into one of its own. A group that it leaves
 * empty goes. The user's places in the template are given up: the groups say where steps stand.
 */
public record MoveStep(Scope scope, NodeId step, StepGroups.Target target) implements Command {
  @Override
  public Outcome<Plan> plan(DiagramState now) {
    return Ground.of(now, scope).then(ground -> ground.task(step).then(_ -> plan(ground)));
  }

  private Outcome<Plan> plan(Ground ground) {
    Optional<YamlPlace> steps = ground.place().get("steps");
    if (!(ground.template().body() instanceof TemplateBody.Steps body) || steps.isEmpty()) {
      return Outcome.refused(ProblemCode.MOVE_NOT_STEPS, scope.template().value());
    }
    int groups = body.groups().size();
    int last = target.position().isPresent() ? groups - 1 : groups;
    if (target.group() < 0 || target.group() > last) {
      return Outcome.refused(ProblemCode.MOVE_NO_GROUP, Integer.toString(target.group() + 1));
    }
    YamlPlace place = ground.place(step).orElseThrow();
    YamlPlace group = place.parent().orElseThrow();
    if (!group.isSequence() || group.start() == steps.get().start()) {
      return Outcome.refused(
          ProblemCode.EDIT_NOT_POSSIBLE, ground.now().text().positionOf(place.start()).toString());
    }
    return StepGroups.moved(
            ground.now().tree(), steps.get(), group.indexInParent(), place.indexInParent(), target)
        .then(edits -> Outcome.done(plan(edits, ground.now())));
  }

  private Plan plan(TextEdits edits, DiagramState now) {
    return edits.isEmpty()
        ? Plan.ofPositions(now.positions())
        : new Plan(edits, Optional.of(now.positions().with(scope, Map.of())));
  }
}
