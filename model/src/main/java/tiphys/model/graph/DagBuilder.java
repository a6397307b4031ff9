// SPDX-License-Identifier: Apache-2.0
package tiphys.model.graph;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tiphys.model.workflow.Call;
import tiphys.model.workflow.Task;
import tiphys.model.workflow.Template;

/**
 * Makes the nodes and edges of a DAG. Those of tasks that an edit left alone are taken from the
 * graph before it; to say so costs a comparison or two for each, and no look at the task.
 */
final class DagBuilder {
  private final TaskNodes maker;
  private final Inheritance.Ground inherited;
  private final CalledTemplates calls;
  private final List<Task> tasks;
  private final NodeIdsInScope ids;
  private final FlowNode[] nodes;
  private final @Nullable Template[] called;
  private final int[] edgeStarts;
  private final BitSet finding;
  private final BitSet elsewhere;
  private FlowEdge[] edges;
  private int[] sources;
  private int count;
  private Optional<SameTasks> since = Optional.empty();
  private Optional<NumberedEdges> numbered = Optional.empty();

  /**
   * What a graph was made from, by position of the task.
   *
   * @param called the templates that the tasks call; null where one is not there
   * @param elsewhere the tasks that call a template of another resource
   * @param edgeStarts where the edges that come to each task begin; one more at the end
   * @param finding the tasks for which all that they wait for was found
   * @param since which tasks are the same as in the graph before
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Origin(
      List<Task> tasks,
      NodeIdsInScope ids,
      CalledTemplates calls,
      @Nullable Template[] called,
      BitSet elsewhere,
      FlowNode[] nodes,
      FlowEdge[] edges,
      int[] sources,
      int[] edgeStarts,
      BitSet finding,
      Inheritance.Ground inherited,
      Optional<SameTasks> since) {}

  private DagBuilder(
      List<Task> tasks,
      NodeIdsInScope ids,
      CalledTemplates calls,
      Inheritance inheritance,
      int edges) {
    this.tasks = tasks;
    this.ids = ids;
    this.calls = calls;
    this.maker = new TaskNodes(inheritance);
    this.inherited = inheritance.ground();
    int size = tasks.size();
    this.nodes = new FlowNode[size];
    this.called = new Template[size];
    this.edgeStarts = new int[size + 1];
    this.elsewhere = new BitSet(size);
    this.finding = new BitSet(size);
    this.edges = new FlowEdge[edges];
    this.sources = new int[edges];
  }

  /** Of a template. @param before the graph of the same scope in an earlier revision */
  static DagBuilder build(
      Template template,
      List<Task> tasks,
      CalledTemplates calls,
      Inheritance inheritance,
      Optional<FlowGraph> before) {
    Inheritance.Ground inherited = inheritance.ground();
    Optional<Origin> known =
        before.flatMap(FlowGraph::origin).filter(origin -> origin.inherited().equals(inherited));
    if (known.isEmpty()) {
      DagBuilder builder =
          new DagBuilder(
              tasks, NodeIdsInScope.of(template), calls, inheritance, 2 * tasks.size() + 8);
      builder.addNew(0, tasks.size());
      return builder;
    }
    Origin origin = known.get();
    KeptTasks kept = KeptTasks.between(origin.tasks(), tasks);
    NodeIdsInScope ids = NodeIdsInScope.of(template, tasks, origin.ids(), kept);
    DagBuilder builder = new DagBuilder(tasks, ids, calls, inheritance, origin.edges().length + 8);
    builder.addAfter(before.get(), origin, kept);
    return builder;
  }

  private void addNew(int from, int to) {
    for (int i = from; i < to; i++) {
      Task task = tasks.get(i);
      called[i] = calls.of(task);
      elsewhere.set(i, task.call() instanceof Call.Reference);
      nodes[i] = maker.node(task, ids.ids().get(i), Optional.ofNullable(called[i]));
      addEdges(task, i);
    }
  }

  private void addAfter(FlowGraph before, Origin origin, KeptTasks kept) {
    if (!ids.keeps(origin.ids(), kept)) {
      addNew(0, tasks.size());
      return;
    }
    BitSet waiting = before.waitingFor(kept.head(), kept.touchedEndBefore());
    BitSet same = new BitSet(tasks.size());
    addKept(0, kept.head(), 0, origin, waiting, kept, same);
    addNew(kept.head(), kept.touchedEnd());
    addKept(kept.touchedEnd(), tasks.size(), kept.growth(), origin, waiting, kept, same);
    calledOthers(origin, kept, same);
    since = Optional.of(new SameTasks(kept, same, origin.ids(), ids, origin.edges()));
    if (kept.growth() == 0 && hasEdgesOf(origin)) {
      numbered = Optional.of(before.numbered());
    }
  }

