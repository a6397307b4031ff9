// SPDX-License-Identifier: Apache-2.0
package tiphys.app.timeline;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tiphys.model.run.NodePhase;
import tiphys.model.run.NodeStatus;
import tiphys.model.run.RunSnapshot;

/**
 * How long nodes waited for a place to run. Argo's status does not say when a node stopped being
 * pending, so it is known only of those that were watched while they waited.
 */
final class Waits {
  private final Set<String> waiting = new HashSet<>();
  private final Map<String, Instant> begun = new HashMap<>();
  private String run = "";

  /** O(nodes). */
  void see(RunSnapshot snapshot, Instant now) {
    String seen = snapshot.workflowName() + snapshot.startedAt();
    if (!seen.equals(run)) {
      run = seen;
      waiting.clear();
      begun.clear();
    }
    for (NodeStatus node : snapshot.nodes().values()) {
      if (node.phase() == NodePhase.PENDING) {
        waiting.add(node.id());
        begun.remove(node.id());
      } else if (waiting.remove(node.id())) {
        begun.put(node.id(), node.finishedAt().filter(now::isAfter).orElse(now));
      }
    }
  }

  /** When a node was seen to begin that was seen waiting. */
  Optional<Instant> begun(String node) {
    return Optional.ofNullable(begun.get(node));
  }
}
