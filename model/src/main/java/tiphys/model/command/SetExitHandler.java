// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.Optional;
import tiphys.model.graph.Scope;
import tiphys.model.problem.Outcome;
import tiphys.model.state.DiagramState;
import tiphys.model.writing.DocumentWriter;
import tiphys.model.writing.YamlValue;
import tiphys.model.yaml.YamlPlace;

/**
 * Lets a workflow end with a template, whatever became of it before; or, where it does so already,
 * no more.
 */
public record SetExitHandler(Scope scope) implements Command {
  @Override
  public Outcome<Plan> plan(DiagramState now) {
    return Ground.of(now, scope)
        .then(
            ground -> {
              DocumentWriter writer = ground.writer();
              Optional<YamlPlace> spec = ground.locator().spec(scope.resource());
              spec.ifPresent(place -> write(place, ground, writer));
              return writer.edits().then(edits -> Outcome.done(Plan.ofText(edits)));
            });
  }

  private void write(YamlPlace spec, Ground ground, DocumentWriter writer) {
    if (ground.spec().onExit().filter(scope.template()::equals).isPresent()) {
      writer.remove(spec, "onExit");
    } else {
      writer.put(spec, "onExit", YamlValue.text(scope.template().value()));
    }
  }
}
