// SPDX-License-Identifier: Apache-2.0
package tiphys.model.graph;

import java.util.List;
import java.util.Optional;
import tiphys.model.workflow.Behaviour;
import tiphys.model.workflow.Call;
import tiphys.model.workflow.Marker;
import tiphys.model.workflow.TemplateName;

/**
 * A node as it is drawn.
 *
 * @param subtitle one line that says what it runs: the image, or what a nested template holds
 * @param elsewhere the template of another resource that it calls, where that is at hand
 * @param opens the template of the same resource that it calls and that has an inside of its own
 * @param hooks what runs at moments of it
 */
public record FlowNode(
    NodeId id,
    NodeKind kind,
    String title,
    String subtitle,
    List<Marker> markers,
    Optional<TemplateName> opens,
    Optional<Call.Reference> elsewhere,
    List<FlowHook> hooks) {
  public FlowNode {
    hooks = List.copyOf(hooks);
    markers = List.copyOf(markers);
  }

  /** A node that calls no template of another resource. */
  public FlowNode(
      NodeId id,
      NodeKind kind,
      String title,
      String subtitle,
      List<Marker> markers,
      Optional<TemplateName> opens) {
    this(id, kind, title, subtitle, markers, opens, Optional.empty(), List.of());
  }

  /** Whether there is a template to go to behind it. */
  public boolean leadsSomewhere() {
    return opens.isPresent() || elsewhere.isPresent();
  }

  /** Whether what it runs is drawn with nodes of its own, and at hand. */
  public boolean hasInside() {
    return opens.isPresent()
        || elsewhere.isPresent()
            && (kind == NodeKind.DAG || kind == NodeKind.STEPS || kind == NodeKind.CONTAINER_SET);
  }

  /** Whether any of its markers is of a behaviour. */
  public boolean has(Behaviour behaviour) {
    for (Marker marker : markers) {
      if (marker.behaviour() == behaviour) {
        return true;
      }
    }
    return false;
  }
}
