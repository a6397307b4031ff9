// SPDX-License-Identifier: Apache-2.0
package tiphys.model.run;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A run at one moment.
 *
 * @param phase the workflow's; absent before it has one
 * @param nodes by id, in the order in which they came to be
 */
public record RunSnapshot(
    String workflowName,
    Optional<NodePhase> phase,
    String message,
    Optional<Instant> startedAt,
    Optional<Instant> finishedAt,
    Map<String, NodeStatus> nodes) {}
