// SPDX-License-Identifier: Apache-2.0
package tiphys.model.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tiphys.model.graph.Scope;
import tiphys.model.graph.Scopes;
import tiphys.model.workflow.Arguments;
import tiphys.model.workflow.Behaviour;
import tiphys.model.workflow.Call;
import tiphys.model.workflow.Task;
import tiphys.model.workflow.Template;
import tiphys.model.workflow.TemplateBody;
import tiphys.model.workflow.WorkflowFile;
import tiphys.model.workflow.WorkflowSpec;

/** The names that a {@code {{tag}}} can have in a scope (Argo: docs/variables.md). */
final class TagNames {
  private static final List<String> OF_WORKFLOW =
      List.of(
          "workflow.name",
          "workflow.namespace",
          "workflow.uid",
          "workflow.serviceAccountName",
          "workflow.mainEntrypoint",
          "workflow.creationTimestamp",
          "workflow.parameters",
          "workflow.status",
          "workflow.duration",
          "workflow.failures");

  private static final List<String> OF_TASK =
      List.of("id", "status", "startedAt", "finishedAt", "exitCode", "outputs.result");

  private final List<String> names = new ArrayList<>();

  private TagNames() {}

  /** In the order in which they are nearest at hand. */
  static List<String> in(WorkflowFile workflow, Scope scope) {
    TagNames found = new TagNames();
    Optional<WorkflowSpec> spec = Scopes.spec(workflow, scope.resource());
    Scopes.template(workflow, scope)
        .ifPresent(template -> found.ofTemplate(template, spec.orElseThrow()));
    Arguments arguments = spec.map(WorkflowSpec::arguments).orElse(Arguments.NONE);
    arguments.parameters().forEach(p -> found.names.add("workflow.parameters." + p.name()));
    found.names.addAll(OF_WORKFLOW);
    return List.copyOf(found.names);
  }

  private void ofTemplate(Template template, WorkflowSpec spec) {
    template.inputs().parameters().forEach(p -> names.add("inputs.parameters." + p.name()));
    template
        .inputs()
        .artifacts()
        .forEach(
            artifact -> {
              names.add("inputs.artifacts." + artifact.name());
              names.add("inputs.artifacts." + artifact.name() + ".path");
            });
    String siblings = template.body() instanceof TemplateBody.Steps ? "steps." : "tasks.";
    for (Task task : template.calls()) {
      task.name().ifPresent(name -> ofTask(siblings + name.value(), task, spec));
    }
    if (template.calls().isEmpty()) {
      template.outputs().parameters().forEach(p -> own("outputs.parameters." + p.name()));
      template.outputs().artifacts().forEach(a -> own("outputs.artifacts." + a.name()));
      names.add("pod.name");
    } else {
      names.add("item");
    }
    names.add("node.name");
    if (template.behaviours().contains(Behaviour.RETRY)) {
      names.addAll(List.of("retries", "lastRetry.exitCode", "lastRetry.status"));
    }
  }

  private void own(String output) {
    names.add(output + ".path");
  }

  private void ofTask(String prefix, Task task, WorkflowSpec spec) {
    Optional<Template> called =
        switch (task.call()) {
          case Call.Local(var name) -> spec.template(name);
          case Call.Inline(Template inline) -> Optional.of(inline);
          case Call.Reference _, Call.None _ -> Optional.empty();
        };
    Arguments outputs = called.map(Template::outputs).orElse(Arguments.NONE);
    outputs.parameters().forEach(p -> names.add(prefix + ".outputs.parameters." + p.name()));
    outputs.artifacts().forEach(a -> names.add(prefix + ".outputs.artifacts." + a.name()));
    OF_TASK.forEach(suffix -> names.add(prefix + "." + suffix));
  }
}
