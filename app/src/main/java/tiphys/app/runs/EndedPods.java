// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tiphys.model.run.NodeStatus;
import tiphys.model.run.RunSnapshot;

/**
 * Finds the pods that ended from one look at a run to the next. Those that had ended before the
 * first are none. Of many only some are told; half of them are reserved for those that failed.
 */
final class EndedPods {
  private final int most;
  private final Set<String> going = new HashSet<>();
  private int told;

  EndedPods(int most) {
    this.most = most;
  }

  synchronized List<NodeStatus> in(RunSnapshot run) {
    List<NodeStatus> ended = new ArrayList<>();
    for (NodeStatus node : run.nodes().values()) {
      if (node.type().equals("Pod")) {
        if (!node.phase().isFinished()) {
          going.add(node.id());
        } else if (going.remove(node.id()) && told < (NodeList.isBad(node) ? most : most / 2)) {
          told++;
          ended.add(node);
        }
      }
    }
    return ended;
  }
}
