// SPDX-License-Identifier: Apache-2.0
package tiphys.model.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import tiphys.model.workflow.Call;
import tiphys.model.workflow.Marker;
import tiphys.model.workflow.Task;
import tiphys.model.workflow.Template;
import tiphys.model.workflow.TemplateBody;
import tiphys.model.workflow.TemplateName;
import tiphys.model.workflow.WorkflowFile;
import tiphys.model.workflow.WorkflowSpec;

/** Makes the graph of one template. */
final class FlowGraphBuilder {
  /** Beyond this, the edges between two step groups say less than the groups themselves. */
  private static final int MOST_EDGES_BETWEEN_GROUPS = 400;

  private final WorkflowFile workflow;
  private final Scope scope;
  private final Optional<FlowGraph> before;
  private final Map<TemplateName, Template> templates = new HashMap<>();
  private final List<FlowNode> nodes = new ArrayList<>();
  private final List<FlowEdge> edges = new ArrayList<>();
  private final IntStream.Builder sources = IntStream.builder();
  private final IntStream.Builder targets = IntStream.builder();
  private final List<FlowGroup> groups = new ArrayList<>();
  private final Inheritance inheritance;

  /** Of a scope. @param before its graph in an earlier revision, for what is still as it was */
  FlowGraphBuilder(WorkflowFile workflow, Scope scope, Optional<FlowGraph> before) {
    this.workflow = workflow;
    this.scope = scope;
    this.before = before;
    this.inheritance = new Inheritance(Scopes.spec(workflow, scope.resource()));
    Scopes.spec(workflow, scope.resource())
        .ifPresent(
            spec ->
                spec.templates()
                    .forEach(t -> t.name().ifPresent(name -> templates.putIfAbsent(name, t))));
  }

  FlowGraph build(Template template) {
    NodeIdsInScope ids = NodeIdsInScope.of(template);
    Optional<EarlierGraph.Origin> origin = Optional.empty();
    switch (template.body()) {
      case TemplateBody.Dag dag -> origin = Optional.of(addDag(dag.tasks(), ids));
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
    return new FlowGraph(scope, nodes, edges, groups, ends(), numbered, origin);
  }

  private EarlierGraph.Origin addDag(List<Task> tasks, NodeIdsInScope ids) {
    Optional<EarlierGraph> earlier = EarlierGraph.of(before, tasks, inheritance.ground());
    List<Optional<Template>> called = new ArrayList<>(tasks.size());
    int[] edgeStarts = new int[tasks.size() + 1];
    BitSet finding = new BitSet(tasks.size());
    for (int i = 0; i < tasks.size(); i++) {
      int position = i;
      Task task = tasks.get(i);
      NodeId id = ids.ids().get(i);
      Optional<Template> template = called(task);
      called.add(template);
      nodes.add(
          earlier
              .flatMap(known -> known.node(position, id, template))
              .orElseGet(() -> node(task, id, template)));
      int first = earlier.isPresent() ? earlier.get().firstEdge(i, ids.ids()) : -1;
      if (first < 0) {
        finding.set(i, addDependencies(task, i, ids));
      } else {
        finding.set(i);
        addEarlier(earlier.get(), first, i);
      }
      edgeStarts[i + 1] = edges.size();
    }
    return new EarlierGraph.Origin(tasks, called, edgeStarts, finding, inheritance.ground());
  }

  private void addEarlier(EarlierGraph earlier, int first, int to) {
    for (int edge = first; edge < earlier.endOfEdges(to); edge++) {
      edges.add(earlier.edge(edge));
      sources.add(earlier.source(edge));
      targets.add(to);
    }
  }

  private void addLeaf(Template template) {
    NodeId id = new NodeId(scope.template().value());
    nodes.add(
        new FlowNode(
            id,
            kindOf(template),
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
      NodeId id = ids.ids().get(i);
      nodes.add(node(task, id, called(task)));
    }
  }

  private FlowNode node(Task task, NodeId id, Optional<Template> called) {
    return new FlowNode(
        id,
        kindOf(task, called),
        id.value(),
        Subtitle.of(
            task, called, isElsewhere(task) ? Optional.empty() : called.map(inheritance::body)),
        markers(task, called),
        isElsewhere(task)
            ? Optional.empty()
            : called.filter(t -> hasInside(t.body())).flatMap(Template::name),
        elsewhere(task, called),
        FlowHook.of(task.hooks()));
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

  private Optional<Template> called(Task task) {
    return switch (task.call()) {
      case Call.Local(TemplateName name) -> Optional.ofNullable(templates.get(name));
      case Call.Inline(Template inline) -> Optional.of(inline);
      case Call.Reference reference -> workflow.template(reference);
      case Call.None _ -> Optional.empty();
    };
  }

  private static boolean isElsewhere(Task task) {
    return task.call() instanceof Call.Reference;
  }

  private static Optional<Call.Reference> elsewhere(Task task, Optional<Template> called) {
    return called.isPresent() && task.call() instanceof Call.Reference reference
        ? Optional.of(reference)
        : Optional.empty();
  }

  /** The task's own before those of what it calls. */
  private List<Marker> markers(Task task, Optional<Template> called) {
    List<Marker> ofCalled =
        called.map(isElsewhere(task) ? Template::markers : inheritance::markers).orElse(List.of());
    if (ofCalled.isEmpty()) {
      return task.markers();
    }
    if (task.markers().isEmpty()) {
      return ofCalled;
    }
    List<Marker> both = new ArrayList<>(task.markers());
    both.addAll(ofCalled);
    return both;
  }

  private void addDependencies(List<Task> tasks, NodeIdsInScope ids) {
    for (int i = 0; i < tasks.size(); i++) {
      addDependencies(tasks.get(i), i, ids);
    }
  }

  /** Whether all that the task waits for is there, and can be read. */
  private boolean addDependencies(Task task, int to, NodeIdsInScope ids) {
    List<TaskDependency> dependencies = TaskDependency.of(task);
    boolean findsAll = !dependencies.isEmpty() || task.depends().isEmpty();
    Set<NodeId> seen = new HashSet<>();
    for (TaskDependency dependency : dependencies) {
      NodeId from = new NodeId(dependency.task().value());
      int position = ids.position(from);
      if (position < 0) {
        findsAll = false;
      } else if (seen.add(from)) {
        addEdge(position, to, ids, dependency.condition());
      }
    }
    return findsAll;
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
