// SPDX-License-Identifier: Apache-2.0
package tiphys.app.inspector;

import java.util.Set;
import tiphys.model.schema.Schema;

/** What a form shows without being asked, and what it leaves to the canvas. */
final class Shape {
  /** Objects whose fields stand among those of the one that holds them. */
  private static final Set<String> TRANSPARENT =
      Set.of(
          "Template.container",
          "Template.script",
          "Template.containerSet",
          "Template.dag",
          "Template.resource",
          "Template.suspend",
          "Template.http",
          "Template.data",
          "Template.inputs",
          "Template.outputs",
          "Workflow.metadata",
          "Workflow.spec",
          "CronWorkflowSpec.workflowSpec",
          "DAGTask.arguments",
          "WorkflowStep.arguments",
          "WorkflowSpec.arguments",
          "WorkflowEventBindingSpec.event",
          "WorkflowEventBindingSpec.submit");

  /** Shown even where they are not written. */
  private static final Set<String> PROMINENT =
      Set.of(
          "Workflow.entrypoint",
          "WorkflowSpec.entrypoint",
          "WorkflowSpec.onExit",
          "WorkflowSpec.parallelism",
          "WorkflowSpec.serviceAccountName",
          "WorkflowSpec.activeDeadlineSeconds",
          "Arguments.parameters",
          "Inputs.parameters",
          "Inputs.artifacts",
          "Outputs.parameters",
          "Outputs.artifacts",
          "CronWorkflowSpec.schedules",
          "CronWorkflowSpec.timezone",
          "CronWorkflowSpec.concurrencyPolicy",
          "CronWorkflowSpec.suspend",
          "Event.selector",
          "Submit.workflowTemplateRef",
          "WorkflowTemplateRef.name",
          "DAGTask.name",
          "DAGTask.template",
          "DAGTask.depends",
          "DAGTask.when",
          "DAGTask.withParam",
          "DAGTask.withItems",
          "WorkflowStep.name",
          "WorkflowStep.template",
          "WorkflowStep.when",
          "WorkflowStep.withParam",
          "WorkflowStep.withItems",
          "ContainerNode.name",
          "ContainerNode.dependencies",
          "ContainerNode.image",
          "ContainerNode.command",
          "ContainerNode.args",
          "Template.name",
          "Template.inputs",
          "Template.outputs",
          "Template.timeout",
          "Template.retryStrategy",
          "RetryStrategy.limit",
          "Container.image",
          "Container.command",
          "Container.args",
          "Container.env",
          "UserContainer.image",
          "UserContainer.command",
          "UserContainer.args",
          "ScriptTemplate.image",
          "ScriptTemplate.command",
          "ScriptTemplate.source",
          "ScriptTemplate.env",
          "HTTP.method",
          "HTTP.url",
          "HTTP.body",
          "ResourceTemplate.action",
          "ResourceTemplate.manifest",
          "SuspendTemplate.duration");

  /** Shown even within an object that is not written. */
  private static final Set<String> OF_UNSET = Set.of("RetryStrategy.limit");

  /** Lists of plain values that have a row for each. */
  private static final Set<String> IN_ROWS = Set.of("CronWorkflowSpec.schedules");

  /** Drawn and edited on the canvas, or said by the file itself. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "WorkflowSpec.templates",
          "Template.steps",
          "DAGTemplate.tasks",
          "ContainerSetTemplate.containers",
          "Workflow.apiVersion",
          "Workflow.kind");

  private Shape() {}

  static boolean isTransparent(String key) {
    return TRANSPARENT.contains(asOfWorkflow(key));
  }

  static boolean isProminent(String key) {
    return PROMINENT.contains(key);
  }

  static boolean isOfUnset(String key) {
    return OF_UNSET.contains(key);
  }

  static boolean isInRows(String key) {
    return IN_ROWS.contains(key);
  }

  static boolean isElsewhere(String key) {
    return ELSEWHERE.contains(asOfWorkflow(key));
  }

  /** All kinds have the same outer fields. */
  private static String asOfWorkflow(String key) {
    int dot = key.indexOf('.');
    return Schema.KINDS.contains(key.substring(0, dot)) ? "Workflow" + key.substring(dot) : key;
  }
}
