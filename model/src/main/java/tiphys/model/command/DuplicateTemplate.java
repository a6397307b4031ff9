// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.Map;
import java.util.Optional;
import tiphys.model.graph.Scope;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.state.DiagramState;
import tiphys.model.workflow.TemplateName;
import tiphys.model.writing.DocumentWriter;
import tiphys.model.writing.YamlValue;
import tiphys.model.yaml.YamlPlace;

/**
 * Writes a template a second time, right behind it and with its comments. Nothing calls the new one
 * yet; where the template calls itself, so does the new one.
 *
 * @param name the new one's; absent to take the first free one like it
 */
public record DuplicateTemplate(Scope scope, Optional<TemplateName> name) implements Command {
  @Override
  public Outcome<Plan> plan(DiagramState now) {
    return Ground.of(now, scope).then(this::plan);
  }

  private Outcome<Plan> plan(Ground ground) {
    String old = scope.template().value();
    String wanted =
        name.map(TemplateName::value)
            .orElseGet(() -> Naming.free(old, Naming.templateNames(ground.spec())));
    Optional<Problem> trouble = Naming.templateTrouble(wanted, ground.spec());
    if (trouble.isPresent()) {
      return Outcome.refused(trouble.get());
    }
    return FragmentText.template(ground)
        .then(Fragment::parse)
        .then(fragment -> renamed(fragment, Map.of(old, wanted)))
        .then(
            fragment -> {
              DocumentWriter writer = ground.writer();
              YamlPlace list = ground.place().parent().orElseThrow();
              writer.insert(
                  list,
                  ground.place().indexInParent() + 1,
                  new YamlValue.Copied(fragment.tree().text(), template(fragment)));
              return writer.edits().then(edits -> Outcome.done(Plan.ofText(edits)));
            });
  }

  /** One that has nothing but a name could be a task. */
  private static YamlPlace template(Fragment fragment) {
    return fragment.templates().isEmpty()
        ? fragment.tasks().getFirst()
        : fragment.templates().getFirst();
  }

  private static Outcome<Fragment> renamed(Fragment fragment, Map<String, String> names) {
    DocumentWriter writer = fragment.writer();
    YamlPlace template = template(fragment);
    template.get("name").ifPresent(place -> Arrival.replace(place, names, writer));
    TemplateCalls.ofTemplate(template).forEach(call -> Arrival.replace(call, names, writer));
    return fragment.edited(writer);
  }
}
