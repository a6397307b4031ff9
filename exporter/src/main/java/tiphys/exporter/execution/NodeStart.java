// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.execution;

import tiphys.model.run.NodePhase;

/** What a node is when it comes to be. */
record NodeStart(
    String name,
    String displayName,
    NodeType type,
    String templateName,
    String boundaryId,
    boolean isHook,
    boolean isAttempt,
    NodePhase phase) {
  static NodeStart of(Call call, NodeType type, NodePhase phase) {
    return new NodeStart(
        call.name(),
        call.displayName(),
        type,
        call.templateName(),
        call.boundaryId(),
        call.isHook(),
        call.isAttempt(),
        phase);
  }
}
