// SPDX-License-Identifier: Apache-2.0
package tiphys.model.workflow;

import java.util.Arrays;
import java.util.Optional;

/**
 * The kinds of group {@code argoproj.io} that people write by hand (Argo: register.go), and
 * everything else.
 */
public enum ResourceKind {
  WORKFLOW("Workflow"),
  WORKFLOW_TEMPLATE("WorkflowTemplate"),
  CLUSTER_WORKFLOW_TEMPLATE("ClusterWorkflowTemplate"),
  CRON_WORKFLOW("CronWorkflow"),
  WORKFLOW_EVENT_BINDING("WorkflowEventBinding"),
  OTHER("");

  private final String argoName;

  ResourceKind(String argoName) {
    this.argoName = argoName;
  }

  /** As it stands in {@code kind}; empty for {@link #OTHER}. */
  public String argoName() {
    return argoName;
  }

  /** Argo decides by {@code kind} alone; {@code apiVersion} is never looked at (Argo: parse.go). */
  public static ResourceKind of(Optional<String> kind) {
    return Arrays.stream(values())
        .filter(known -> known != OTHER && kind.filter(known.argoName::equals).isPresent())
        .findFirst()
        .orElse(OTHER);
  }

  /** Whether resources of this kind carry templates that can be drawn. */
  public boolean hasTemplates() {
    return this != OTHER && this != WORKFLOW_EVENT_BINDING;
  }
}
