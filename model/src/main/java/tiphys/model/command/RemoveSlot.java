// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.Optional;
import java.util.Set;
import tiphys.model.graph.Scope;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;
import tiphys.model.state.DiagramState;
import tiphys.model.writing.DocumentWriter;
import tiphys.model.yaml.YamlPlace;

/**
 * Takes an input or output of a template away, with the arguments that are passed for it. Refused
 * while a tag or an expression still names it. Lists and mappings that are left with nothing go
 * with it.
 */
public record RemoveSlot(Scope scope, Slot slot, String name) implements Command {
  @Override
  public Outcome<Plan> plan(DiagramState now) {
    return Ground.of(now, scope).then(this::plan);
  }

  private Outcome<Plan> plan(Ground ground) {
    SlotUses uses = new SlotUses(ground, slot, name);
    Optional<YamlPlace> declaration = uses.declaration();
    if (declaration.isEmpty()) {
      return Outcome.refused(ProblemCode.SLOT_MISSING, name, scope.template().value());
    }
    Optional<String> use = uses.use();
    if (use.isPresent()) {
      return Outcome.refused(ProblemCode.SLOT_USED, name, use.get());
    }
    DocumentWriter writer = ground.writer();
    remove(declaration.get(), writer);
    if (slot.isInput()) {
      uses.arguments().forEach(argument -> remove(argument, writer));
    }
    return writer.edits().then(edits -> Outcome.done(Plan.ofText(edits)));
  }

  private static void remove(YamlPlace item, DocumentWriter writer) {
    YamlPlace list = item.parent().orElseThrow();
    if (list.size() > 1) {
      writer.removeItems(list, Set.of(item.indexInParent()));
      return;
    }
    YamlPlace owner = list.parent().orElseThrow();
    if (owner.size() > 1) {
      writer.remove(owner, key(list));
    } else {
      writer.remove(owner.parent().orElseThrow(), key(owner));
    }
  }

  private static String key(YamlPlace value) {
    return value.parent().orElseThrow().key(value.indexInParent()).text().orElse("");
  }
}
