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
 */
record Subject(
    FieldOwner owner,
    YamlPlace place,
    String prefix,
    List<String> templates,
    List<Problem> problems,
    Shown shown) {
  /**
   * What it is read from.
   *
   * @param opened ids of rows that were asked for though nothing is written there yet
   * @param defaults what holds for all templates, where this is one
   */
  record Shown(SourceText text, Set<String> opened, Optional<YamlPlace> defaults) {}

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
                    new Shown(state.text(), opened, defaults(state, resource, owner))));
  }

  private static Optional<YamlPlace> defaults(DiagramState state, int resource, FieldOwner owner) {
    return owner instanceof FieldOwner.OfTemplate
        ? state.locator().spec(resource).flatMap(spec -> spec.get("templateDefaults"))
        : Optional.empty();
  }

  /** What the page is a form of; empty for kinds that are not Argo's. */
  static Optional<Definition> definition(DiagramState state, FieldOwner owner) {
    return Schema.argo().definition(owner.type(state));
  }

  SourceText text() {
    return shown.text();
  }

  /** What a row of a path goes by. */
  String id(List<String> path) {
    return prefix + String.join(".", path);
  }

  /** Whether a row, or one within it, was asked for. */
  boolean isOpened(List<String> path) {
    return shown.opened().contains(id(path)) || isOpenedWithin(path);
  }

  boolean isOpenedWithin(List<String> path) {
    String within = id(path) + ".";
    return shown.opened().stream().anyMatch(open -> open.startsWith(within));
  }

  /** What {@code templateDefaults} has at the same path. */
  Optional<YamlPlace> inherited(List<String> path) {
    Optional<YamlPlace> place = shown.defaults();
    for (String step : path) {
      place = place.flatMap(found -> found.get(step));
    }
    return place;
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
