// SPDX-License-Identifier: Apache-2.0
package tiphys.app.bench;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tiphys.model.command.FieldOwner;
import tiphys.model.command.SetField;
import tiphys.model.graph.Scope;
import tiphys.model.graph.Scopes;
import tiphys.model.state.DiagramState;
import tiphys.model.workflow.WorkflowSpec;
import tiphys.model.yaml.YamlPlace;

/**
 * The small edit that all are asked for: another image for one template.
 *
 * @param field {@code container} or {@code script}
 */
record ImageChange(Scope scope, String field, String image) {
  /** Of the first template of a file that has an image. */
  static Optional<ImageChange> in(DiagramState state) {
    return Stream.iterate(0, resource -> resource + 1)
        .limit(state.workflow().resources().size())
        .flatMap(resource -> scopes(state, resource))
        .flatMap(scope -> of(state, scope))
        .findFirst();
  }

  private static Stream<Scope> scopes(DiagramState state, int resource) {
    return Scopes.spec(state.workflow(), resource).map(WorkflowSpec::templates).stream()
        .flatMap(List::stream)
        .flatMap(template -> template.name().stream())
        .map(name -> new Scope(resource, name));
  }

  private static Stream<ImageChange> of(DiagramState state, Scope scope) {
    Optional<YamlPlace> template = state.locator().template(scope);
    return Stream.of("container", "script")
        .filter(field -> template.flatMap(place -> place.get(field, "image")).isPresent())
        .map(field -> new ImageChange(scope, field, "registry.example/tools:2"));
  }

  String template() {
    return scope.template().value();
  }

  SetField command() {
    return new SetField(new FieldOwner.OfTemplate(scope), List.of(field, "image"), image);
  }
}
