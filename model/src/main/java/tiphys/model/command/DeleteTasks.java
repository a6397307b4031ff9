// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.NodeIdsInScope;
import tiphys.model.graph.Scope;
import tiphys.model.graph.Scopes;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;
import tiphys.model.state.DiagramState;
import tiphys.model.state.Positions;
import tiphys.model.workflow.Task;
import tiphys.model.workflow.TemplateBody;
import tiphys.model.writing.DocumentWriter;
import tiphys.model.yaml.YamlPlace;

/**
 * Takes tasks out of a template; what waited for them waits for them no more. Templates that only
 * they called stay.
 */
public record DeleteTasks(Scope scope, Set<NodeId> nodes) implements Command {
  public DeleteTasks {
    nodes = Set.copyOf(nodes);
  }

  @Override
  public Outcome<Plan> plan(DiagramState now) {
    return Ground.of(now, scope).then(this::plan);
  }

  private Outcome<Plan> plan(Ground ground) {
    if (Scopes.tasks(ground.template()).isEmpty()) {
      return Outcome.refused(ProblemCode.ADD_NOT_HERE, scope.template().value());
    }
    for (NodeId node : nodes) {
      Optional<tiphys.model.problem.Problem> missing = ground.task(node).refusal();
      if (missing.isPresent()) {
        return Outcome.refused(missing.get());
      }
    }
    DocumentWriter writer = ground.writer();
    removeItems(ground, writer);
    if (!(ground.template().body() instanceof TemplateBody.Steps)) {
      removeReferences(ground, writer);
    }
    return writer.edits().then(edits -> Outcome.done(new Plan(edits, places(ground.now()))));
  }

  private void removeItems(Ground ground, DocumentWriter writer) {
    Map<YamlNodeKey, Set<Integer>> removed = new HashMap<>();
    for (NodeId node : nodes) {
      YamlPlace task = ground.place(node).orElseThrow();
      YamlPlace list = task.parent().orElseThrow();
      removed
          .computeIfAbsent(new YamlNodeKey(list), _ -> new TreeSet<>())
          .add(task.indexInParent());
    }
    Set<Integer> emptied = new TreeSet<>();
    Optional<YamlPlace> steps = ground.place().get("steps");
    removed.forEach(
        (list, indices) -> {
          boolean isGroup = steps.isPresent() && list.place().start() != steps.get().start();
          if (isGroup && indices.size() == list.place().size()) {
            emptied.add(list.place().indexInParent());
          } else {
            writer.removeItems(list.place(), indices);
          }
        });
    steps.ifPresent(groups -> writer.removeItems(groups, emptied));
  }

  /** A sequence by its place in this version of the text. */
  private record YamlNodeKey(YamlPlace place) {
    @Override
    public boolean equals(Object other) {
      return other instanceof YamlNodeKey(YamlPlace that)
          && that.start() == place.start()
          && that.end() == place.end();
    }

    @Override
    public int hashCode() {
      return place.start();
    }
  }

  private void removeReferences(Ground ground, DocumentWriter writer) {
    List<NodeId> ids = NodeIdsInScope.of(ground.template()).ids();
    List<YamlPlace> places = ground.locator().tasks(scope);
    List<Task> tasks = Scopes.tasks(ground.template());
    Set<String> gone = new LinkedHashSet<>();
    nodes.forEach(node -> gone.add(node.value()));
    BitSet naming = TasksNaming.positions(ground.now().text(), places, gone);
    for (int i = naming.nextSetBit(0); i >= 0; i = naming.nextSetBit(i + 1)) {
      if (i < ids.size() && mayWaitFor(tasks.get(i), gone) && !nodes.contains(ids.get(i))) {
        Waiting.remove(writer, places.get(i), name -> gone.contains(name.value()));
      }
    }
  }

  /** Told without parsing an expression: most tasks wait for others. */
  private static boolean mayWaitFor(Task task, Set<String> names) {
    String depends = task.depends().orElse("");
    return !task.dependencies().isEmpty() || names.stream().anyMatch(depends::contains);
  }

  private Optional<Positions> places(DiagramState now) {
    Positions left = now.positions().without(scope, nodes);
    return left.equals(now.positions()) ? Optional.empty() : Optional.of(left);
  }
}
