// SPDX-License-Identifier: Apache-2.0
package tiphys.model.run;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import tiphys.model.graph.NodeId;

/**
 * Which nodes of a run are the inside of which task, seen from a template: the boundaries of a node
 * lead out of it, task by task. Where the template runs itself, the way begins at its outermost
 * round.
 */
final class RunPlaces {
  private final Map<String, NodeStatus> nodes;
  private final String template;
  private final Map<String, Boolean> outermost = new HashMap<>();

  RunPlaces(Map<String, NodeStatus> nodes, String template) {
    this.nodes = nodes;
    this.template = template;
  }

  /** Whether a node that others are in is the inside of the last task of a way. */
  boolean isInside(NodeStatus node, List<NodeId> way) {
    NodeStatus at = node;
    for (int i = way.size() - 1; i >= 0; i--) {
      NodeStatus boundary = nodes.get(at.boundaryId());
      if (boundary == null || !isOf(at, boundary, way.get(i))) {
        return false;
      }
      at = boundary;
    }
    return isOutermost(at);
  }

  private static boolean isOf(NodeStatus node, NodeStatus boundary, NodeId task) {
    Optional<Matcher> rest = RunOverlay.rest(node, boundary);
    return rest.isPresent() && rest.get().group(1).equals(task.value());
  }

  private boolean isOutermost(NodeStatus node) {
    return outermost.computeIfAbsent(
        node.id(), _ -> node.templateName().equals(template) && !isWithinItself(node));
  }

  private boolean isWithinItself(NodeStatus node) {
    Set<String> seen = new HashSet<>();
    NodeStatus around = nodes.get(node.boundaryId());
    while (around != null && seen.add(around.id())) {
      if (around.templateName().equals(template)) {
        return true;
      }
      around = nodes.get(around.boundaryId());
    }
    return false;
  }
}
