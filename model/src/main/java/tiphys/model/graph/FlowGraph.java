// SPDX-License-Identifier: Apache-2.0
package tiphys.model.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jgrapht.Graph;
import org.jgrapht.Graphs;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.alg.shortestpath.BFSShortestPath;
import org.jgrapht.graph.AsSubgraph;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.EdgeReversedGraph;
import org.jgrapht.graph.SimpleDirectedGraph;
import org.jgrapht.traverse.BreadthFirstIterator;
import org.jspecify.annotations.Nullable;
import tiphys.model.workflow.WorkflowFile;

/**
 * The nodes and edges of a scope. A file may declare cycles, so the graph may have them; {@link
 * #wouldCloseCycle} is asked before an edge is drawn. What needs the whole graph is made when it is
 * first asked for.
 */
public final class FlowGraph {
  private final Scope scope;
  private final List<FlowNode> nodes;
  private final List<FlowEdge> edges;
  private final List<FlowGroup> groups;
  private final List<FlowHook> hooks;
  private final NumberedEdges numbered;
  private final Optional<DagBuilder.Origin> origin;
  private @Nullable IdTable positions;
  private @Nullable Graph<NodeId, DefaultEdge> order;

  /** A graph. @param sources of each edge, the position of its node among the nodes */
  FlowGraph(
      Scope scope,
      List<FlowNode> nodes,
      List<FlowEdge> edges,
      List<FlowGroup> groups,
      int[] sources,
      int[] targets) {
    this(
        scope,
        List.copyOf(nodes),
        List.copyOf(edges),
        List.copyOf(groups),
        List.of(),
        new NumberedEdges(nodes.size(), sources, targets),
        Optional.empty());
  }

  /** Of lists that nobody changes any more. */
  FlowGraph(
      Scope scope,
      List<FlowNode> nodes,
      List<FlowEdge> edges,
      List<FlowGroup> groups,
      List<FlowHook> hooks,
      NumberedEdges numbered,
      Optional<DagBuilder.Origin> origin) {
    this.scope = scope;
    this.nodes = nodes;
    this.edges = edges;
    this.groups = groups;
    this.hooks = hooks;
    this.numbered = numbered;
    this.origin = origin;
  }

  /** What there is to draw of a scope. O(nodes + edges). */
  public static FlowGraph of(WorkflowFile workflow, Scope scope) {
    return of(workflow, scope, Optional.empty());
  }

  /**
   * The same, with the nodes and edges that it shares with the graph before an edit taken from
   * there.
   *
   * @param before the graph of the same scope in an earlier revision of the same file
   */
  public static FlowGraph of(WorkflowFile workflow, Scope scope, Optional<FlowGraph> before) {
    if (scope.isResource()) {
      return ResourceGraph.of(workflow, scope);
    }
    return Scopes.template(workflow, scope)
        .map(template -> new FlowGraphBuilder(workflow, scope, before).build(template))
        .orElseGet(
            () -> new FlowGraph(scope, List.of(), List.of(), List.of(), new int[0], new int[0]));
  }

  /** Nodes that nothing joins. */
  public static FlowGraph unjoined(Scope scope, List<FlowNode> nodes) {
    return new FlowGraph(scope, nodes, List.of(), List.of(), new int[0], new int[0]);
  }

  public Scope scope() {
    return scope;
  }

  /** In order of declaration. */
  public List<FlowNode> nodes() {
    return nodes;
  }

  public List<FlowEdge> edges() {
    return edges;
  }

  /** Which of the nodes an edge leaves, counted from 0. */
  public int source(int edge) {
    return numbered.source(edge);
  }

  /** Which of the nodes an edge comes to, counted from 0. */
  public int target(int edge) {
    return numbered.target(edge);
  }

  /** The step groups in order; none for anything but a steps template. */
  public List<FlowGroup> groups() {
    return groups;
  }

  /** What runs at moments of the whole workflow; none but where it begins. */
  public List<FlowHook> hooks() {
    return hooks;
  }

  public Optional<FlowNode> node(NodeId id) {
    int position = positionOf(id);
    return position < 0 ? Optional.empty() : Optional.of(nodes.get(position));
  }

  /** The edge between two nodes. Cost: the edges that leave the first. */
  public Optional<FlowEdge> edge(NodeId from, NodeId to) {
    int edge = numbered.edge(positionOf(from), positionOf(to));
    return edge < 0 ? Optional.empty() : Optional.of(edges.get(edge));
  }

  /**
   * Whether a DAG's task waits for nothing but the plain end of tasks that are there. Said of a
   * position among the nodes; false where it is not known.
   */
  public boolean waitsPlainly(int node) {
    if (origin.isEmpty() || !origin.get().finding().get(node)) {
      return false;
    }
    int[] starts = origin.get().edgeStarts();
    for (int edge = starts[node]; edge < starts[node + 1]; edge++) {
      if (!edges.get(edge).condition().isEmpty()) {
        return false;
      }
    }
    return true;
  }

