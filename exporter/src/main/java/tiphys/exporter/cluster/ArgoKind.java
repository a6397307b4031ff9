// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds that people write (argo.md: pkg/apis/workflow/register.go). */
public enum ArgoKind {
  WORKFLOW("Workflow", "workflows", "workflow", "wf"),
  WORKFLOW_TEMPLATE("WorkflowTemplate", "workflow-templates", "template", "wftmpl"),
  CLUSTER_WORKFLOW_TEMPLATE(
      "ClusterWorkflowTemplate", "cluster-workflow-templates", "template", "cwft"),
  CRON_WORKFLOW("CronWorkflow", "cron-workflows", "cronWorkflow", "cronwf");

  private final String argoName;
  private final String serverPath;
  private final String bodyField;
  private final String shortName;

  ArgoKind(String argoName, String serverPath, String bodyField, String shortName) {
    this.argoName = argoName;
    this.serverPath = serverPath;
    this.bodyField = bodyField;
    this.shortName = shortName;
  }

  /** As {@code kind} in a manifest. */
  public String argoName() {
    return argoName;
  }

  /** By its name or its short name, in any case, for example {@code workflowtemplate}. */
  public static Optional<ArgoKind> of(String word) {
    return Arrays.stream(values())
        .filter(
            kind -> kind.argoName.equalsIgnoreCase(word) || kind.shortName.equalsIgnoreCase(word))
        .findFirst();
  }

  boolean isNamespaced() {
    return this != CLUSTER_WORKFLOW_TEMPLATE;
  }

  /** The resource's name in the Kubernetes API. */
  String plural() {
    return argoName.toLowerCase(Locale.ROOT) + "s";
  }

  /** The part of Argo Server's path. */
  String serverPath() {
    return serverPath;
  }

  /** The field that the object stands in when it is sent to an Argo Server. */
  String bodyField() {
    return bodyField;
  }

  /** The label of a run that was submitted from one. */
  String originLabel() {
    return "workflows.argoproj.io/"
        + argoName.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }
}
