// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;
import tiphys.model.state.DiagramState;
import tiphys.model.workflow.TemplateBody;
import tiphys.model.writing.DocumentWriter;
import tiphys.model.yaml.YamlPlace;

/**
 * Writes tasks a second time, right behind the last of them, steps at once with it, and with their
 * comments: wired among themselves as they are and waiting for what they wait for, under names that
 * are free. Nothing waits for the new ones but they themselves.
 */
public record DuplicateTasks(Scope scope, Set<NodeId> nodes) implements Command {
  public DuplicateTasks {
    nodes = Set.copyOf(nodes);
  }

  @Override
  public Outcome<Plan> plan(DiagramState now) {
    return Ground.of(now, scope).then(this::plan);
  }

  private Outcome<Plan> plan(Ground ground) {
    Optional<YamlPlace> list = TaskList.of(ground).filter(YamlPlace::isSequence);
    if (list.isEmpty() || nodes.isEmpty()) {
      return Outcome.refused(ProblemCode.ADD_NOT_HERE, scope.template().value());
    }
    return FragmentText.of(ground.now(), scope, nodes)
        .then(Fragment::parse)
        .then(fragment -> Arrival.prepared(ground, fragment))
        .then(
            ready -> {
              DocumentWriter writer = ground.writer();
              write(ground, list.get(), ready, writer);
              return writer.edits().then(edits -> Outcome.done(Plan.ofText(edits)));
            });
  }

  /** Steps of one group stay at once with their doubles. */
  private void write(Ground ground, YamlPlace list, Arrival.Ready ready, DocumentWriter writer) {
    YamlPlace last =
        nodes.stream()
            .flatMap(node -> ground.place(node).stream())
            .max(Comparator.comparingInt(YamlPlace::start))
            .orElseThrow();
    YamlPlace parent = last.parent().orElseThrow();
    boolean isInGroup =
        ground.template().body() instanceof TemplateBody.Steps
            && parent.parent().filter(YamlPlace::isSequence).isPresent();
    if (isInGroup && ready.groups().size() == 1) {
      ready
          .groups()
          .getFirst()
          .forEach(step -> writer.insert(parent, last.indexInParent() + 1, step));
      return;
    }
    int index = 1 + (isInGroup ? parent.indexInParent() : last.indexInParent());
    TaskList.insert(ground, list, index, ready.groups(), writer);
  }
}
