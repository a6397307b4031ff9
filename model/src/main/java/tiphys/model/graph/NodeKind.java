// SPDX-License-Identifier: Apache-2.0
package tiphys.model.graph;

/** The type of the template that a node runs; decides its glyph and colour. */
public enum NodeKind {
  CONTAINER,
  SCRIPT,
  CONTAINER_SET,
  DAG,
  STEPS,
  RESOURCE,
  SUSPEND,
  HTTP,
  PLUGIN,
  DATA,
  /** What a WorkflowEventBinding waits for. */
  EVENT,
  /** When a CronWorkflow starts. */
  SCHEDULE,
  /** A template of another file that is not at hand. */
  REFERENCE,
  /** Not known to this version, or missing: kept and shown greyed. */
  UNKNOWN
}
