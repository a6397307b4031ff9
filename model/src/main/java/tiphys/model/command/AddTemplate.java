// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.Optional;
import tiphys.model.graph.NodeKind;
import tiphys.model.graph.Scopes;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.state.DiagramState;
import tiphys.model.workflow.TemplateName;
import tiphys.model.workflow.WorkflowSpec;
import tiphys.model.writing.DocumentWriter;
import tiphys.model.writing.YamlValue;
import tiphys.model.yaml.YamlPlace;

/**
 * Adds a template that nothing calls yet, at the end.
 *
 * @param resource position in the file, counted from 0
 */
public record AddTemplate(int resource, NodeKind kind, TemplateName name) implements Command {
  @Override
  public Outcome<Plan> plan(DiagramState now) {
    if (now.tree().syntaxError().isPresent()) {
      return Outcome.refused(now.tree().syntaxError().get());
    }
    Optional<WorkflowSpec> spec = Scopes.spec(now.workflow(), resource);
    Optional<YamlPlace> place = now.locator().spec(resource);
    if (spec.isEmpty() || place.isEmpty()) {
      return Outcome.refused(ProblemCode.ADDRESS_NO_RESOURCE, Integer.toString(resource + 1));
    }
    Optional<Problem> trouble = Naming.templateTrouble(name.value(), spec.get());
    if (trouble.isPresent()) {
      return Outcome.refused(trouble.get());
    }
    if (!NewTemplate.canBeMade(kind)) {
      return Outcome.refused(ProblemCode.ADD_NOT_HERE, name.value());
    }
    DocumentWriter writer = new DocumentWriter(now.tree());
    YamlValue template = NewTemplate.of(kind, name.value());
    now.locator()
        .templates(resource)
        .ifPresentOrElse(
            templates -> writer.insert(templates, templates.size(), template),
            () -> writer.put(place.get(), "templates", YamlValue.sequence(template)));
    return writer.edits().then(edits -> Outcome.done(Plan.ofText(edits)));
  }
}
