// SPDX-License-Identifier: Apache-2.0
package tiphys.model.graph;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import tiphys.model.workflow.Behaviour;
import tiphys.model.workflow.Call;
import tiphys.model.workflow.Task;
import tiphys.model.workflow.Template;
import tiphys.model.workflow.TemplateBody;
import tiphys.model.workflow.TemplateName;
import tiphys.model.workflow.WorkflowFile;

/** Makes the graph of one template. */
final class FlowGraphBuilder {
  /** Beyond this, the edges between two step groups say less than the groups themselves. */
  private static final int MOST_EDGES_BETWEEN_GROUPS = 400;

  private final Scope scope;
  private final Map<TemplateName, Template> templates = new HashMap<>();
  private final List<FlowNode> nodes = new ArrayList<>();
  private final List<FlowEdge> edges = new ArrayList<>();
  private final IntStream.Builder sources = IntStream.builder();
  private final IntStream.Builder targets = IntStream.builder();
  private final List<FlowGroup> groups = new ArrayList<>();

  FlowGraphBuilder(WorkflowFile workflow, Scope scope) {
    this.scope = scope;
    Scopes.spec(workflow, scope.resource())
        .ifPresent(
            spec ->
                spec.templates()
                    .forEach(t -> t.name().ifPresent(name -> templates.putIfAbsent(name, t))));
  }

  FlowGraph build(Template template) {
    NodeIdsInScope ids = NodeIdsInScope.of(template);
    switch (template.body()) {
      case TemplateBody.Dag dag -> {
        addNodes(dag.tasks(), ids);
        addDependencies(dag.tasks(), ids);
      }
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
    return new FlowGraph(
        scope, nodes, edges, groups, sources.build().toArray(), targets.build().toArray());
  }

  private void addLeaf(Template template) {
    NodeId id = new NodeId(scope.template().value());
    nodes.add(
        new FlowNode(
            id,
            kindOf(template),
            id.value(),
            Subtitle.of(template),
            template.behaviours(),
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
              template.behaviours(),
              Optional.empty()));
    }
  }

  private void addNodes(List<Task> tasks, NodeIdsInScope ids) {
    for (int i = 0; i < tasks.size(); i++) {
      Task task = tasks.get(i);
      NodeId id = ids.ids().get(i);
      Optional<Template> called = called(task);
      nodes.add(
          new FlowNode(
              id,
              kindOf(task, called),
              id.value(),
              Subtitle.of(task, called),
              behaviours(task, called),
              called.filter(t -> hasInside(t.body())).flatMap(Template::name)));
    }
  }

  private Optional<Template> called(Task task) {
    return switch (task.call()) {
      case Call.Local(TemplateName name) -> Optional.ofNullable(templates.get(name));
      case Call.Inline(Template inline) -> Optional.of(inline);
      case Call.Reference _, Call.None _ -> Optional.empty();
    };
  }

  private static Set<Behaviour> behaviours(Task task, Optional<Template> called) {
    if (called.isEmpty() || called.get().behaviours().isEmpty()) {
      return task.behaviours();
    }
    Set<Behaviour> both = EnumSet.copyOf(called.get().behaviours());
    both.addAll(task.behaviours());
    return both;
  }

  private void addDependencies(List<Task> tasks, NodeIdsInScope ids) {
    Set<NodeId> seen = new HashSet<>();
    for (int i = 0; i < tasks.size(); i++) {
      seen.clear();
      for (TaskDependency dependency : TaskDependency.of(tasks.get(i))) {
        NodeId from = new NodeId(dependency.task().value());
        int position = ids.position(from);
        if (position >= 0 && seen.add(from)) {
          addEdge(position, i, ids, dependency.condition());
        }
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

  private static NodeKind kindOf(Task task, Optional<Template> called) {
    if (called.isPresent()) {
      return kindOf(called.get());
    }
    return task.call() instanceof Call.Reference ? NodeKind.REFERENCE : NodeKind.UNKNOWN;
  }

  static NodeKind kindOf(Template template) {
    return switch (template.body()) {
      case TemplateBody.Container _ -> NodeKind.CONTAINER;
      case TemplateBody.Script _ -> NodeKind.SCRIPT;
      case TemplateBody.ContainerSet _ -> NodeKind.CONTAINER_SET;
      case TemplateBody.Dag _ -> NodeKind.DAG;
      case TemplateBody.Steps _ -> NodeKind.STEPS;
      case TemplateBody.Resource _ -> NodeKind.RESOURCE;
      case TemplateBody.Suspend _ -> NodeKind.SUSPEND;
      case TemplateBody.Http _ -> NodeKind.HTTP;
      case TemplateBody.Plugin _ -> NodeKind.PLUGIN;
      case TemplateBody.Data _ -> NodeKind.DATA;
      case TemplateBody.Unknown _ -> NodeKind.UNKNOWN;
    };
  }

  private static boolean hasInside(TemplateBody body) {
    return body instanceof TemplateBody.Dag
        || body instanceof TemplateBody.Steps
        || body instanceof TemplateBody.ContainerSet;
  }
}
