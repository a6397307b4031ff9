// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.execution;

/** The types of node that a run on this computer makes. */
enum NodeType {
  POD("Pod"),
  STEPS("Steps"),
  STEP_GROUP("StepGroup"),
  DAG("DAG"),
  TASK_GROUP("TaskGroup"),
  RETRY("Retry"),
  SKIPPED("Skipped"),
  SUSPEND("Suspend"),
  HTTP("HTTP"),
  PLUGIN("Plugin");

  private final String argoName;

  NodeType(String argoName) {
    this.argoName = argoName;
  }

  String argoName() {
    return argoName;
  }

  /** Whether something outside the scheduler brings it to its end. */
  boolean isLeaf() {
    return this == POD || this == HTTP || this == PLUGIN || this == SUSPEND || this == SKIPPED;
  }

  boolean isRunElsewhere() {
    return this == POD || this == HTTP || this == PLUGIN;
  }
}
