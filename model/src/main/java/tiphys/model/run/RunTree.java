// SPDX-License-Identifier: Apache-2.0
package tiphys.model.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The nodes of a run as people think of them: what ran inside what. Argo's {@code children} are the
 * next nodes in order of execution, so containment is taken from the boundaries, and from the names
 * of the items of a fan-out, the attempts of a retry and the steps of a group.
 */
public final class RunTree {
  private static final Set<String> GROUPS = Set.of("TaskGroup", "StepGroup", "Retry");

  private final RunSnapshot run;
  private final Map<String, List<NodeStatus>> inside = new HashMap<>();

  /**
   * A node in its place.
   *
   * @param isLastOf for each level from the outermost, whether this is within the last node there
   */
  public record Row(NodeStatus node, List<Boolean> isLastOf) {
    public Row {
      isLastOf = List.copyOf(isLastOf);
    }

    public int depth() {
      return isLastOf.size();
    }
  }

  private RunTree(RunSnapshot run) {
    this.run = run;
  }

  /** Every node, each after what it is in, else in the order in which they came. O(nodes). */
  public static List<Row> rows(RunSnapshot run) {
    RunTree tree = new RunTree(run);
    Map<String, String> groups = tree.groups();
    List<NodeStatus> tops = new ArrayList<>();
    for (NodeStatus node : run.nodes().values()) {
      String group = groups.getOrDefault(node.id(), node.boundaryId());
      if (run.nodes().containsKey(group) && !group.equals(node.id())) {
        tree.inside.computeIfAbsent(group, _ -> new ArrayList<>()).add(node);
      } else {
        tops.add(node);
      }
    }
    List<Row> rows = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    tops.forEach(node -> tree.add(node, List.of(), rows, seen));
    return rows;
  }

  /** The group that a node stands in, by the node's id. */
  private Map<String, String> groups() {
    Map<String, String> groups = new HashMap<>();
    for (NodeStatus group : run.nodes().values()) {
      if (GROUPS.contains(group.type())) {
        for (String id : group.children()) {
          Optional.ofNullable(run.nodes().get(id))
              .filter(child -> child.name().startsWith(group.name()))
              .filter(child -> !child.type().equals("StepGroup"))
              .ifPresent(child -> groups.put(child.id(), group.id()));
        }
      }
    }
    return groups;
  }

  private void add(NodeStatus node, List<Boolean> isLastOf, List<Row> rows, Set<String> seen) {
    if (!seen.add(node.id())) {
      return;
    }
    rows.add(new Row(node, isLastOf));
    List<NodeStatus> parts = inside.getOrDefault(node.id(), List.of());
    for (int i = 0; i < parts.size(); i++) {
      List<Boolean> below = new ArrayList<>(isLastOf);
      below.add(i == parts.size() - 1);
      add(parts.get(i), below, rows, seen);
    }
  }
}
