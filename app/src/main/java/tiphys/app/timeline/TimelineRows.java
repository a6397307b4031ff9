// SPDX-License-Identifier: Apache-2.0
package tiphys.app.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import tiphys.model.run.NodePhase;
import tiphys.model.run.NodeStatus;
import tiphys.model.run.RunOverlay;
import tiphys.model.run.RunSnapshot;
import tiphys.model.run.RunTask;
import tiphys.model.run.RunTree;

/**
 * Every node of a run on a line of its own, each below what it is in.
 *
 * @param from where time begins
 * @param until the last thing that is known to have happened
 */
record TimelineRows(List<Row> rows, Instant from, Instant until, boolean isOver) {
  static final TimelineRows NONE = new TimelineRows(List.of(), Instant.EPOCH, Instant.EPOCH, true);

  /**
   * @param last the last row that is within this one; its own where there is none
   * @param before the rows that had to end first
   * @param after the rows that waited for this one
   */
  record Row(
      NodeStatus node,
      int depth,
      int last,
      Optional<RunTask> task,
      List<Integer> before,
      List<Integer> after) {}

  /** O(nodes and their children). */
  static TimelineRows of(RunSnapshot run) {
    List<RunTree.Row> tree = RunTree.rows(run);
    Map<String, Integer> places = HashMap.newHashMap(tree.size());
    List<List<Integer>> before = new ArrayList<>();
    List<List<Integer>> after = new ArrayList<>();
    for (int i = 0; i < tree.size(); i++) {
      places.put(tree.get(i).node().id(), i);
      before.add(new ArrayList<>());
      after.add(new ArrayList<>());
    }
    int[] last = lastWithin(tree);
    for (int i = 0; i < last.length; i++) {
      for (String child : tree.get(i).node().children()) {
        int at = places.getOrDefault(child, i);
        if (at < i || at > last[i]) { // what is within is shown by where it stands
          before.get(at).add(i);
          after.get(i).add(at);
        }
      }
    }
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < last.length; i++) {
      NodeStatus node = tree.get(i).node();
      rows.add(
          new Row(
              node,
              tree.get(i).depth(),
              last[i],
              RunOverlay.taskOf(node, run),
              before.get(i),
              after.get(i)));
    }
    boolean isOver = run.phase().filter(NodePhase::isFinished).isPresent();
    Instant from = first(run);
    return new TimelineRows(rows, from, latest(run, from), isOver);
  }

  OptionalInt place(String id) {
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).node().id().equals(id)) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  private static int[] lastWithin(List<RunTree.Row> tree) {
    int[] last = new int[tree.size()];
    for (int i = last.length - 1; i >= 0; i--) {
      int end = i;
      while (end + 1 < last.length && tree.get(end + 1).depth() > tree.get(i).depth()) {
        end = last[end + 1];
      }
      last[i] = end;
    }
    return last;
  }

  private static Instant first(RunSnapshot run) {
    return Stream.concat(
            run.startedAt().stream(),
            run.nodes().values().stream().flatMap(node -> node.startedAt().stream()))
        .min(Comparator.naturalOrder())
        .orElseGet(() -> run.finishedAt().orElseGet(Instant::now));
  }

  private static Instant latest(RunSnapshot run, Instant from) {
    return Stream.concat(
            run.finishedAt().stream(),
            run.nodes().values().stream()
                .flatMap(node -> node.finishedAt().or(node::startedAt).stream()))
        .max(Comparator.naturalOrder())
        .filter(from::isBefore)
        .orElse(from);
  }
}
