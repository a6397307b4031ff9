// SPDX-License-Identifier: Apache-2.0
package tiphys.app.inspector;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import tiphys.model.command.FieldOwner;
import tiphys.model.problem.Problem;
import tiphys.model.schema.Definition;
import tiphys.model.schema.Schema;
import tiphys.model.state.DiagramState;
import tiphys.model.text.SourceText;
import tiphys.model.text.TextRange;
import tiphys.model.workflow.Template;
import tiphys.model.workflow.TemplateName;
import tiphys.model.workflow.WorkflowSpec;
import tiphys.model.yaml.YamlPlace;

/**
 * Whose fields a page shows.
 *
 * @param prefix begins the ids of its rows
 * @param templates names that a call can have
 * @param problems those that lie in the place
 * @param opened ids of rows that were asked for though nothing is written there yet
 */
record Subject(
    FieldOwner owner,
    YamlPlace place,
    String prefix,
    List<String> templates,
    List<Problem> problems,
    SourceAndOpened shown) {
  /** The text, and what of the form was opened. */
  record SourceAndOpened(SourceText text, Set<String> opened) {}

  static Optional<Subject> of(
      DiagramState state, int resource, FieldOwner owner, String prefix, Set<String> opened) {
    return owner
        .place(state)
        .map(
            place ->
                new Subject(
                    owner,
                    place,
                    prefix,
                    templates(state, resource),
                    state.problems().stream()
                        .filter(problem -> isWithin(problem, place.range()))
                        .toList(),
                    new SourceAndOpened(state.text(), opened)));
  }

  /** What the page is a form of; empty for kinds that are not Argo's. */
  static Optional<Definition> definition(DiagramState state, FieldOwner owner) {
    return Schema.argo().definition(owner.type(state));
  }

  SourceText text() {
    return shown.text();
  }

  Set<String> opened() {
    return shown.opened();
  }

  boolean isResource() {
    return owner instanceof FieldOwner.OfResource;
  }

  /** The first that lies in a range. */
  Optional<Problem> problem(TextRange range) {
    return problems.stream().filter(problem -> isWithin(problem, range)).findFirst();
  }

  private static boolean isWithin(Problem problem, TextRange range) {
    return problem
        .place()
        .filter(place -> place.start() >= range.start() && place.end() <= range.end())
        .isPresent();
  }

  private static List<String> templates(DiagramState state, int resource) {
    return state
        .workflow()
        .resources()
        .get(resource)
        .spec()
        .map(WorkflowSpec::templates)
        .orElse(List.of())
        .stream()
        .map(Template::name)
        .flatMap(Optional::stream)
        .map(TemplateName::value)
        .toList();
  }
}
