// SPDX-License-Identifier: Apache-2.0
package tiphys.app.history;

import java.util.Optional;
import tiphys.exporter.cluster.status.WorkflowObject;
import tiphys.model.workflow.Resource;

/** Whether runs were made of what a file holds. */
final class OfFile {
  private static final String LABEL = "workflows.argoproj.io/";

  private OfFile() {}

  /** Argo names the template or the cron workflow in a label; a workflow is known by its name. */
  static boolean isOf(ListedRun listed, Optional<Resource> resource) {
    return resource
        .filter(
            shown ->
                listed.kept().isPresent()
                    ? isNamed(listed.run(), shown)
                    : isOf(listed.run(), shown))
        .isPresent();
  }

  /** This computer runs a template under its own name. */
  private static boolean isNamed(WorkflowObject run, Resource shown) {
    return shown.name().filter(run.name()::equals).isPresent()
        || shown.generateName().filter(run.name()::startsWith).isPresent();
  }

  private static boolean isOf(WorkflowObject run, Resource shown) {
    return switch (shown.kind()) {
      case WORKFLOW -> isNamed(run, shown);
      case WORKFLOW_TEMPLATE -> isLabelled(run, "workflow-template", shown);
      case CLUSTER_WORKFLOW_TEMPLATE -> isLabelled(run, "cluster-workflow-template", shown);
      case CRON_WORKFLOW -> isLabelled(run, "cron-workflow", shown);
      default -> false;
    };
  }

  private static boolean isLabelled(WorkflowObject run, String label, Resource shown) {
    String name = run.json().at("/metadata/labels").path(LABEL + label).asText("");
    return shown.name().filter(name::equals).isPresent();
  }
}
