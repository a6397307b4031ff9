// SPDX-License-Identifier: Apache-2.0
package tiphys.model.checks;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tiphys.model.graph.FlowGraph;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.NodeIdsInScope;
import tiphys.model.graph.SameTasks;
import tiphys.model.graph.Scopes;
import tiphys.model.workflow.Arguments;
import tiphys.model.workflow.Call;
import tiphys.model.workflow.ResourceKind;
import tiphys.model.workflow.Task;
import tiphys.model.workflow.TaskList;
import tiphys.model.workflow.Template;
import tiphys.model.workflow.WorkflowSpec;

/**
 * The tasks of a template under the rules. Of a DAG, those in which nothing was found are looked at
 * again only if something has changed that the rules ask for: the task, what it calls, what it
 * waits for, or what its tags name.
 */
final class TaskVerdicts {
  private final Subject subject;
  private final Subject.Checked checked;
  private final Ground ground;
  private final Optional<FlowGraph> graph;
  private final TagRules tags;
  private final BitSet clean = new BitSet();
  private final BitSet tagged = new BitSet();
  private final BitSet byDetour = new BitSet();

  /** What the rules for each task ask of everything around it. */
  private record Ground(
      Arguments inputs,
      Arguments ofWorkflow,
      ResourceKind kind,
      boolean refersElsewhere,
      boolean usesDepends) {}

  /**
   * What was found.
   *
   * @param clean the tasks in which nothing was found, and which refer to no other resource
   * @param tagged those that hold tags
   * @param byDetour those whose tags name what they wait for through others
   */
  record Found(Ground ground, FlowGraph graph, BitSet clean, BitSet tagged, BitSet byDetour) {}

  TaskVerdicts(Subject subject, Subject.Checked checked) {
    this.subject = subject;
    this.checked = checked;
    Template template = checked.template();
    this.ground =
        new Ground(
            template.inputs(),
            subject.spec().map(WorkflowSpec::arguments).orElse(Arguments.NONE),
            subject.resource().kind(),
            subject.refersElsewhere(),
            TaskList.copyOf(Scopes.tasks(template)).usesDepends());
    this.graph = OrderRules.graph(subject, checked);
    this.tags = new TagRules(subject, checked);
  }

  /** Checks all tasks. @param before what was found of the same scope before an edit */
  Optional<Found> check(Optional<Found> before) {
    BitSet holding =
        before
            .filter(found -> found.ground().equals(ground))
            .flatMap(
                found ->
                    graph.flatMap(
                        now -> now.since(found.graph()).map(same -> holding(found, same, now))))
            .orElseGet(BitSet::new);
    List<Task> tasks = Scopes.tasks(checked.template());
    for (int i = holding.nextClearBit(0); i < tasks.size(); i = holding.nextClearBit(i + 1)) {
      check(tasks.get(i), i);
    }
    OrderRules.check(subject, checked, graph, ground.usesDepends());
    tags.checkRest();
    return graph.map(made -> new Found(ground, made, clean, tagged, byDetour));
  }

  /** The tasks of which holds what was found before. */
  private BitSet holding(Found found, SameTasks same, FlowGraph now) {
    BitSet holding = same.carried(found.clean());
    Set<String> others = found.tagged().isEmpty() ? Set.of() : same.otherNames();
    BitSet mentioning = same.carried(found.tagged());
    for (int i = mentioning.nextSetBit(0); i >= 0; i = mentioning.nextSetBit(i + 1)) {
      if (namesAny(Scopes.tasks(checked.template()).get(i), others)) {
        holding.clear(i);
      }
    }
    BitSet detours = same.carried(found.byDetour());
    if (!detours.isEmpty() && same.losesEdges(now)) {
      holding.andNot(detours);
    }
    clean.or(holding);
    tagged.or(mentioning);
    byDetour.or(detours);
    return holding;
  }

  private static boolean namesAny(Task task, Set<String> names) {
    for (TagUse use : TagUses.of(task.node()).uses()) {
      if (names.contains(use.tag().part(1))) {
        return true;
      }
    }
    return false;
  }

  private void check(Task task, int position) {
    int before = subject.found();
    NodeId id = NodeIdsInScope.of(checked.template()).ids().get(position);
    TaskRules.check(subject, checked, task, position, id);
    OrderRules.check(subject, checked, task, position, graph, ground.usesDepends());
    boolean isByDetour = tags.checkTask(position);
    clean.set(position, subject.found() == before && !(task.call() instanceof Call.Reference));
    tagged.set(position, !TagUses.of(task.node()).uses().isEmpty());
    byDetour.set(position, isByDetour);
  }
}
