// SPDX-License-Identifier: Apache-2.0
package tiphys.model.difference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tiphys.model.command.Command;
import tiphys.model.command.Plan;
import tiphys.model.command.RenameTask;
import tiphys.model.command.RenameTemplate;
import tiphys.model.difference.Parts.NamedTask;
import tiphys.model.difference.Parts.NamedTemplate;
import tiphys.model.graph.FlowEdge;
import tiphys.model.graph.FlowGraph;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.state.DiagramState;
import tiphys.model.workflow.TaskName;

/**
 * Templates and tasks that only got another name. They are renamed in the earlier version by the
 * same commands as a person would, so that whatever names them there says the new name too, and
 * only what else was changed is left to be told.
 */
final class Renames {
  /** Each is followed through the whole file; more than these are told as gone and new. */
  private static final int MOST = 200;

  private static final Set<String> NAME = Set.of("name");
  private static final Set<String> NAME_AND_ORDER = Set.of("name", "dependencies", "depends");

  /** A task of the later version. */
  private record TaskPlace(Scope scope, NodeId node) {}

  private final DiagramState after;
  private final Map<Scope, String> templates = new HashMap<>();
  private final Map<TaskPlace, String> tasks = new HashMap<>();
  private DiagramState followed;
  private int left = MOST;

  private Renames(DiagramState before, DiagramState after) {
    this.followed = before;
    this.after = after;
  }

  static Renames between(DiagramState before, DiagramState after) {
    Renames renames = new Renames(before, after);
    Parts now = new Parts(after);
    Parts.resources(new Parts(before), now).stream()
        .filter(Pair::isInBoth)
        .forEach(
            pair -> {
              int was = pair.before().orElseThrow().number();
              int is = pair.after().orElseThrow().number();
              renames.followTemplates(was, is);
              renames.followTasks(was, is);
            });
    return renames;
  }

  /** The earlier version with the names of the later one. */
  DiagramState followed() {
    return followed;
  }

  /** What a template of the later version was called before; empty where it was called the same. */
  String earlierName(Scope template) {
    return templates.getOrDefault(template, "");
  }

  String earlierName(Scope scope, NodeId task) {
    return tasks.getOrDefault(new TaskPlace(scope, task), "");
  }

  private void followTemplates(int was, int is) {
    List<NamedTemplate> gone = new ArrayList<>();
    List<NamedTemplate> added = new ArrayList<>();
    split(templatesOf(was, is), gone, added);
    Function<NamedTemplate, Likeness> likeness =
        named -> new Likeness(Fields.of(named.template().node(), NAME), Set.of());
    for (Likeness.Match match : matches(gone, added, likeness)) {
      Scope from = gone.get(match.gone()).scope();
      Scope to = added.get(match.added()).scope();
      if (follow(new RenameTemplate(was, from.template(), to.template()))) {
        templates.put(to, from.template().value());
      }
    }
  }

  private void followTasks(int was, int is) {
    for (Pair<NamedTemplate> pair : templatesOf(was, is)) {
      if (pair.isInBoth()) {
        followTasks(pair.before().orElseThrow(), pair.after().orElseThrow());
      }
    }
  }

  private void followTasks(NamedTemplate was, NamedTemplate is) {
    List<NamedTask> gone = new ArrayList<>();
    List<NamedTask> added = new ArrayList<>();
    split(
        Pair.byName(
            Parts.tasks(was.template()), Parts.tasks(is.template()), task -> task.id().value()),
        gone,
        added);
    if (gone.isEmpty() || added.isEmpty()) {
      return;
    }
    Set<NodeId> changed = new HashSet<>();
    gone.forEach(task -> changed.add(task.id()));
    added.forEach(task -> changed.add(task.id()));
    Map<NodeId, Set<String>> around = neighbours(followed.graph(was.scope()), changed);
    neighbours(after.graph(is.scope()), changed).forEach(around::put);
    Function<NamedTask, Likeness> likeness =
        named ->
            new Likeness(
                Fields.of(named.task().node(), NAME_AND_ORDER),
                around.getOrDefault(named.id(), Set.of()));
    for (Likeness.Match match : matches(gone, added, likeness)) {
      NodeId from = gone.get(match.gone()).id();
      NodeId to = added.get(match.added()).id();
      if (follow(new RenameTask(was.scope(), from, new TaskName(to.value())))) {
        tasks.put(new TaskPlace(is.scope(), to), from.value());
      }
    }
  }

  private List<Pair<NamedTemplate>> templatesOf(int was, int is) {
    return Pair.byName(
        new Parts(followed).templates(was), new Parts(after).templates(is), NamedTemplate::name);
  }

  private static <T> void split(List<Pair<T>> pairs, List<T> gone, List<T> added) {
    for (Pair<T> pair : pairs) {
      if (!pair.isInBoth()) {
        pair.before().ifPresent(gone::add);
        pair.after().ifPresent(added::add);
      }
    }
  }

  private static <T> List<Likeness.Match> matches(
      List<T> gone, List<T> added, Function<T, Likeness> likeness) {
    return gone.isEmpty() || added.isEmpty()
        ? List.of()
        : Likeness.matches(
            gone.stream().map(likeness).toList(), added.stream().map(likeness).toList());
  }

  /** Those of each of some nodes that are not among them: they are called the same in both. */
  private static Map<NodeId, Set<String>> neighbours(FlowGraph graph, Set<NodeId> of) {
    Map<NodeId, Set<String>> around = new HashMap<>();
    for (FlowEdge edge : graph.edges()) {
      if (of.contains(edge.from()) != of.contains(edge.to())) {
        boolean isFrom = of.contains(edge.from());
        around
            .computeIfAbsent(isFrom ? edge.from() : edge.to(), _ -> new HashSet<>())
            .add(isFrom ? "> " + edge.to().value() : "< " + edge.from().value());
      }
    }
    return around;
  }

  private boolean follow(Command rename) {
    if (left == 0) {
      return false;
    }
    Optional<Plan> plan = rename.plan(followed).result();
    plan.ifPresent(
        found -> {
          left--;
          followed = followed.after(found.edits(), found.positions().orElse(followed.positions()));
        });
    return plan.isPresent();
  }
}
