// SPDX-License-Identifier: Apache-2.0
package tiphys.model.checks;

import java.util.Optional;
import tiphys.model.graph.NodeId;
import tiphys.model.problem.ProblemCode;
import tiphys.model.workflow.Arguments;
import tiphys.model.workflow.Call;
import tiphys.model.workflow.Task;
import tiphys.model.workflow.TaskName;
import tiphys.model.workflow.Template;
import tiphys.model.workflow.TemplateBody;
import tiphys.model.workflow.TemplateName;
import tiphys.model.yaml.YamlPlace;

/** Names of tasks, what they call, and what it asks for (ARGO-043 to 062, 090 to 092, 104). */
final class TaskRules {
  private TaskRules() {}

  static void check(Subject subject, Subject.Checked checked, Task task, int position, NodeId id) {
    YamlPlace place = checked.task(position);
    checkName(subject, task, position, place, id);
    if (!(checked.template().body() instanceof TemplateBody.ContainerSet)) {
      checkCall(subject, task, place);
    }
  }

  private static void checkName(
      Subject subject, Task task, int position, YamlPlace place, NodeId id) {
    if (task.name().isEmpty()) {
      subject.report(ProblemCode.TASK_NAME_MISSING, place, Integer.toString(position + 1));
      return;
    }
    TaskName name = task.name().get();
    // the placeholders of a step's name are filled in before it is looked at
    String filled =
        name.value().contains("{{")
            ? name.value().replaceAll("\\{\\{.*?\\}\\}", "x")
            : name.value();
    if (!TemplateRules.isName(filled)) {
      subject.report(ProblemCode.TASK_NAME_INVALID, place.get("name").orElse(place), name.value());
    } else if (!id.value().equals(name.value())) {
      subject.report(ProblemCode.TASK_NAME_TAKEN, place.get("name").orElse(place), name.value());
    }
  }

  private static void checkCall(Subject subject, Task task, YamlPlace place) {
    String name = task.name().map(TaskName::value).orElse("");
    switch (task.call()) {
      case Call.None _ -> subject.report(ProblemCode.TEMPLATE_NOT_NAMED, place, name);
      case Call.Local(TemplateName called) -> {
        Optional<Template> template = subject.template(called);
        if (template.isPresent()) {
          checkArguments(subject, task, template.get(), place);
        } else if (!called.value().contains("{{") && !subject.refersElsewhere()) {
          subject.report(
              ProblemCode.TEMPLATE_UNKNOWN,
              place.get("template").orElse(place),
              called.value(),
              name);
        }
      }
      case Call.Inline(Template inline) -> checkArguments(subject, task, inline, place);
      case Call.Reference reference ->
          ReferenceRules.checkCall(subject, reference, name, place)
              .ifPresent(template -> checkArguments(subject, task, template, place));
    }
  }

  private static void checkArguments(Subject subject, Task task, Template called, YamlPlace place) {
    if (called.inputs().parameters().isEmpty() && called.inputs().artifacts().isEmpty()) {
      return;
    }
    String calledName = called.name().map(TemplateName::value).orElse("inline");
    String name = task.name().map(TaskName::value).orElse("");
    for (Arguments.Parameter input : called.inputs().parameters()) {
      if (!input.isSupplied()
          && task.arguments().parameter(input.name()).filter(p -> p.isSupplied()).isEmpty()) {
        subject.report(ProblemCode.ARGUMENT_MISSING, at(place), input.name(), calledName, name);
      }
    }
    for (Arguments.Artifact input : called.inputs().artifacts()) {
      if (!input.isSupplied() && task.arguments().artifact(input.name()).isEmpty()) {
        subject.report(ProblemCode.ARTIFACT_MISSING, at(place), input.name(), calledName, name);
      }
    }
  }

  private static YamlPlace at(YamlPlace task) {
    return task.keyOf("arguments").or(() -> task.get("template")).orElse(task);
  }
}
