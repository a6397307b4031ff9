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
  /** Keys whose value names a template of the same resource. */
  private static final List<String> CALLS = List.of("template", "onExit", "entrypoint");

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
    ground.locator().spec(resource).ifPresent(spec -> renameCalls(spec, writer));
    List<Resource> resources = ground.now().workflow().resources();
    Optional<String> name = resources.get(resource).name();
    for (int i = 0; name.isPresent() && i < resources.size(); i++) {
      ground.locator().spec(i).ifPresent(spec -> renameReferences(spec, name.get(), writer));
    }
    Positions places = ground.now().positions().renamed(ground.scope(), new Scope(resource, to));
    return writer.edits().then(edits -> Outcome.done(new Plan(edits, Optional.of(places))));
  }

  private void renameCalls(YamlPlace spec, DocumentWriter writer) {
    renameIn(spec, writer);
    spec.get("hooks").ifPresent(hooks -> renameEach(hooks, writer));
    spec.get("templates").ifPresent(templates -> templates.items().forEach(t -> inside(t, writer)));
  }

  private void inside(YamlPlace template, DocumentWriter writer) {
    template.get("dag", "tasks").ifPresent(tasks -> tasks.items().forEach(t -> call(t, writer)));
    template
        .get("steps")
        .ifPresent(
            groups ->
                groups
                    .items()
                    .forEach(
                        group -> {
                          if (group.isMapping()) {
                            call(group, writer);
                          } else {
                            group.items().forEach(step -> call(step, writer));
                          }
                        }));
  }

  private void call(YamlPlace task, DocumentWriter writer) {
    renameIn(task, writer);
    task.get("hooks").ifPresent(hooks -> renameEach(hooks, writer));
    task.get("inline").ifPresent(inline -> inside(inline, writer));
  }

  private void renameEach(YamlPlace hooks, DocumentWriter writer) {
    hooks.entries().forEach(hook -> renameIn(hook.value(), writer));
  }

  private void renameIn(YamlPlace owner, DocumentWriter writer) {
    for (String key : CALLS) {
      owner
          .get(key)
          .filter(place -> place.text().filter(from.value()::equals).isPresent())
          .ifPresent(place -> writer.replace(place, YamlValue.text(to.value())));
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
        renameIn(entry.value(), writer);
      }
      renameReferences(entry.value(), resourceName, writer);
    }
    place.items().forEach(item -> renameReferences(item, resourceName, writer));
  }
}
