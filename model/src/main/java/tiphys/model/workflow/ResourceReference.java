// SPDX-License-Identifier: Apache-2.0
package tiphys.model.workflow;

/**
 * Names a WorkflowTemplate, or with cluster scope a ClusterWorkflowTemplate.
 *
 * @param name may hold {@code {{tags}}}; empty where it is missing
 */
public record ResourceReference(String name, boolean isClusterScope) {
  /** The kind of resource that it names. */
  public ResourceKind kind() {
    return isClusterScope ? ResourceKind.CLUSTER_WORKFLOW_TEMPLATE : ResourceKind.WORKFLOW_TEMPLATE;
  }
}
