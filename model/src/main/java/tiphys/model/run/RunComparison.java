// SPDX-License-Identifier: Apache-2.0
package tiphys.model.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Two runs beside each other: nodes belong together whose names are the same behind that of the
 * run.
 */
public record RunComparison(List<Row> rows) {
  public RunComparison {
    rows = List.copyOf(rows);
  }

  /**
   * A node in one run, in the other, or in both.
   *
   * @param name without that of the run; empty for the run itself
   */
  public record Row(String name, int depth, Optional<NodeStatus> left, Optional<NodeStatus> right) {
    /**
     * Whether it came to something else: another phase, another message, or only in one of them.
     */
    public boolean isDifferent() {
      return !left.map(NodeStatus::phase).equals(right.map(NodeStatus::phase))
          || !left.map(NodeStatus::message).equals(right.map(NodeStatus::message));
    }

    /** How much longer it took on the right; absent where one of them has not ended. */
    public Optional<Duration> longer() {
      return left.flatMap(RunComparison::took)
          .flatMap(first -> right.flatMap(RunComparison::took).map(second -> second.minus(first)));
    }
  }

  /** In the order of the left run; what only the right one has stands where it has it. */
  public static RunComparison of(RunSnapshot left, RunSnapshot right) {
    List<Row> rows = new ArrayList<>();
    Map<String, NodeStatus> others = new HashMap<>();
    right.nodes().values().forEach(node -> others.put(name(node, right), node));
    Map<String, Integer> placeOnLeft = new HashMap<>();
    for (RunTree.Row row : RunTree.rows(left)) {
      String name = name(row.node(), left);
      placeOnLeft.put(name, rows.size());
      rows.add(
          new Row(
              name, row.depth(), Optional.of(row.node()), Optional.ofNullable(others.get(name))));
    }
    return new RunComparison(woven(rows, onlyRight(right, placeOnLeft)));
  }

  /** How long a node took; absent while it goes on. */
  public static Optional<Duration> took(NodeStatus node) {
    return node.startedAt()
        .flatMap(from -> node.finishedAt().map(until -> Duration.between(from, until)));
  }

  /** By the place of the left row behind which they stand; -1 for the beginning. */
  private static Map<Integer, List<Row>> onlyRight(
      RunSnapshot right, Map<String, Integer> placeOnLeft) {
    Map<Integer, List<Row>> only = new HashMap<>();
    int behind = -1;
    for (RunTree.Row row : RunTree.rows(right)) {
      String name = name(row.node(), right);
      Integer place = placeOnLeft.get(name);
      if (place == null) {
        only.computeIfAbsent(behind, _ -> new ArrayList<>())
            .add(new Row(name, row.depth(), Optional.empty(), Optional.of(row.node())));
      } else {
        behind = place;
      }
    }
    return only;
  }

  private static List<Row> woven(List<Row> left, Map<Integer, List<Row>> onlyRight) {
    List<Row> all = new ArrayList<>(onlyRight.getOrDefault(-1, List.of()));
    for (int i = 0; i < left.size(); i++) {
      all.add(left.get(i));
      all.addAll(onlyRight.getOrDefault(i, List.of()));
    }
    return all;
  }

  private static String name(NodeStatus node, RunSnapshot run) {
    String name = node.name();
    String rest =
        name.startsWith(run.workflowName()) ? name.substring(run.workflowName().length()) : name;
    return rest.startsWith(".") ? rest.substring(1) : rest;
  }
}
