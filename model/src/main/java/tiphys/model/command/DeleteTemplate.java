// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.Optional;
import java.util.Set;
import tiphys.model.graph.Scope;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;
import tiphys.model.state.DiagramState;
import tiphys.model.state.Positions;
import tiphys.model.writing.DocumentWriter;
import tiphys.model.yaml.YamlPlace;

/** Takes a template out of the file. Refused, with a place that calls it, while anything does. */
public record DeleteTemplate(Scope scope) implements Command {
  @Override
  public Outcome<Plan> plan(DiagramState now) {
    return Ground.of(now, scope).then(this::plan);
  }

  private Outcome<Plan> plan(Ground ground) {
    YamlPlace spec = ground.locator().spec(scope.resource()).orElseThrow();
    String name = scope.template().value();
    Optional<YamlPlace> call =
        TemplateCalls.ofSpec(spec).stream()
            .filter(place -> place.text().filter(name::equals).isPresent())
            .filter(
                place ->
                    place.start() < ground.place().start() || place.end() > ground.place().end())
            .findFirst();
    if (call.isPresent()) {
      return Outcome.refused(
          ProblemCode.TEMPLATE_USED,
          name,
          ground.now().text().positionOf(call.get().start()).toString());
    }
    DocumentWriter writer = ground.writer();
    YamlPlace list = ground.place().parent().orElseThrow();
    writer.removeItems(list, Set.of(ground.place().indexInParent()));
    Positions places = ground.now().positions().with(scope, java.util.Map.of());
    return writer.edits().then(edits -> Outcome.done(new Plan(edits, Optional.of(places))));
  }
}
