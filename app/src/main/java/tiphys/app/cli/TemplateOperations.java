// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiFunction;
import tiphys.model.command.AddSlot;
import tiphys.model.command.AddTemplate;
import tiphys.model.command.ChangeKind;
import tiphys.model.command.Command;
import tiphys.model.command.DuplicateTemplate;
import tiphys.model.command.ExtractTemplate;
import tiphys.model.command.PasteFragment;
import tiphys.model.command.RemoveSlot;
import tiphys.model.command.RenameArgument;
import tiphys.model.command.RenameInlineSlot;
import tiphys.model.command.RenameSlot;
import tiphys.model.command.RenameTemplate;
import tiphys.model.command.RenameVolume;
import tiphys.model.command.Slot;
import tiphys.model.graph.NodeKind;
import tiphys.model.graph.Scope;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;
import tiphys.model.symbol.Symbol;
import tiphys.model.workflow.TemplateName;

/** Operations on templates, and on what they take and give. */
final class TemplateOperations {
  private TemplateOperations() {}

  static Outcome<Command> add(EditWords words) {
    return EditWords.kind(words.text(0))
        .map(
            kind ->
                words
                    .source()
                    .scope("")
                    .then(
                        scope ->
                            Outcome.<Command>done(
                                new AddTemplate(
                                    scope.resource(), kind, new TemplateName(words.text(1))))))
        .orElseGet(() -> Outcome.refused(ProblemCode.ADDRESS_MALFORMED, words.text(0)));
  }

  /** Under a name of its own, or under the first that is free. */
  static Outcome<Command> duplicate(EditWords words) {
    Optional<TemplateName> name =
        Optional.of(words.text(1)).filter(said -> !said.isEmpty()).map(TemplateName::new);
    return words.onTemplate(0, at -> new DuplicateTemplate(at, name));
  }

  static Outcome<Command> rename(EditWords words) {
    TemplateName name = new TemplateName(words.text(1));
    return words.onTemplate(0, at -> new RenameTemplate(at.resource(), at.template(), name));
  }

  static Outcome<Command> extract(EditWords words) {
    TemplateName name = new TemplateName(words.text(0));
    return words.onAllFrom(1, all -> new ExtractTemplate(all.scope(), all.nodes(), name));
  }

  static Outcome<Command> changeKind(EditWords words) {
    Optional<NodeKind> kind = EditWords.kind(words.text(1));
    return kind.isEmpty()
        ? Outcome.refused(ProblemCode.ADDRESS_MALFORMED, words.text(1))
        : words.onTemplate(
            0, at -> new ChangeKind(at, kind.get(), words.arguments().has("--lose")));
  }

  static Outcome<Command> addSlot(EditWords words) {
    Optional<String> value =
        words.words().size() > 3 ? Optional.of(words.text(3)) : Optional.empty();
    return onSlot(words, (at, slot) -> new AddSlot(at, slot, words.text(2), value));
  }

  static Outcome<Command> removeSlot(EditWords words) {
    return onSlot(words, (at, slot) -> new RemoveSlot(at, slot, words.text(2)));
  }

  /** Of a template, or of the one that stands in a task. */
  static Outcome<Command> renameSlot(EditWords words) {
    Optional<Slot> inline = Slot.ofPath(words.text(1)).filter(_ -> words.text(0).contains("/"));
    if (inline.isPresent()) {
      return words.onTask(
          at ->
              new RenameInlineSlot(
                  at.scope(), at.node(), inline.get(), words.text(2), words.text(3)));
    }
    return onSlot(words, (at, slot) -> new RenameSlot(at, slot, words.text(2), words.text(3)));
  }

  static Outcome<Command> renameArgument(EditWords words) {
    return Arrays.stream(Symbol.Value.values())
        .filter(value -> value.key().equals(words.text(0)))
        .findFirst()
        .map(value -> renameArgument(words, value))
        .orElseGet(() -> Outcome.refused(ProblemCode.ADDRESS_MALFORMED, words.text(0)));
  }

  private static Outcome<Command> renameArgument(EditWords words, Symbol.Value value) {
    return words
        .source()
        .scope("")
        .then(
            at ->
                Outcome.done(
                    new RenameArgument(at.resource(), value, words.text(1), words.text(2))));
  }

  /** Of a template, or of the workflow where {@code .} stands for it. */
  static Outcome<Command> renameVolume(EditWords words) {
    String from = words.text(1);
    String to = words.text(2);
    return words.text(0).equals(".")
        ? words
            .source()
            .scope("")
            .then(at -> Outcome.done(new RenameVolume(Scope.ofResource(at.resource()), from, to)))
        : words.onTemplate(0, at -> new RenameVolume(at, from, to));
  }

  private static Outcome<Command> onSlot(
      EditWords words, BiFunction<Scope, Slot, Command> command) {
    Optional<Slot> slot = Slot.ofPath(words.text(1));
    return slot.isEmpty()
        ? Outcome.refused(ProblemCode.ADDRESS_MALFORMED, words.text(1))
        : words.onTemplate(0, at -> command.apply(at, slot.get()));
  }

  static Outcome<Command> paste(EditWords words) {
    return SourceFile.read(words.text(1))
        .then(
            fragment ->
                words.onTemplate(
                    0,
                    scope ->
                        new PasteFragment(
                            scope, fragment.state().text().toString(), Optional.empty())));
  }
}
