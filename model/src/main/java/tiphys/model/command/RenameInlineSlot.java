// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.state.DiagramState;
import tiphys.model.writing.DocumentWriter;
import tiphys.model.yaml.YamlPlace;

/**
 * Gives an input or output of the template that stands in a task another name, with the arguments
 * of the task, the tags within it and those around it that read the task.
 */
public record RenameInlineSlot(Scope scope, NodeId node, Slot slot, String from, String to)
    implements Command {
  @Override
  public Outcome<Plan> plan(DiagramState now) {
    return Ground.of(now, scope).then(ground -> ground.task(node).then(_ -> plan(ground)));
  }

  private Outcome<Plan> plan(Ground ground) {
    YamlPlace task = ground.place(node).orElseThrow();
    Optional<YamlPlace> list = task.get("inline", slot.side(), slot.list());
    List<YamlPlace> declared = References.named(list, from);
    if (declared.isEmpty()) {
      return Outcome.refused(ProblemCode.SLOT_MISSING, from, node.value());
    }
    Optional<Problem> trouble = from.equals(to) ? Optional.empty() : trouble(ground, list);
    if (trouble.isPresent()) {
      return Outcome.refused(trouble.get());
    }
    DocumentWriter writer = ground.writer();
    if (!from.equals(to)) {
      SlotUses.give(declared.getFirst(), to, writer);
      rename(ground, task, writer);
    }
    return writer.edits().then(edits -> Outcome.done(Plan.ofText(edits)));
  }

  private Optional<Problem> trouble(Ground ground, Optional<YamlPlace> list) {
    if (!Naming.isValidSlot(to)) {
      return Optional.of(Problem.refusal(ProblemCode.SLOT_NAME_INVALID, to));
    }
    if (!References.named(list, to).isEmpty()) {
      return Optional.of(Problem.refusal(ProblemCode.SLOT_NAME_TAKEN, to, node.value()));
    }
    return slot.isInput() && isOfTemplate(ground, to)
        ? Optional.of(Problem.refusal(ProblemCode.SLOT_NAME_TAKEN, to, scope.template().value()))
        : Optional.empty();
  }

  /** Argo puts in the values of the template around first: its input of a name hides the own. */
  private boolean isOfTemplate(Ground ground, String name) {
    return new SlotUses(ground, slot, name).declaration().isPresent();
  }

  private void rename(Ground ground, YamlPlace task, DocumentWriter writer) {
    SlotTags tags = new SlotTags(slot, from);
    YamlPlace inline = task.get("inline").orElseThrow();
    if (!slot.isInput()) {
      TagWalk ofTask = tags.walkOutputs(List.of(Pattern.quote(node.value())), to);
      ofTask.rewrite(ground.place(), writer, inline, ofTask.and(tags.walkOwnOutputs(to)));
      return;
    }
    References.named(task.get("arguments", slot.list()), from)
        .forEach(argument -> SlotUses.give(argument, to, writer));
    if (!isOfTemplate(ground, from)) {
      tags.walkInputs(to).rewrite(inline, writer);
    }
  }
}
