// SPDX-License-Identifier: Apache-2.0
package tiphys.model.run;

import java.util.List;
import java.util.Optional;

/**
 * What a run has made of one node of the drawing.
 *
 * @param phase absent while nothing of it has begun
 * @param total how many times it runs; 1 where it does not fan out
 * @param skipped those that were skipped or omitted
 * @param nodeIds the nodes of the run that it stands for
 * @param parts those of them that are counted, in the order of their items
 */
public record TaskState(
    Optional<NodePhase> phase,
    int total,
    int succeeded,
    int failed,
    int running,
    int skipped,
    List<String> nodeIds,
    List<String> parts) {
  public TaskState {
    nodeIds = List.copyOf(nodeIds);
    parts = List.copyOf(parts);
  }

  /** Whether it became several nodes, which are drawn as a stack. */
  public boolean isFanOut() {
    return total > 1;
  }
}