  /** Tasks that an edit left alone: their edges one after the other, but where one is to go. */
  private void addKept(
      int from, int to, int growth, Origin origin, BitSet waiting, KeptTasks kept, BitSet same) {
    System.arraycopy(origin.nodes(), from - growth, nodes, from, to - from);
    System.arraycopy(origin.called(), from - growth, called, from, to - from);
    same.set(from, to);
    int done = from;
    for (int i = from; i < to; i++) {
      boolean isOld = origin.finding().get(i - growth) && !waiting.get(i - growth);
      if (!isOld) {
        addRun(done, i, growth, origin, kept);
        addEdges(tasks.get(i), i);
        same.clear(i);
        done = i + 1;
      }
    }
    addRun(done, to, growth, origin, kept);
  }

  private void addRun(int from, int to, int growth, Origin origin, KeptTasks kept) {
    int first = origin.edgeStarts()[from - growth];
    int size = origin.edgeStarts()[to - growth] - first;
    makeRoom(size);
    System.arraycopy(origin.edges(), first, edges, count, size);
    System.arraycopy(origin.sources(), first, sources, count, size);
    for (int i = 0; kept.growth() != 0 && i < size; i++) {
      sources[count + i] = kept.later(sources[count + i]);
    }
    int shift = count - first;
    for (int i = from; i < to; i++) {
      edgeStarts[i + 1] = origin.edgeStarts()[i + 1 - growth] + shift;
    }
    finding.set(from, to);
    count += size;
  }

  /** Makes the nodes of tasks anew that are the same, but call something else by now. */
  private void calledOthers(Origin origin, KeptTasks kept, BitSet same) {
    elsewhere.or(kept.carried(origin.elsewhere()));
    CalledTemplates.Since calledSince = calls.since(origin.calls());
    calledOthers(0, kept.head(), calledSince, same);
    calledOthers(kept.touchedEnd(), tasks.size(), calledSince, same);
  }

  @SuppressWarnings("ReferenceEquality") // what an edit left alone is the same
  private void calledOthers(int from, int to, CalledTemplates.Since since, BitSet same) {
    for (int i = from; i < to; i++) {
      Template was = called[i];
      Template now = elsewhere.get(i) || since.mayDiffer(was) ? calls.of(tasks.get(i)) : was;
      if (was != now) {
        called[i] = now;
        nodes[i] = maker.node(tasks.get(i), ids.ids().get(i), Optional.ofNullable(now));
        same.clear(i);
      }
    }
  }

  private boolean hasEdgesOf(Origin origin) {
    return count == origin.sources().length
        && Arrays.equals(sources, 0, count, origin.sources(), 0, count)
        && Arrays.equals(edgeStarts, origin.edgeStarts());
  }

  /** Makes the edges of a task, and notes whether all that it waits for is there to be read. */
  private void addEdges(Task task, int to) {
    List<TaskDependency> dependencies = TaskDependency.of(task);
    boolean findsAll = !dependencies.isEmpty() || task.depends().isEmpty();
    Set<NodeId> seen = new HashSet<>();
    makeRoom(dependencies.size());
    for (TaskDependency dependency : dependencies) {
      NodeId from = new NodeId(dependency.task().value());
      int position = ids.position(from);
      if (position < 0) {
        findsAll = false;
      } else if (seen.add(from)) {
        NodeId source = ids.ids().get(position);
        edges[count] = new FlowEdge(source, ids.ids().get(to), dependency.condition());
        sources[count++] = position;
      }
    }
    finding.set(to, findsAll);
    edgeStarts[to + 1] = count;
  }

  private void makeRoom(int more) {
    if (count + more > edges.length) {
      int larger = Math.max(count + more, edges.length * 2);
      edges = Arrays.copyOf(edges, larger);
      sources = Arrays.copyOf(sources, larger);
    }
  }

  /** What was made. */
  FlowGraph graph(Scope scope, List<FlowHook> hooks) {
    FlowEdge[] ownEdges = Arrays.copyOf(edges, count);
    int[] ownSources = Arrays.copyOf(sources, count);
    Origin origin =
        new Origin(
            tasks,
            ids,
            calls,
            called,
            elsewhere,
            nodes,
            ownEdges,
            ownSources,
            edgeStarts,
            finding,
            inherited,
            since);
    return new FlowGraph(
        scope,
        Collections.unmodifiableList(Arrays.asList(nodes)),
        Collections.unmodifiableList(Arrays.asList(ownEdges)),
        List.of(),
        hooks,
        numbered.orElseGet(() -> new NumberedEdges(nodes.length, ownSources, targets())),
        Optional.of(origin));
  }

  private int[] targets() {
    int[] targets = new int[count];
    for (int i = 0; i < tasks.size(); i++) {
      Arrays.fill(targets, edgeStarts[i], edgeStarts[i + 1], i);
    }
    return targets;
  }
}
