// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.execution;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tiphys.exporter.expression.EvaluationException;
import tiphys.model.run.NodePhase;

/** Brings DAG templates forward: each task as soon as what it depends on allows. */
final class DagRun {
  private static final String KIND = "tasks";

  private final Scheduler scheduler;
  private final NodeTree tree;
  private final Hooks hooks;
  private final Map<String, State> states = new HashMap<>();

  DagRun(Scheduler scheduler, NodeTree tree) {
    this.scheduler = scheduler;
    this.tree = tree;
    this.hooks = new Hooks(scheduler, tree);
  }

  /** One DAG under way. */
  private static final class State {
    private final Node node;
    private final Prepared ready;
    private final DagTasks tasks;
    private final Map<String, List<JsonNode>> expanded = new HashMap<>();
    private final Set<String> settled = new HashSet<>();

    State(Node node, Prepared ready, DagTasks tasks) {
      this.node = node;
      this.ready = ready;
      this.tasks = tasks;
    }

    String nodeName(String task) {
      return node.name() + "." + task;
    }
  }

  Node advance(Call call, Prepared ready) {
    Node node = tree.named(call.name()).orElseGet(() -> begin(call, ready));
    State state;
    try {
      state = state(node, ready);
    } catch (EvaluationException e) {
      scheduler.fail(node, NodePhase.ERROR, e.reason());
      return node;
    }
    Scope scope = siblings(state).within(ready.scope());
    for (String task : state.tasks.inOrder()) {
      if (!state.settled.contains(task)) {
        advanceTask(state, task, scope);
      }
    }
    conclude(state, scope);
    return node;
  }

  private Node begin(Call call, Prepared ready) {
    Node node = tree.begin(NodeStart.of(call, NodeType.DAG, NodePhase.RUNNING));
    node.setInputs(Scheduler.inputs(ready));
    scheduler.limitWithin(node, ready.template());
    return node;
  }

  private State state(Node node, Prepared ready) throws EvaluationException {
    State known = states.get(node.name());
    if (known != null) {
      return known;
    }
    State state = new State(node, ready, new DagTasks(ready.template().path("dag")));
    states.put(node.name(), state);
    return state;
  }

  private void advanceTask(State state, String task, Scope scope) {
    Needs needs = state.tasks.needs(task);
    if (!state.settled.containsAll(needs.names())) {
      return;
    }
    boolean isNew = !state.expanded.containsKey(task);
    if (isNew && tree.named(state.nodeName(task)).isEmpty() && !begins(state, task, needs, scope)) {
      return;
    }
    List<JsonNode> calls = state.expanded.getOrDefault(task, List.of());
    boolean isLoop = LoopItems.isLoop(state.tasks.task(task));
    boolean isOver = true;
    for (JsonNode each : calls) {
      isOver &= advanceCall(state, task, each, isLoop, scope);
    }
    if (isOver) {
      settle(state, task, isLoop);
    }
  }

  /** Whether the task's own calls are to be made; else a node says why not. */
  private boolean begins(State state, String task, Needs needs, Scope scope) {
    JsonNode declared = state.tasks.task(task);
    Call call = call(state, task, declared);
    if (!needs.hold(name -> ended(state, name))) {
      settleWithout(state, task, call, NodePhase.OMITTED, "omitted: depends condition not met");
      return false;
    }
    try {
      List<JsonNode> calls = scheduler.expanded(declared, scope);
      if (calls.isEmpty()) {
        settleWithout(state, task, call, NodePhase.SKIPPED, "Skipped, empty params");
        return false;
      }
      state.expanded.put(task, calls);
      if (LoopItems.isLoop(declared) && isExpanded(calls, task)) {
        Node group = tree.begin(NodeStart.of(call, NodeType.TASK_GROUP, NodePhase.RUNNING));
        connect(state, task, group);
      }
      return true;
    } catch (EvaluationException e) {
      settleWithout(state, task, call, NodePhase.ERROR, e.reason());
      return false;
    }
  }

  private static boolean isExpanded(List<JsonNode> calls, String task) {
    return !calls.getFirst().path("name").asText("").equals(task);
  }

  private void settleWithout(State state, String task, Call call, NodePhase phase, String message) {
    connect(state, task, scheduler.over(call, phase, message));
    state.settled.add(task);
  }

  private static Call call(State state, String name, JsonNode caller) {
    return Call.of(state.nodeName(name), name, caller, KIND, state.node.id(), state.ready.source());
  }

  /** Whether the node of one call, and all of its hooks, have come to their end. */
  private boolean advanceCall(
      State state, String task, JsonNode caller, boolean isLoop, Scope scope) {
    Call call = call(state, caller.path("name").asText(""), caller);
    Optional<Node> existing = tree.named(call.name());
    Optional<Node> node =
        existing.isPresent() && existing.get().phase().isFinished()
            ? existing
            : existing.isPresent()
                ? scheduler.execute(call)
                : scheduler.leftOut(call).or(() -> scheduler.execute(call));
    if (node.isEmpty()) {
      return false;
    }
    if (existing.isEmpty()) {
      Optional<Node> group = isLoop ? tree.named(state.nodeName(task)) : Optional.empty();
      group
          .filter(there -> there != node.get())
          .ifPresentOrElse(
              there -> tree.link(there, node.get()), () -> connect(state, task, node.get()));
    }
    Hooks.Owner owner = new Hooks.Owner(node.get(), caller, KIND, state.ready.source());
    return hooks.advance(owner, scope) && node.get().isFulfilled();
  }

