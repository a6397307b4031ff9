// SPDX-License-Identifier: Apache-2.0
package tiphys.model.graph;

import java.util.List;
import tiphys.model.workflow.WorkflowFile;

/** The nodes and edges of a scope. */
public final class FlowGraph {
  private final Scope scope;
  private final List<FlowNode> nodes;
  private final List<FlowEdge> edges;
  private final List<FlowGroup> groups;

  private FlowGraph(
      Scope scope, List<FlowNode> nodes, List<FlowEdge> edges, List<FlowGroup> groups) {
    this.scope = scope;
    this.nodes = nodes;
    this.edges = edges;
    this.groups = groups;
  }

  /** What there is to draw of a scope. O(nodes + edges). */
  public static FlowGraph of(WorkflowFile workflow, Scope scope) {
    return new FlowGraph(scope, List.of(), List.of(), List.of());
  }

  public Scope scope() {
    return scope;
  }

  /** In order of declaration. */
  public List<FlowNode> nodes() {
    return nodes;
  }

  public List<FlowEdge> edges() {
    return edges;
  }

  /** The step groups in order; none for anything but a steps template. */
  public List<FlowGroup> groups() {
    return groups;
  }
}
