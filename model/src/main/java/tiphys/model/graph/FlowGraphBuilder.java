// SPDX-License-Identifier: Apache-2.0
package tiphys.model.graph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import tiphys.model.workflow.Task;
import tiphys.model.workflow.Template;
import tiphys.model.workflow.TemplateBody;
import tiphys.model.workflow.WorkflowFile;
import tiphys.model.workflow.WorkflowSpec;

/** Makes the graph of one template. */
final class FlowGraphBuilder {
  /** Beyond this, the edges between two step groups say less than the groups themselves. */
  private static final int MOST_EDGES_BETWEEN_GROUPS = 400;

  private final WorkflowFile workflow;
  private final Scope scope;
  private final Optional<FlowGraph> before;
  private final CalledTemplates calls;
  private final Inheritance inheritance;
  private final TaskNodes maker;
  private final List<FlowNode> nodes = new ArrayList<>();
  private final List<FlowEdge> edges = new ArrayList<>();
  private final IntStream.Builder sources = IntStream.builder();
  private final IntStream.Builder targets = IntStream.builder();
  private final List<FlowGroup> groups = new ArrayList<>();

  /** Of a scope. @param before its graph in an earlier revision, for what is still as it was */
  FlowGraphBuilder(WorkflowFile workflow, Scope scope, Optional<FlowGraph> before) {
    this.workflow = workflow;
    this.scope = scope;
    this.before = before;
    this.calls = new CalledTemplates(workflow, scope.resource());
    this.inheritance = new Inheritance(Scopes.spec(workflow, scope.resource()));
    this.maker = new TaskNodes(inheritance);
  }

  FlowGraph build(Template template) {
    if (template.body() instanceof TemplateBody.Dag dag) {
      return DagBuilder.build(template, dag.tasks(), calls, inheritance, before)
          .graph(scope, ends());
    }
    NodeIdsInScope ids = NodeIdsInScope.of(template);
    switch (template.body()) {
      case TemplateBody.Steps steps -> {
        addNodes(Scopes.tasks(template), ids);
        addGroups(steps, ids);
      }
      case TemplateBody.ContainerSet set -> {
        addContainers(set, template, ids);
        addDependencies(set.containers(), ids);
      }
      default -> addLeaf(template);
    }
    NumberedEdges numbered =
        new NumberedEdges(nodes.size(), sources.build().toArray(), targets.build().toArray());
    return new FlowGraph(
        scope,
        List.copyOf(nodes),
        List.copyOf(edges),
        List.copyOf(groups),
        ends(),
        numbered,
        Optional.empty());
  }

  private void addLeaf(Template template) {
    NodeId id = new NodeId(scope.template().value());
    nodes.add(
        new FlowNode(
            id,
            TaskNodes.kindOf(template),
            id.value(),
            Subtitle.of(template, inheritance.body(template)),
            inheritance.markers(template),
            Optional.empty()));
  }

  private void addContainers(TemplateBody.ContainerSet set, Template template, NodeIdsInScope ids) {
    for (int i = 0; i < set.containers().size(); i++) {
      NodeId id = ids.ids().get(i);
      nodes.add(
          new FlowNode(
              id,
              NodeKind.CONTAINER,
              id.value(),
              Subtitle.ofContainer(set.containers().get(i)),
              inheritance.markers(template),
              Optional.empty()));
    }
  }

  private void addNodes(List<Task> tasks, NodeIdsInScope ids) {
    for (int i = 0; i < tasks.size(); i++) {
      Task task = tasks.get(i);
      nodes.add(maker.node(task, ids.ids().get(i), Optional.ofNullable(calls.of(task))));
    }
  }

  /** What runs at moments of the workflow is drawn where the workflow begins. */
  private List<FlowHook> ends() {
    Optional<WorkflowSpec> spec = Scopes.spec(workflow, scope.resource());
    if (spec.isEmpty() || !Scopes.first(workflow, scope.resource()).equals(scope)) {
      return List.of();
    }
    List<FlowHook> ends = new ArrayList<>();
    boolean hasExit = spec.get().hooks().stream().anyMatch(hook -> hook.name().equals("exit"));
    spec.get().onExit().filter(_ -> !hasExit).map(FlowHook::exit).ifPresent(ends::add);
    ends.addAll(FlowHook.of(spec.get().hooks()));
    return ends;
  }

  private void addDependencies(List<Task> tasks, NodeIdsInScope ids) {
    for (int i = 0; i < tasks.size(); i++) {
      addDependencies(tasks.get(i), i, ids);
    }
  }

  private void addDependencies(Task task, int to, NodeIdsInScope ids) {
    Set<NodeId> seen = new HashSet<>();
    for (TaskDependency dependency : TaskDependency.of(task)) {
      NodeId from = new NodeId(dependency.task().value());
      int position = ids.position(from);
      if (position >= 0 && seen.add(from)) {
        addEdge(position, to, ids, dependency.condition());
      }
    }
  }

  private void addEdge(int from, int to, NodeIdsInScope ids, String condition) {
    edges.add(new FlowEdge(ids.ids().get(from), ids.ids().get(to), condition));
    sources.add(from);
    targets.add(to);
  }

  private void addGroups(TemplateBody.Steps steps, NodeIdsInScope ids) {
    int before = 0;
    int next = 0;
    for (int i = 0; i < steps.groups().size(); i++) {
      int size = steps.groups().get(i).size();
      groups.add(new FlowGroup(i, ids.ids().subList(next, next + size)));
      if (size > 0) {
        join(before, next, next + size, ids);
        before = next;
        next += size;
      }
    }
  }

  /** Joins every step from one position up to a second with those from there up to a third. */
  private void join(int before, int first, int end, NodeIdsInScope ids) {
    if ((long) (first - before) * (end - first) > MOST_EDGES_BETWEEN_GROUPS) {
      return;
    }
    for (int from = before; from < first; from++) {
      for (int to = first; to < end; to++) {
        addEdge(from, to, ids, "");
      }
    }
  }
}