  Optional<DagBuilder.Origin> origin() {
    return origin;
  }

  NumberedEdges numbered() {
    return numbered;
  }

  /** The nodes that wait for any of those from one position up to another. */
  BitSet waitingFor(int from, int to) {
    return numbered.targetsOf(from, to);
  }

  /** Which tasks are the same as in the graph that this was made after; empty where none was. */
  public Optional<SameTasks> since(FlowGraph before) {
    return origin
        .flatMap(DagBuilder.Origin::since)
        .filter(
            same ->
                before.origin().filter(old -> same.isSince(old.ids(), old.edges())).isPresent());
  }

  /** The nodes that run right after a node. */
  public List<NodeId> successors(NodeId node) {
    Graph<NodeId, DefaultEdge> graph = order();
    return graph.containsVertex(node) ? Graphs.successorListOf(graph, node) : List.of();
  }

  /** The nodes that a node waits for itself. */
  public List<NodeId> predecessors(NodeId node) {
    Graph<NodeId, DefaultEdge> graph = order();
    return graph.containsVertex(node) ? Graphs.predecessorListOf(graph, node) : List.of();
  }

  /** All nodes that a node waits for, itself not among them unless it is on a cycle. */
  public Set<NodeId> ancestors(NodeId node) {
    return reached(new EdgeReversedGraph<>(order()), node);
  }

  /** All nodes that wait for a node. */
  public Set<NodeId> descendants(NodeId node) {
    return reached(order(), node);
  }

  /** Whether an edge that does not exist yet would make a node wait for itself. */
  public boolean wouldCloseCycle(NodeId from, NodeId to) {
    return from.equals(to) || !pathBetween(to, from).isEmpty();
  }

  /** A shortest way along the edges, both ends included; empty if there is none. */
  public List<NodeId> pathBetween(NodeId from, NodeId to) {
    int first = positionOf(from);
    int last = positionOf(to);
    if (first < 0 || last < 0) {
      return List.of();
    }
    return Arrays.stream(numbered.shortestWay(first, last))
        .mapToObj(position -> nodes.get(position).id())
        .toList();
  }

  private int positionOf(NodeId id) {
    if (origin.isPresent()) {
      return origin.get().ids().position(id);
    }
    IdTable known = positions;
    if (known == null) {
      known = new IdTable(nodes.size());
      for (FlowNode node : nodes) {
        known.add(node.id());
      }
      positions = known;
    }
    return known.position(id);
  }

  /** One cycle for each knot of nodes that wait for each other, its first node not repeated. */
  public List<List<NodeId>> cycles() {
    if (numbered.canAllRun()) {
      return List.of();
    }
    Graph<NodeId, DefaultEdge> graph = order();
    List<List<NodeId>> cycles = new ArrayList<>();
    for (Set<NodeId> knot :
        new KosarajuStrongConnectivityInspector<>(graph).stronglyConnectedSets()) {
      if (knot.size() > 1) {
        cycles.add(cycleIn(graph, knot));
      }
    }
    for (FlowEdge edge : edges) {
      if (edge.from().equals(edge.to())) {
        cycles.add(List.of(edge.from()));
      }
    }
    return cycles;
  }

  /** The shortest cycle through the knot's first node in order of declaration. */
  private List<NodeId> cycleIn(Graph<NodeId, DefaultEdge> graph, Set<NodeId> knot) {
    NodeId first =
        nodes.stream().map(FlowNode::id).filter(knot::contains).findFirst().orElseThrow();
    Graph<NodeId, DefaultEdge> within = new AsSubgraph<>(graph, knot);
    return Graphs.successorListOf(within, first).stream()
        .map(next -> BFSShortestPath.findPathBetween(within, next, first))
        .filter(path -> path != null)
        .min((one, other) -> Integer.compare(one.getLength(), other.getLength()))
        .map(
            path -> {
              List<NodeId> cycle = new ArrayList<>(List.of(first));
              cycle.addAll(path.getVertexList().subList(0, path.getLength()));
              return cycle;
            })
        .orElse(List.of(first));
  }

  private static Set<NodeId> reached(Graph<NodeId, DefaultEdge> graph, NodeId from) {
    Set<NodeId> reached = new LinkedHashSet<>();
    if (graph.containsVertex(from)) {
      BreadthFirstIterator<NodeId, DefaultEdge> walk = new BreadthFirstIterator<>(graph, from);
      walk.next();
      walk.forEachRemaining(reached::add);
    }
    return reached;
  }

  /** Loops of a node to itself are told by {@link #cycles} and left out here. */
  private Graph<NodeId, DefaultEdge> order() {
    Graph<NodeId, DefaultEdge> known = order;
    if (known == null) {
      known = new SimpleDirectedGraph<>(DefaultEdge.class);
      for (FlowNode node : nodes) {
        known.addVertex(node.id());
      }
      for (FlowEdge edge : edges) {
        if (!edge.from().equals(edge.to())) {
          known.addEdge(edge.from(), edge.to());
        }
      }
      order = known;
    }
    return known;
  }
}
