// SPDX-License-Identifier: Apache-2.0
package tiphys.model.graph;

import java.util.Optional;
import java.util.Set;
import tiphys.model.workflow.Behaviour;
import tiphys.model.workflow.TemplateName;

/**
 * A node as it is drawn.
 *
 * @param subtitle one line that says what it runs: the image, or what a nested template holds
 * @param opens the template of the same resource that it calls and that has an inside of its own
 */
public record FlowNode(
    NodeId id,
    NodeKind kind,
    String title,
    String subtitle,
    Set<Behaviour> behaviours,
    Optional<TemplateName> opens) {
  public FlowNode {
    behaviours = Set.copyOf(behaviours);
  }
}
