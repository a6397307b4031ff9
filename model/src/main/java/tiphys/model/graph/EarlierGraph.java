// SPDX-License-Identifier: Apache-2.0
package tiphys.model.graph;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import tiphys.model.workflow.Task;
import tiphys.model.workflow.Template;

/**
 * What a DAG's graph had before an edit, for the one that is made after it: the nodes and edges of
 * the tasks that the edit left alone. Tasks are known by identity, which an edit keeps ({@link
 * tiphys.model.yaml.YamlNode#derived}), from both ends of the list; what lies between is made anew.
 * O(tasks) to compare.
 */
@SuppressWarnings("ReferenceEquality") // what an edit left alone is the same
final class EarlierGraph {
  /**
   * What a graph was made from, by position of the task.
   *
   * @param called the templates that the tasks call
   * @param edgeStarts where the edges that come to each task begin; one more at the end
   * @param finding the tasks for which all that they wait for was found
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Origin(
      List<Task> tasks,
      List<Optional<Template>> called,
      int[] edgeStarts,
      BitSet finding,
      Inheritance.Ground inherited) {}

  private final FlowGraph before;
  private final Origin origin;
  private final int head;
  private final int tail;
  private final int count;
  private final int growth;

  private EarlierGraph(FlowGraph before, Origin origin, List<Task> now) {
    List<Task> old = origin.tasks();
    int shorter = Math.min(now.size(), old.size());
    int same = 0;
    while (same < shorter && now.get(same) == old.get(same)) {
      same++;
    }
    this.head = same;
    same = 0;
    while (same < shorter - head
        && now.get(now.size() - 1 - same) == old.get(old.size() - 1 - same)) {
      same++;
    }
    this.tail = same;
    this.before = before;
    this.origin = origin;
    this.count = now.size();
    this.growth = now.size() - old.size();
  }

  static Optional<EarlierGraph> of(
      Optional<FlowGraph> before, List<Task> now, Inheritance.Ground inherited) {
    return before.flatMap(
        graph ->
            graph
                .origin()
                .filter(origin -> origin.inherited().equals(inherited))
                .map(origin -> new EarlierGraph(graph, origin, now)));
  }

  /** The node of a task, if nothing that it shows has changed. */
  Optional<FlowNode> node(int position, NodeId id, Optional<Template> called) {
    int earlier = earlier(position);
    return earlier >= 0
            && origin.called().get(earlier).orElse(null) == called.orElse(null)
            && before.nodes().get(earlier).id().equals(id)
        ? Optional.of(before.nodes().get(earlier))
        : Optional.empty();
  }

  /**
   * The first of a task's edges before, if they still hold: all that it waits for was found, and
   * stands where it did among the tasks that the edit left alone; else -1.
   */
  int firstEdge(int position, List<NodeId> ids) {
    int earlier = earlier(position);
    if (earlier < 0
        || !origin.finding().get(earlier)
        || !before.nodes().get(earlier).id().equals(ids.get(position))) {
      return -1;
    }
    for (int edge = origin.edgeStarts()[earlier]; edge < endOfEdges(position); edge++) {
      int source = source(edge);
      if (source < 0 || !ids.get(source).equals(before.edges().get(edge).from())) {
        return -1;
      }
    }
    return origin.edgeStarts()[earlier];
  }

  /** Behind the last of the edges of a task that stood here before. */
  int endOfEdges(int position) {
    return origin.edgeStarts()[earlier(position) + 1];
  }

  FlowEdge edge(int number) {
    return before.edges().get(number);
  }

  /** Where the source of an edge stands now; -1 if the edit touched it. */
  int source(int edge) {
    int earlier = before.source(edge);
    if (earlier < head) {
      return earlier;
    }
    return earlier >= count - growth - tail ? earlier + growth : -1;
  }

  /** Where a task stood; -1 if the edit touched it. */
  private int earlier(int position) {
    if (position < head) {
      return position;
    }
    return position >= count - tail ? position - growth : -1;
  }
}
