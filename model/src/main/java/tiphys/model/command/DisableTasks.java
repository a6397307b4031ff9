// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tiphys.model.expression.DisabledWhen;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.state.DiagramState;
import tiphys.model.workflow.TemplateBody;
import tiphys.model.writing.DocumentWriter;
import tiphys.model.writing.YamlValue;
import tiphys.model.yaml.YamlPlace;

/**
 * Lets tasks be skipped, or run again, as {@link DisabledWhen} says; tasks that are so already are
 * left alone.
 *
 * @param isDisabled false to enable them
 */
public record DisableTasks(Scope scope, Set<NodeId> nodes, boolean isDisabled) implements Command {
  public DisableTasks {
    nodes = Set.copyOf(nodes);
  }

  @Override
  public Outcome<Plan> plan(DiagramState now) {
    return Ground.beside(now, scope).then(this::plan);
  }

  private Outcome<Plan> plan(Ground ground) {
    boolean canBeSkipped =
        ground.template().body() instanceof TemplateBody.Dag
            || ground.template().body() instanceof TemplateBody.Steps;
    if (!canBeSkipped) {
      return Outcome.refused(ProblemCode.DISABLE_NOT_HERE, scope.template().value());
    }
    DocumentWriter writer = ground.writer();
    for (NodeId node : nodes) {
      Optional<Problem> missing = ground.task(node).refusal();
      if (missing.isPresent()) {
        return Outcome.refused(missing.get());
      }
      YamlPlace task = ground.place(node).orElseThrow();
      boolean isNow = condition(task).flatMap(YamlPlace::text).filter(DisabledWhen::is).isPresent();
      if (isDisabled && !isNow) {
        disable(task, writer);
      } else if (!isDisabled && isNow) {
        enable(task, writer);
      }
    }
    return writer.edits().then(edits -> Outcome.done(Plan.ofText(edits)));
  }

  private static void disable(YamlPlace task, DocumentWriter writer) {
    condition(task)
        .ifPresentOrElse(
            when -> writer.wrap(when, DisabledWhen.BEFORE, DisabledWhen.AFTER),
            () ->
                writer.change(task, Set.of(), Map.of("when", YamlValue.text(DisabledWhen.ALONE))));
  }

  private static Optional<YamlPlace> condition(YamlPlace task) {
    return task.get("when").filter(when -> when.text().filter(text -> !text.isBlank()).isPresent());
  }

  private static void enable(YamlPlace task, DocumentWriter writer) {
    YamlPlace when = condition(task).orElseThrow();
    if (when.text().filter(DisabledWhen::isAround).isPresent()) {
      writer.unwrap(when, DisabledWhen.BEFORE, DisabledWhen.AFTER);
    } else {
      writer.remove(task, "when");
    }
  }
}
