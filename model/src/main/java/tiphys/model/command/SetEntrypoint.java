// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.Optional;
import tiphys.model.graph.Scope;
import tiphys.model.problem.Outcome;
import tiphys.model.state.DiagramState;
import tiphys.model.writing.DocumentWriter;
import tiphys.model.writing.YamlValue;
import tiphys.model.yaml.YamlPlace;

/** Lets a workflow begin with a template. */
public record SetEntrypoint(Scope scope) implements Command {
  @Override
  public Outcome<Plan> plan(DiagramState now) {
    return Ground.of(now, scope)
        .then(
            ground -> {
              DocumentWriter writer = ground.writer();
              Optional<YamlPlace> spec = ground.locator().spec(scope.resource());
              spec.ifPresent(
                  place ->
                      writer.put(place, "entrypoint", YamlValue.text(scope.template().value())));
              return writer.edits().then(edits -> Outcome.done(Plan.ofText(edits)));
            });
  }
}
