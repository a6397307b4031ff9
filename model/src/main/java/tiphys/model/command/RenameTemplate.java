// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.Optional;
import tiphys.model.graph.Scope;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.state.DiagramState;
import tiphys.model.state.Positions;
import tiphys.model.workflow.TemplateName;
import tiphys.model.writing.DocumentWriter;
import tiphys.model.writing.YamlValue;
import tiphys.model.yaml.YamlPlace;

/**
 * Gives a template another name, and every reference to it: entrypoint, exit handlers, hooks, tasks
 * and steps of its resource, and the {@code templateRef}s of other resources in the file.
 */
public record RenameTemplate(int resource, TemplateName from, TemplateName to) implements Command {
  @Override
  public Outcome<Plan> plan(DiagramState now) {
    return Ground.of(now, new Scope(resource, from)).then(this::plan);
  }

  private Outcome<Plan> plan(Ground ground) {
    if (from.equals(to)) {
      return Outcome.done(Plan.ofPositions(ground.now().positions()));
    }
    Optional<Problem> trouble = Naming.templateTrouble(to.value(), ground.spec());
    if (trouble.isPresent()) {
      return Outcome.refused(trouble.get());
    }
    DocumentWriter writer = ground.writer();
    writer.put(ground.place(), "name", YamlValue.text(to.value()));
    ground
        .locator()
        .spec(resource)
        .ifPresent(spec -> TemplateCalls.ofSpec(spec).forEach(call -> rename(call, writer)));
    SharedRename.of(this, ground.now())
        .ifPresent(shared -> References.to(shared.resource(), ground.now()).follow(shared, writer));
    Positions places = ground.now().positions().renamed(ground.scope(), new Scope(resource, to));
    return writer.edits().then(edits -> Outcome.done(new Plan(edits, Optional.of(places))));
  }

  private void rename(YamlPlace call, DocumentWriter writer) {
    if (call.text().filter(from.value()::equals).isPresent()) {
      writer.replace(call, YamlValue.text(to.value()));
    }
  }
}
