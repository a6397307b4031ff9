// SPDX-License-Identifier: Apache-2.0
package tiphys.model.checks;

import java.util.Optional;
import tiphys.model.problem.ProblemCode;
import tiphys.model.workflow.TemplateBody;
import tiphys.model.workflow.TemplateName;
import tiphys.model.yaml.YamlPlace;

/** Names and types of templates (ARGO-022 to 024, 050, 051, 100). */
final class TemplateRules {
  private static final int LONGEST_NAME = 128;

  private TemplateRules() {}

  /**
   * Whether a template, task or step may have a name: {@code [a-zA-Z0-9][-a-zA-Z0-9]{0,127}} (Argo:
   * workflowFieldNameFmt of validate.go). Asked for every task after every edit, so without an
   * expression.
   */
  static boolean isName(String name) {
    if (name.isEmpty() || name.length() > LONGEST_NAME || name.charAt(0) == '-') {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-')) {
        return false;
      }
    }
    return true;
  }

  static void check(Subject subject, Subject.Checked checked) {
    Optional<TemplateName> name = checked.template().name();
    YamlPlace at = checked.place().get("name").orElse(checked.place());
    if (name.isEmpty()) {
      subject.report(
          ProblemCode.TEMPLATE_NAME_MISSING,
          checked.place(),
          Integer.toString(checked.place().indexInParent() + 1));
    } else if (!isName(name.get().value())) {
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
