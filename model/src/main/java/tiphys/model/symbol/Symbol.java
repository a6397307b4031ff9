// SPDX-License-Identifier: Apache-2.0
package tiphys.model.symbol;

import tiphys.model.graph.Scope;
import tiphys.model.workflow.TaskName;
import tiphys.model.workflow.TemplateName;

/** Something that has a name in a file. */
public sealed interface Symbol {
  record OfTemplate(int resource, TemplateName template) implements Symbol {}

  /** A task or a step. */
  record OfTask(Scope scope, TaskName task) implements Symbol {}

  /** {@code inputs.parameters.x} or {@code inputs.artifacts.x} of a template. */
  record OfInput(Scope scope, Value value, String name) implements Symbol {}

  /** {@code outputs.parameters.x} or {@code outputs.artifacts.x} of a template. */
  record OfOutput(Scope scope, Value value, String name) implements Symbol {}

  /** A task or step of the template that stands in a task. */
  record OfInlineTask(Scope scope, TaskName around, TaskName task) implements Symbol {}

  /** An input of the template that stands in a task. */
  record OfInlineInput(Scope scope, TaskName task, Value value, String name) implements Symbol {}

  /** An output of the template that stands in a task. */
  record OfInlineOutput(Scope scope, TaskName task, Value value, String name) implements Symbol {}

  /** {@code workflow.parameters.x}. */
  record OfWorkflowParameter(int resource, String parameter) implements Symbol {}

  /** An artifact among the arguments of a workflow. */
  record OfWorkflowArtifact(int resource, String artifact) implements Symbol {}

  /** A volume of a template, or of a resource as a whole. */
  record OfVolume(Scope scope, String volume) implements Symbol {}

  /** Which of the two things an input or an output is. */
  enum Value {
    PARAMETER,
    ARTIFACT;

    /** Argo's key for the list of them. */
    public String key() {
      return this == PARAMETER ? "parameters" : "artifacts";
    }
  }

  /** The name as it is written wherever it is mentioned. */
  default String name() {
    return switch (this) {
      case OfTemplate(int _, TemplateName template) -> template.value();
      case OfTask(Scope _, TaskName task) -> task.value();
      case OfInlineTask(Scope _, TaskName _, TaskName task) -> task.value();
      case OfInput(Scope _, Value _, String name) -> name;
      case OfOutput(Scope _, Value _, String name) -> name;
      case OfInlineInput(Scope _, TaskName _, Value _, String name) -> name;
      case OfInlineOutput(Scope _, TaskName _, Value _, String name) -> name;
      case OfWorkflowParameter(int _, String parameter) -> parameter;
      case OfWorkflowArtifact(int _, String artifact) -> artifact;
      case OfVolume(Scope _, String volume) -> volume;
    };
  }
}
