// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.execution;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tiphys.model.run.NodeIds;
import tiphys.model.run.NodePhase;

/** The nodes of a run, in the order in which they came to be. */
final class NodeTree {
  private final String workflowName;
  private final Clock clock;
  private final Map<String, Node> byId = new LinkedHashMap<>();
  private final Map<String, Node> byName = new HashMap<>();
  private final Map<String, Integer> activeWithin = new HashMap<>();
  private int activePods;
  private long changes;

  NodeTree(String workflowName, Clock clock) {
    this.workflowName = workflowName;
    this.clock = clock;
  }

  String workflowName() {
    return workflowName;
  }

  Instant now() {
    return clock.instant();
  }

  /** Rises with every change, so that two moments can be told apart. */
  long changes() {
    return changes;
  }

  Collection<Node> all() {
    return byId.values();
  }

  Optional<Node> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  Optional<Node> withId(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Pods that have begun and not ended. */
  int activePods() {
    return activePods;
  }

  /** Pods, steps and DAGs under way directly within a steps or DAG node. */
  int activeWithin(String boundaryId) {
    return activeWithin.getOrDefault(boundaryId, 0);
  }

  Node begin(NodeStart start) {
    Node node = new Node(NodeIds.of(workflowName, start.name()), start, clock.instant());
    byId.put(node.id(), node);
    byName.put(node.name(), node);
    count(node, 1);
    changes++;
    return node;
  }

  /** A node that is over as soon as it is there. */
  Node beginFinished(NodeStart start, String message) {
    Node node = new Node(NodeIds.of(workflowName, start.name()), start, clock.instant());
    byId.put(node.id(), node);
    byName.put(node.name(), node);
    node.setPhase(start.phase(), message, clock.instant());
    changes++;
    return node;
  }

  void setPhase(Node node, NodePhase phase, String message) {
    if (node.phase() == phase && node.message().equals(message)) {
      return;
    }
    if (phase.isFinished() && !node.phase().isFinished()) {
      count(node, -1);
    }
    node.setPhase(phase, message, clock.instant());
    changes++;
  }

  void setDaemoned(Node node, boolean daemoned) {
    node.setDaemoned(daemoned);
    changes++;
  }

  void link(Node parent, Node child) {
    if (parent.children().add(child.id())) {
      changes++;
    }
  }

  private void count(Node node, int step) {
    if (node.type() == NodeType.POD) {
      activePods += step;
    }
    if (node.type() == NodeType.POD
        || node.type() == NodeType.STEPS
        || node.type() == NodeType.DAG) {
      activeWithin.merge(node.boundaryId(), step, Integer::sum);
    }
  }

  /** The nodes to which what follows a node is attached. */
  List<Node> outbound(Node node) {
    Set<Node> found = new LinkedHashSet<>();
    collectOutbound(node, found);
    return new ArrayList<>(found);
  }

  private void collectOutbound(Node node, Set<Node> found) {
    List<Node> next =
        switch (node.type()) {
          case TASK_GROUP, STEP_GROUP -> childrenOf(node);
          case RETRY -> attempts(node).isEmpty() ? List.of() : List.of(attempts(node).getLast());
          case STEPS, DAG -> node.outbound().stream().flatMap(id -> withId(id).stream()).toList();
          default -> List.of();
        };
    if (next.isEmpty()) {
      found.add(node);
    }
    next.stream().filter(inner -> inner != node).forEach(inner -> collectOutbound(inner, found));
  }

  List<Node> childrenOf(Node node) {
    return node.children().stream()
        .flatMap(id -> withId(id).stream())
        .filter(child -> !child.isHook())
        .toList();
  }

  List<Node> attempts(Node retry) {
    return childrenOf(retry).stream().filter(Node::isAttempt).toList();
  }
}
