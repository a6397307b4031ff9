// SPDX-License-Identifier: Apache-2.0
package tiphys.model.checks;

import java.util.Optional;
import java.util.regex.Pattern;
import tiphys.model.problem.ProblemCode;
import tiphys.model.workflow.TemplateBody;
import tiphys.model.workflow.TemplateName;
import tiphys.model.yaml.YamlPlace;

/** Names and types of templates (ARGO-022 to 024, 050, 051, 100). */
final class TemplateRules {
  /** Argo: workflowFieldNameFmt of validate.go. */
  static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][-a-zA-Z0-9]{0,127}");

  private TemplateRules() {}

  static void check(Subject subject, Subject.Checked checked) {
    Optional<TemplateName> name = checked.template().name();
    YamlPlace at = checked.place().get("name").orElse(checked.place());
    if (name.isEmpty()) {
      subject.report(
          ProblemCode.TEMPLATE_NAME_MISSING,
          checked.place(),
          Integer.toString(checked.place().indexInParent() + 1));
    } else if (!NAME.matcher(name.get().value()).matches()) {
      subject.report(ProblemCode.TEMPLATE_NAME_INVALID, at, name.get().value());
    } else if (checked.isShadowed()) {
      subject.report(ProblemCode.TEMPLATE_NAME_TAKEN, at, name.get().value());
    }
    switch (checked.template().body()) {
      case TemplateBody.Unknown(var types) when types.isEmpty() ->
          subject.report(ProblemCode.TEMPLATE_TYPE_MISSING, checked.place(), checked.name());
      case TemplateBody.Unknown(var types) ->
          subject.report(
              ProblemCode.TEMPLATE_TYPES_SEVERAL,
              checked.place(),
              checked.name(),
              String.join(", ", types));
      case TemplateBody.Dag dag when dag.tasks().isEmpty() ->
          subject.report(
              ProblemCode.DAG_EMPTY,
              checked.place().keyOf("dag").orElse(checked.place()),
              checked.name());
      default -> {
        // The other types ask nothing of their own here.
      }
    }
  }
}
