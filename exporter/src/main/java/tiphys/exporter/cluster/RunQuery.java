// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import tiphys.exporter.cluster.status.WorkflowObject;
import tiphys.model.run.NodePhase;

/**
 * Which runs somebody wants to see.
 *
 * @param labels as a label selector of Kubernetes; empty for all
 * @param phases empty for all; a run that the controller has not looked at counts as pending
 * @param prefix what its name begins with
 * @param since made then or later
 * @param isBrief whether what makes a run large is left out
 */
public record RunQuery(
    Part part,
    String labels,
    Set<NodePhase> phases,
    String prefix,
    Optional<Instant> since,
    boolean isBrief) {

  /** Where runs are kept. */
  public enum Part {
    /** What the cluster lists; an Argo Server lists its archive with it. */
    LIVE,
    ARCHIVED,
    BOTH
  }

  public RunQuery {
    phases = Set.copyOf(phases);
  }

  /** What the cluster does not choose by. */
  boolean has(RunList.Entry entry) {
    WorkflowObject run = entry.run();
    return (phases.isEmpty() || phases.contains(run.phase().orElse(NodePhase.PENDING)))
        && run.name().startsWith(prefix)
        && since.filter(from -> run.created().filter(at -> !at.isBefore(from)).isEmpty()).isEmpty();
  }
}
