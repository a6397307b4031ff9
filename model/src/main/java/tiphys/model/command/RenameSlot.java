// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.Optional;
import tiphys.model.graph.Scope;
import tiphys.model.graph.Scopes;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;
import tiphys.model.state.DiagramState;
import tiphys.model.symbol.Symbol;
import tiphys.model.workflow.WorkflowSpec;
import tiphys.model.writing.DocumentWriter;
import tiphys.model.yaml.YamlPlace;

/**
 * Gives an input or output of a template another name, with the tags and expressions that name it
 * and the arguments that tasks of the file pass for it. An input of the entrypoint that takes an
 * argument of the workflow is renamed with that.
 */
public record RenameSlot(Scope scope, Slot slot, String from, String to) implements Command {
  @Override
  public Outcome<Plan> plan(DiagramState now) {
    Optional<RenameArgument> argument = argument(now);
    return argument.isPresent() ? argument.get().plan(now) : Ground.of(now, scope).then(this::plan);
  }

  /** The renaming of the workflow's argument that the entrypoint takes by this name. */
  Optional<RenameArgument> argument(DiagramState now) {
    boolean isOfEntrypoint =
        slot.isInput()
            && Scopes.spec(now.workflow(), scope.resource())
                .flatMap(WorkflowSpec::entrypoint)
                .filter(scope.template()::equals)
                .isPresent();
    boolean isPassed =
        isOfEntrypoint
            && now.locator()
                .spec(scope.resource())
                .filter(
                    spec -> !References.named(spec.get("arguments", slot.list()), from).isEmpty())
                .isPresent();
    Symbol.Value value = slot.isArtifact() ? Symbol.Value.ARTIFACT : Symbol.Value.PARAMETER;
    return Optional.of(new RenameArgument(scope.resource(), value, from, to))
        .filter(_ -> isPassed)
        .filter(renaming -> renaming.inputOfEntrypoint(now).isPresent());
  }

  private Outcome<Plan> plan(Ground ground) {
    SlotUses uses = new SlotUses(ground, slot, from);
    Optional<YamlPlace> declaration = uses.declaration();
    if (declaration.isEmpty()) {
      return Outcome.refused(ProblemCode.SLOT_MISSING, from, scope.template().value());
    }
    if (!Naming.isValidSlot(to)) {
      return Outcome.refused(ProblemCode.SLOT_NAME_INVALID, to);
    }
    if (!from.equals(to) && (uses.isTaken(to) || slot.isInput() && uses.isTakenWithin(to))) {
      return Outcome.refused(ProblemCode.SLOT_NAME_TAKEN, to, scope.template().value());
    }
    DocumentWriter writer = ground.writer();
    if (!from.equals(to)) {
      SlotUses.give(declaration.get(), to, writer);
      uses.rename(to, writer);
      SharedRename.of(this, ground.now())
          .ifPresent(
              shared -> References.to(shared.resource(), ground.now()).follow(shared, writer));
    }
    return writer.edits().then(edits -> Outcome.done(Plan.ofText(edits)));
  }
}
