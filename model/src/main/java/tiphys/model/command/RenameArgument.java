// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.List;
import java.util.Optional;
import tiphys.model.graph.Scope;
import tiphys.model.graph.Scopes;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;
import tiphys.model.state.DiagramState;
import tiphys.model.symbol.Symbol;
import tiphys.model.workflow.Arguments;
import tiphys.model.workflow.Library;
import tiphys.model.workflow.ResourceReference;
import tiphys.model.workflow.WorkflowSpec;
import tiphys.model.writing.DocumentWriter;
import tiphys.model.yaml.YamlPlace;

/**
 * Gives an argument of a workflow another name, with the tags and expressions that name it. The
 * entrypoint takes what is passed to the workflow by name: its input of the same name follows, and
 * so do the arguments of those who run a workflow template.
 *
 * @param resource position in the file, counted from 0
 */
public record RenameArgument(int resource, Symbol.Value value, String from, String to)
    implements Command {
  @Override
  public Outcome<Plan> plan(DiagramState now) {
    if (now.tree().syntaxError().isPresent()) {
      return Outcome.refused(now.tree().syntaxError().get());
    }
    Optional<RenameArgument> passed = passed(now);
    if (passed.isPresent()) {
      return passed.get().plan(now);
    }
    return template(now)
        .filter(template -> isOfAnotherFile(template, now))
        .map(
            template ->
                Outcome.<Plan>refused(ProblemCode.ARGUMENT_OF_TEMPLATE, from, template.name()))
        .orElseGet(() -> own(now));
  }

  /** The renaming of what a workflow template of the same file declares, of who only passes it. */
  Optional<RenameArgument> passed(DiagramState now) {
    return template(now)
        .flatMap(now.workflow()::find)
        .filter(entry -> entry.file().isEmpty() && entry.number() != resource && declares(entry))
        .map(entry -> new RenameArgument(entry.number(), value, from, to));
  }

  /** The same renaming where it belongs: in the file of the workflow template that declares it. */
  Optional<SharedRename.Elsewhere> elsewhere(DiagramState now) {
    return template(now)
        .flatMap(now.workflow()::find)
        .filter(entry -> !entry.file().isEmpty() && declares(entry))
        .map(
            entry ->
                new SharedRename.Elsewhere(
                    entry.file(), new RenameArgument(entry.number(), value, from, to)));
  }

  private Optional<ResourceReference> template(DiagramState now) {
    return Scopes.spec(now.workflow(), resource).flatMap(WorkflowSpec::workflowTemplateRef);
  }

  /** What is passed to a workflow template is that template's to name, wherever it is. */
  private boolean isOfAnotherFile(ResourceReference template, DiagramState now) {
    Optional<Library.Entry> found = now.workflow().find(template);
    return found.isEmpty() || !found.get().file().isEmpty() && declares(found.get());
  }

  private boolean declares(Library.Entry entry) {
    return entry.resource().spec().filter(spec -> isAmong(spec.arguments())).isPresent();
  }

  private boolean isAmong(Arguments arguments) {
    return value == Symbol.Value.PARAMETER
        ? arguments.parameters().stream().anyMatch(parameter -> parameter.name().equals(from))
        : arguments.artifacts().stream().anyMatch(artifact -> artifact.name().equals(from));
  }

  private Outcome<Plan> own(DiagramState now) {
    Optional<YamlPlace> spec = now.locator().spec(resource);
    Optional<YamlPlace> list = spec.flatMap(place -> place.get("arguments", value.key()));
    List<YamlPlace> declared = References.named(list, from);
    if (declared.isEmpty()) {
      return Outcome.refused(ProblemCode.SLOT_MISSING, from, "arguments");
    }
    if (!Naming.isValidSlot(to)) {
      return Outcome.refused(ProblemCode.SLOT_NAME_INVALID, to);
    }
    if (!from.equals(to) && !References.named(list, to).isEmpty()) {
      return Outcome.refused(ProblemCode.SLOT_NAME_TAKEN, to, "arguments");
    }
    Optional<SlotUses> input = inputOfEntrypoint(now);
    if (!from.equals(to) && input.filter(this::isTaken).isPresent()) {
      return Outcome.refused(
          ProblemCode.SLOT_NAME_TAKEN, to, input.get().ground().scope().template().value());
    }
    DocumentWriter writer = new DocumentWriter(now.tree());
    if (!from.equals(to)) {
      SlotUses.give(declared.getFirst(), to, writer);
      rename(spec.orElseThrow(), input, writer);
      SharedRename.of(this, now)
          .ifPresent(shared -> References.to(shared.resource(), now).follow(shared, writer));
    }
    return writer.edits().then(edits -> Outcome.done(Plan.ofText(edits)));
  }

  /** Both names may stand in one text, which is written once. */
  private void rename(YamlPlace spec, Optional<SlotUses> input, DocumentWriter writer) {
    TagWalk tags =
        value == Symbol.Value.PARAMETER
            ? SlotTags.walk("workflow\\.parameters", from, to)
            : TagWalk.NOTHING;
    int entrypoint = input.map(uses -> uses.ground().place().start()).orElse(-1);
    for (YamlPlace.Entry entry : spec.entries()) {
      if (!entry.name().equals("templates")) {
        tags.rewrite(entry.value(), writer);
        continue;
      }
      for (YamlPlace template : entry.value().items()) {
        boolean isEntrypoint = template.start() == entrypoint;
        (isEntrypoint ? tags.and(input.orElseThrow().walkInputs(to)) : tags)
            .rewrite(template, writer);
      }
    }
    input.ifPresent(
        uses -> {
          SlotUses.give(uses.declaration().orElseThrow(), to, writer);
          uses.arguments().forEach(argument -> SlotUses.give(argument, to, writer));
        });
  }

  private boolean isTaken(SlotUses input) {
    return new SlotUses(input.ground(), input.slot(), to).declaration().isPresent();
  }

  /** The input of the entrypoint that takes the argument, if it has one. */
  Optional<SlotUses> inputOfEntrypoint(DiagramState now) {
    Slot slot = value == Symbol.Value.PARAMETER ? Slot.INPUT_PARAMETER : Slot.INPUT_ARTIFACT;
    return now.workflow()
        .resources()
        .get(resource)
        .spec()
        .flatMap(WorkflowSpec::entrypoint)
        .flatMap(entrypoint -> Ground.of(now, new Scope(resource, entrypoint)).result())
        .map(ground -> new SlotUses(ground, slot, from))
        .filter(uses -> uses.declaration().isPresent());
  }
}
