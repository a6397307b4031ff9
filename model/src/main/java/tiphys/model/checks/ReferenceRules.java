// SPDX-License-Identifier: Apache-2.0
package tiphys.model.checks;

import java.util.Optional;
import tiphys.model.problem.ProblemCode;
import tiphys.model.problem.Severity;
import tiphys.model.workflow.Arguments;
import tiphys.model.workflow.Call;
import tiphys.model.workflow.Library;
import tiphys.model.workflow.ResourceReference;
import tiphys.model.workflow.Template;
import tiphys.model.workflow.TemplateName;
import tiphys.model.workflow.WorkflowSpec;
import tiphys.model.yaml.YamlPlace;

/**
 * References to templates of other resources (ARGO-021, ARGO-044). What is in no file at hand may
 * still be on the cluster, so it is mentioned and no error.
 */
final class ReferenceRules {
  private ReferenceRules() {}

  /** The template that a task refers to, if it is at hand. */
  static Optional<Template> checkCall(
      Subject subject, Call.Reference call, String task, YamlPlace place) {
    YamlPlace at = place.get("templateRef").orElse(place);
    Optional<Library.Entry> entry = checkResource(subject, call.toResource(), at);
    Optional<Template> template = subject.file().template(call);
    if (entry.isPresent() && template.isEmpty() && !call.template().contains("{{")) {
      subject.mention(
          Severity.WARNING,
          ProblemCode.REFERENCE_NO_TEMPLATE,
          at.get("template").orElse(at),
          call.template(),
          call.resource(),
          task);
    }
    return template;
  }

  private static Optional<Library.Entry> checkResource(
      Subject subject, ResourceReference reference, YamlPlace at) {
    Optional<Library.Entry> entry = subject.file().find(reference);
    boolean isWorthAWord =
        subject.file().library().isKnown()
            && !reference.name().isEmpty()
            && !reference.name().contains("{{");
    if (entry.isEmpty() && isWorthAWord) {
      subject.mention(
          Severity.INFO,
          ProblemCode.REFERENCE_UNKNOWN,
          at.get("name").orElse(at),
          reference.name(),
          reference.kind().argoName());
    }
    return entry;
  }

  /**
   * A workflow whose templates are another's begins with one of them, and gives what it asks for.
   */
  static void checkSpec(Subject subject, WorkflowSpec spec, YamlPlace place, boolean mustStart) {
    YamlPlace at = place.get("workflowTemplateRef").orElse(place);
    Optional<WorkflowSpec> referred =
        spec.workflowTemplateRef()
            .flatMap(reference -> checkResource(subject, reference, at))
            .flatMap(entry -> entry.resource().spec());
    Optional<TemplateName> entrypoint =
        spec.entrypoint().or(() -> referred.flatMap(WorkflowSpec::entrypoint));
    if (referred.isEmpty() || entrypoint.isEmpty()) {
      return;
    }
    Optional<Template> first = referred.get().template(entrypoint.get());
    if (first.isEmpty()) {
      subject.mention(
          Severity.WARNING,
          ProblemCode.REFERENCE_NO_TEMPLATE,
          place.get("entrypoint").orElse(at),
          entrypoint.get().value(),
          spec.workflowTemplateRef().map(ResourceReference::name).orElse(""),
          "entrypoint");
      return;
    }
    for (Arguments.Parameter input : first.get().inputs().parameters()) {
      boolean isGiven =
          input.isSupplied()
              || spec.arguments().parameter(input.name()).isPresent()
              || referred.get().arguments().parameter(input.name()).isPresent();
      if (mustStart && !isGiven) {
        subject.report(
            ProblemCode.ARGUMENT_MISSING, at, input.name(), entrypoint.get().value(), "entrypoint");
      }
    }
  }
}
