// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.List;
import java.util.Optional;
import tiphys.model.graph.Scope;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.state.DiagramState;
import tiphys.model.state.Positions;
import tiphys.model.workflow.Resource;
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
    List<Resource> resources = ground.now().workflow().resources();
    Optional<String> name = resources.get(resource).name();
    for (int i = 0; name.isPresent() && i < resources.size(); i++) {
      ground.locator().spec(i).ifPresent(spec -> renameReferences(spec, name.get(), writer));
    }
    Positions places = ground.now().positions().renamed(ground.scope(), new Scope(resource, to));
    return writer.edits().then(edits -> Outcome.done(new Plan(edits, Optional.of(places))));
  }

  private void rename(YamlPlace call, DocumentWriter writer) {
    if (call.text().filter(from.value()::equals).isPresent()) {
      writer.replace(call, YamlValue.text(to.value()));
    }
  }

  private void renameReferences(YamlPlace place, String resourceName, DocumentWriter writer) {
    for (YamlPlace.Entry entry : place.entries()) {
      if (entry.name().equals("templateRef")
          && entry
              .value()
              .get("name")
              .flatMap(YamlPlace::text)
              .filter(resourceName::equals)
              .isPresent()) {
        entry.value().get("template").ifPresent(call -> rename(call, writer));
      }
      renameReferences(entry.value(), resourceName, writer);
    }
    place.items().forEach(item -> renameReferences(item, resourceName, writer));
  }
}
