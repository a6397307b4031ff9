// SPDX-License-Identifier: Apache-2.0
package tiphys.model.checks;

import java.util.Optional;
import tiphys.model.problem.ProblemCode;
import tiphys.model.workflow.Arguments;
import tiphys.model.workflow.ResourceKind;
import tiphys.model.workflow.Template;
import tiphys.model.workflow.TemplateName;
import tiphys.model.workflow.WorkflowSpec;
import tiphys.model.yaml.YamlPlace;

/** A workflow begins somewhere (ARGO-035, ARGO-043), with what its first template asks for. */
final class SpecRules {
  private SpecRules() {}

  static void check(Subject subject) {
    Optional<WorkflowSpec> spec = subject.spec();
    Optional<YamlPlace> place = subject.specPlace();
    if (spec.isEmpty() || place.isEmpty()) {
      return;
    }
    boolean mustStart =
        subject.resource().kind() == ResourceKind.WORKFLOW
            || subject.resource().kind() == ResourceKind.CRON_WORKFLOW;
    if (subject.refersElsewhere()) {
      ReferenceRules.checkSpec(subject, spec.get(), place.get(), mustStart);
      return;
    }
    Optional<TemplateName> entrypoint = spec.get().entrypoint();
    if (entrypoint.isEmpty()) {
      if (mustStart) {
        subject.report(ProblemCode.ENTRYPOINT_MISSING, place.get());
      }
    } else {
      checkEntrypoint(subject, spec.get(), entrypoint.get(), place.get(), mustStart);
    }
    spec.get()
        .onExit()
        .filter(name -> isUnknown(subject, name))
        .ifPresent(
            name ->
                subject.report(
                    ProblemCode.ENTRYPOINT_UNKNOWN,
                    place.get().get("onExit").orElse(place.get()),
                    name.value()));
  }

  private static void checkEntrypoint(
      Subject subject, WorkflowSpec spec, TemplateName name, YamlPlace place, boolean mustStart) {
    YamlPlace at = place.get("entrypoint").orElse(place);
    if (isUnknown(subject, name)) {
      subject.report(ProblemCode.ENTRYPOINT_UNKNOWN, at, name.value());
      return;
    }
    Arguments inputs = subject.template(name).map(Template::inputs).orElse(Arguments.NONE);
    for (Arguments.Parameter input : inputs.parameters()) {
      if (mustStart && !input.isSupplied() && spec.arguments().parameter(input.name()).isEmpty()) {
        subject.report(ProblemCode.ARGUMENT_MISSING, at, input.name(), name.value(), "entrypoint");
      }
    }
  }

  private static boolean isUnknown(Subject subject, TemplateName name) {
    return subject.template(name).isEmpty() && !name.value().contains("{{");
  }
}
