// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tiphys.model.command.Command;
import tiphys.model.command.ConnectTasks;
import tiphys.model.command.DeleteTasks;
import tiphys.model.command.DeleteTemplate;
import tiphys.model.command.DisableTasks;
import tiphys.model.command.DisconnectTasks;
import tiphys.model.command.DuplicateTasks;
import tiphys.model.command.InlineTemplate;
import tiphys.model.command.Modernise;
import tiphys.model.command.RenameResource;
import tiphys.model.command.SetDepends;
import tiphys.model.command.SetEntrypoint;
import tiphys.model.command.SetExitHandler;
import tiphys.model.command.SetHook;
import tiphys.model.command.SetNote;
import tiphys.model.fix.Fix;
import tiphys.model.fix.Fixes;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.state.DiagramState;
import tiphys.model.workflow.TemplateName;

/**
 * What {@code tiphys edit} can do, one line each. Its words are told in {@code cli.edit.NAME}.
 *
 * @param least the fewest words behind its name
 * @param most the most
 * @param command what the words ask for
 */
record EditOperation(
    String name, int least, int most, Function<EditWords, Outcome<Command>> command) {
  private static final int ANY = Integer.MAX_VALUE;

  static final List<EditOperation> ALL =
      List.of(
          of("add-task", 2, TaskOperations::add),
          of("add-template", 2, TemplateOperations::add),
          of(
              "connect-tasks",
              2,
              words -> words.onPair(p -> new ConnectTasks(p.scope(), p.from(), p.to()))),
          of(
              "disconnect-tasks",
              2,
              words -> words.onPair(p -> new DisconnectTasks(p.scope(), p.from(), p.to()))),
          new EditOperation(
              "delete-task",
              1,
              ANY,
              words -> words.onAll(all -> new DeleteTasks(all.scope(), all.nodes()))),
          new EditOperation(
              "duplicate-tasks",
              1,
              ANY,
              words -> words.onAll(all -> new DuplicateTasks(all.scope(), all.nodes()))),
          of("insert-task", 2, TaskOperations::insert),
          of("reconnect-tasks", 4, TaskOperations::reconnect),
          of("set-condition", 3, TaskOperations::condition),
          of(
              "set-depends",
              2,
              words -> words.onTask(at -> new SetDepends(at.scope(), at.node(), words.text(1)))),
          new EditOperation("extract-template", 2, ANY, TemplateOperations::extract),
          of(
              "inline-template",
              1,
              words -> words.onTask(at -> new InlineTemplate(at.scope(), at.node()))),
          new EditOperation("add-slot", 3, 4, TemplateOperations::addSlot),
          of("remove-slot", 3, TemplateOperations::removeSlot),
          of("rename-slot", 4, TemplateOperations::renameSlot),
          of("rename-argument", 3, TemplateOperations::renameArgument),
          of("rename-volume", 3, TemplateOperations::renameVolume),
          of(
              "rename-resource",
              2,
              words ->
                  words
                      .source()
                      .resourceNamed(words.text(0))
                      .then(at -> Outcome.done(new RenameResource(at, words.text(1))))),
          of("call-template", 2, TaskOperations::call),
          of("change-kind", 2, TemplateOperations::changeKind),
          new EditOperation(
              "disable-tasks",
              1,
              ANY,
              words -> words.onAll(all -> new DisableTasks(all.scope(), all.nodes(), true))),
          new EditOperation(
              "enable-tasks",
              1,
              ANY,
              words -> words.onAll(all -> new DisableTasks(all.scope(), all.nodes(), false))),
          of("move-task", 3, TaskOperations::moveInText),
          of("set-note", 2, EditOperation::note),
          of("delete-template", 1, words -> words.onTemplate(0, DeleteTemplate::new)),
          new EditOperation("duplicate-template", 1, 2, TemplateOperations::duplicate),
          of("set-entrypoint", 1, words -> words.onTemplate(0, SetEntrypoint::new)),
          of("set-exit-handler", 1, words -> words.onTemplate(0, SetExitHandler::new)),
          new EditOperation("set-hook", 2, 4, EditOperation::hook),
          of("paste-fragment", 2, TemplateOperations::paste),
          of("move-nodes", 3, TaskOperations::moveOnCanvas),
          new EditOperation("set-area", 1, ANY, TaskOperations::area),
          new EditOperation("lay-out", 1, ANY, TaskOperations::layOut),
          of("turn-drawing", 1, TaskOperations::turn),
          of("move-step", 2, TaskOperations::moveStep),
          of("rename-task", 2, TaskOperations::rename),
          of("rename-template", 2, TemplateOperations::rename),
          of("set", 3, words -> words.onField(owned -> FieldOperations.set(owned, words))),
          of("unset", 2, words -> words.onField(FieldOperations::unset)),
          of("add-item", 3, words -> words.onField(owned -> FieldOperations.add(owned, words))),
          of("remove-item", 2, words -> words.onField(FieldOperations::unset)),
          of("move-item", 3, words -> words.onField(owned -> FieldOperations.move(owned, words))),
          of(
              "rename-key",
              3,
              words -> words.onField(owned -> FieldOperations.rename(owned, words))),
          of("modernise", 0, _ -> Outcome.done(new Modernise(Optional.empty()))),
          of("mend", 1, EditOperation::mend));

  /** The first quick fix of a problem that begins at a place. */
  private static Outcome<Command> mend(EditWords words) {
    DiagramState state = words.source().state();
    for (Problem problem : state.problems()) {
      boolean isThere =
          problem
              .place()
              .map(place -> state.text().positionOf(place.start()).toString())
              .filter(words.text(0)::equals)
              .isPresent();
      List<Fix> fixes = isThere ? Fixes.of(state, problem) : List.of();
      if (!fixes.isEmpty()) {
        return Outcome.done(fixes.getFirst().command());
      }
    }
    return Outcome.refused(ProblemCode.NOTHING_TO_MEND);
  }

  private static EditOperation of(
      String name, int words, Function<EditWords, Outcome<Command>> command) {
    return new EditOperation(name, words, words, command);
  }

  static Optional<EditOperation> named(String name) {
    return ALL.stream().filter(operation -> operation.name().equals(name)).findFirst();
  }

  /** Of a task, or of the workflow where {@code .} stands for it; without a template taken away. */
  private static Outcome<Command> hook(EditWords words) {
    Optional<TemplateName> called =
        Optional.of(words.text(2)).filter(name -> !name.isEmpty()).map(TemplateName::new);
    return words.text(0).equals(".")
        ? words
            .source()
            .scope("")
            .then(
                at ->
                    Outcome.done(
                        new SetHook(at, Optional.empty(), words.text(1), called, words.text(3))))
        : words.onTask(
            at ->
                new SetHook(
                    at.scope(), Optional.of(at.node()), words.text(1), called, words.text(3)));
  }

  private static Outcome<Command> note(EditWords words) {
    return words.text(0).contains("/")
        ? words.onTask(at -> new SetNote(at.scope(), Optional.of(at.node()), words.text(1)))
        : words.onTemplate(0, at -> new SetNote(at, Optional.empty(), words.text(1)));
  }
}