  private void settle(State state, String task, boolean isLoop) {
    state.settled.add(task);
    Optional<Node> group = tree.named(state.nodeName(task));
    if (isLoop && group.isPresent() && group.get().type() == NodeType.TASK_GROUP) {
      NodePhase phase = NodePhase.SUCCEEDED;
      for (Node item : tree.childrenOf(group.get())) {
        phase = item.isFailed() ? item.phase() : phase;
      }
      tree.setPhase(group.get(), phase, "");
    }
  }

  /** Attaches a task's node behind what it depends on, or under the DAG's own node. */
  private void connect(State state, String task, Node node) {
    Set<String> needed = state.tasks.needs(task).names();
    if (needed.isEmpty()) {
      tree.link(state.node, node);
    }
    for (String name : needed) {
      for (Node before : tree.outbound(node(state, name))) {
        tree.link(before, node);
      }
    }
  }

  private Node node(State state, String task) {
    return tree.named(state.nodeName(task)).orElseThrow();
  }

  private Needs.Ended ended(State state, String task) {
    Node node = node(state, task);
    boolean hasItems = node.type() == NodeType.TASK_GROUP;
    return new Needs.Ended(node, hasItems ? tree.childrenOf(node) : List.of());
  }

  private void conclude(State state, Scope scope) {
    Optional<NodePhase> phase = phase(state);
    if (phase.isEmpty()) {
      return;
    }
    state.node.setOutbound(
        state.tasks.targets().stream()
            .flatMap(target -> tree.named(state.nodeName(target)).stream())
            .flatMap(node -> tree.outbound(node).stream())
            .map(Node::id)
            .distinct()
            .toList());
    if (phase.get() == NodePhase.SUCCEEDED) {
      scheduler.finish(state.node, state.ready, scope);
    } else {
      scheduler.fail(state.node, phase.get(), "");
    }
    states.remove(state.node.name());
  }

  /** What the DAG has come to; empty while it goes on (Argo: assessDAGPhase). */
  private Optional<NodePhase> phase(State state) {
    Map<String, NodePhase> branches = new HashMap<>();
    for (String task : state.tasks.inOrder()) {
      Optional<Node> node = tree.named(state.nodeName(task));
      boolean isHeldBack = node.isEmpty() && state.expanded.containsKey(task);
      if (isHeldBack || node.isPresent() && !state.settled.contains(task)) {
        return Optional.empty();
      }
      node.ifPresent(there -> branches.put(task, branch(state, task, there, branches)));
    }
    boolean failsFast = state.ready.template().path("dag").path("failFast").asBoolean(true);
    NodePhase phase = NodePhase.SUCCEEDED;
    boolean isMissing = false;
    for (String target : state.tasks.targets()) {
      NodePhase branch = branches.get(target);
      if (branch == null) {
        isMissing = true;
      } else if (isFailure(branch)
          && !Scheduler.continuesOn(state.tasks.task(target), branch)
          && phase == NodePhase.SUCCEEDED) {
        phase = branch;
      }
    }
    boolean waits = isMissing && (phase == NodePhase.SUCCEEDED || !failsFast);
    return waits ? Optional.empty() : Optional.of(phase);
  }

  /** A task that was left out has the phase of those before it, a failure first. */
  private static NodePhase branch(
      State state, String task, Node node, Map<String, NodePhase> branches) {
    if (node.isCompleted()) {
      return node.phase();
    }
    return state.tasks.needs(task).names().stream()
        .map(name -> branches.getOrDefault(name, NodePhase.SUCCEEDED))
        .filter(DagRun::isFailure)
        .findFirst()
        .orElse(NodePhase.SUCCEEDED);
  }

  private static boolean isFailure(NodePhase phase) {
    return phase == NodePhase.FAILED || phase == NodePhase.ERROR;
  }

  private Siblings siblings(State state) {
    return new Siblings(
        KIND,
        state.tasks.names(),
        name -> tree.named(state.nodeName(name)).map(node -> sibling(state, name, node)));
  }

  private Siblings.Sibling sibling(State state, String task, Node node) {
    if (node.type() != NodeType.TASK_GROUP) {
      return new Siblings.Sibling(node, Optional.empty());
    }
    List<Node> items =
        state.expanded.getOrDefault(task, List.of()).stream()
            .flatMap(each -> tree.named(state.nodeName(each.path("name").asText(""))).stream())
            .toList();
    return new Siblings.Sibling(node, Optional.of(items));
  }
}
