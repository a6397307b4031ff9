// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import tiphys.model.command.AddSlot;
import tiphys.model.command.AddTask;
import tiphys.model.command.AddTaskOfKind;
import tiphys.model.command.AddTemplate;
import tiphys.model.command.CallTemplate;
import tiphys.model.command.ChangeKind;
import tiphys.model.command.Command;
import tiphys.model.command.ConnectTasks;
import tiphys.model.command.DeleteTasks;
import tiphys.model.command.DeleteTemplate;
import tiphys.model.command.DisableTasks;
import tiphys.model.command.DisconnectTasks;
import tiphys.model.command.DuplicateTasks;
import tiphys.model.command.DuplicateTemplate;
import tiphys.model.command.ExtractTemplate;
import tiphys.model.command.InlineTemplate;
import tiphys.model.command.InsertTask;
import tiphys.model.command.Modernise;
import tiphys.model.command.MoveNodes;
import tiphys.model.command.MoveStep;
import tiphys.model.command.MoveTask;
import tiphys.model.command.PasteFragment;
import tiphys.model.command.ReconnectTasks;
import tiphys.model.command.RemoveSlot;
import tiphys.model.command.RenameResource;
import tiphys.model.command.RenameSlot;
import tiphys.model.command.RenameTask;
import tiphys.model.command.RenameTemplate;
import tiphys.model.command.SetCondition;
import tiphys.model.command.SetDepends;
import tiphys.model.command.SetEntrypoint;
import tiphys.model.command.SetExitHandler;
import tiphys.model.command.SetHook;
import tiphys.model.command.SetNote;
import tiphys.model.command.Slot;
import tiphys.model.expression.TaskResult;
import tiphys.model.fix.Fix;
import tiphys.model.fix.Fixes;
import tiphys.model.graph.NodeKind;
import tiphys.model.graph.Scope;
import tiphys.model.layout.Point;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.state.DiagramState;
import tiphys.model.workflow.TaskName;
import tiphys.model.workflow.TemplateName;
import tiphys.model.writing.StepGroups;

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
          of("add-task", 2, EditOperation::addTask),
          of("add-template", 2, EditOperation::addTemplate),
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
          of("insert-task", 2, EditOperation::insert),
          of("reconnect-tasks", 4, EditOperation::reconnect),
          of("set-condition", 3, EditOperation::condition),
          of(
              "set-depends",
              2,
              words -> words.onTask(at -> new SetDepends(at.scope(), at.node(), words.text(1)))),
          new EditOperation(
              "extract-template",
              2,
              ANY,
              words ->
                  words.onAllFrom(
                      1,
                      all ->
                          new ExtractTemplate(
                              all.scope(), all.nodes(), new TemplateName(words.text(0))))),
          of(
              "inline-template",
              1,
              words -> words.onTask(at -> new InlineTemplate(at.scope(), at.node()))),
          new EditOperation("add-slot", 3, 4, EditOperation::addSlot),
          of(
              "remove-slot",
              3,
              words -> onSlot(words, (at, slot) -> new RemoveSlot(at, slot, words.text(2)))),
          of(
              "rename-slot",
              4,
              words ->
                  onSlot(
                      words, (at, slot) -> new RenameSlot(at, slot, words.text(2), words.text(3)))),
          of(
              "rename-resource",
              2,
              words ->
                  words
                      .source()
                      .resourceNamed(words.text(0))
                      .then(at -> Outcome.done(new RenameResource(at, words.text(1))))),
          of("call-template", 2, EditOperation::call),
          of("change-kind", 2, EditOperation::changeKind),
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
          of("move-task", 3, EditOperation::moveTask),
          of("set-note", 2, EditOperation::note),
          of("delete-template", 1, words -> words.onTemplate(0, DeleteTemplate::new)),
          new EditOperation(
              "duplicate-template",
              1,
              2,
              words ->
                  words.onTemplate(
                      0,
                      at ->
                          new DuplicateTemplate(
                              at,
                              Optional.of(words.text(1))
                                  .filter(name -> !name.isEmpty())
                                  .map(TemplateName::new)))),
          of("set-entrypoint", 1, words -> words.onTemplate(0, SetEntrypoint::new)),
          of("set-exit-handler", 1, words -> words.onTemplate(0, SetExitHandler::new)),
          new EditOperation("set-hook", 2, 4, EditOperation::hook),
          of("paste-fragment", 2, EditOperation::paste),
          of("move-nodes", 3, EditOperation::move),
          of("move-step", 2, EditOperation::moveStep),
          of(
              "rename-task",
              2,
              words ->
                  words.onTask(
                      at -> new RenameTask(at.scope(), at.node(), new TaskName(words.text(1))))),
          of(
              "rename-template",
              2,
              words ->
                  words.onTemplate(
                      0,
                      at ->
                          new RenameTemplate(
                              at.resource(), at.template(), new TemplateName(words.text(1))))),
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

  private static Outcome<Command> addTask(EditWords words) {
    Optional<String> called = words.option("--template");
    Optional<NodeKind> kind = called.flatMap(EditWords::kind);
    boolean callsTemplate =
        called.isPresent() && (kind.isEmpty() || words.source().scope(called.get()).isDone());
    return words.onTemplate(
        0,
        scope ->
            callsTemplate
                ? new AddTask(
                    scope,
                    new TemplateName(called.get()),
                    Optional.of(new TaskName(words.text(1))),
                    Optional.empty(),
                    words.nodes("--after"),
                    words.nodes("--before"))
                : new AddTaskOfKind(
                    scope,
                    kind.orElse(NodeKind.CONTAINER),
                    Optional.of(new TaskName(words.text(1))),
                    Optional.empty(),
                    words.nodes("--after"),
                    words.nodes("--before")));
  }

  private static Outcome<Command> addTemplate(EditWords words) {
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

  private static Outcome<Command> insert(EditWords words) {
    Optional<String> called = words.option("--template");
    Optional<NodeKind> kind = called.flatMap(EditWords::kind);
    boolean callsTemplate =
        called.isPresent() && (kind.isEmpty() || words.source().scope(called.get()).isDone());
    return words.onPair(
        p ->
            new InsertTask(
                p.scope(),
                p.from(),
                p.to(),
                called.filter(_ -> callsTemplate).map(TemplateName::new),
                kind.orElse(NodeKind.CONTAINER),
                Optional.empty()));
  }

  private static Outcome<Command> reconnect(EditWords words) {
    return words
        .several(0, 4)
        .then(_ -> words.task(2))
        .then(
            from ->
                words
                    .task(3)
                    .then(
                        to ->
                            words.onPair(
                                p ->
                                    new ReconnectTasks(
                                        p.scope(), p.from(), p.to(), from.node(), to.node()))));
  }

  private static Outcome<Command> condition(EditWords words) {
    Set<TaskResult> results = EnumSet.noneOf(TaskResult.class);
    for (String word : words.text(2).split(",", -1)) {
      Optional<TaskResult> result =
          Arrays.stream(TaskResult.values())
              .filter(r -> r.argoName().equalsIgnoreCase(word.replace("-", "")))
              .findFirst();
      if (result.isEmpty() && !word.equals("default")) {
        return Outcome.refused(ProblemCode.DEPENDS_UNKNOWN_RESULT, word);
      }
      result.ifPresent(results::add);
    }
    return words.onPair(p -> new SetCondition(p.scope(), p.from(), p.to(), results));
  }

  private static Outcome<Command> addSlot(EditWords words) {
    Optional<String> value =
        words.words().size() > 3 ? Optional.of(words.text(3)) : Optional.empty();
    return onSlot(words, (at, slot) -> new AddSlot(at, slot, words.text(2), value));
  }

  private static Outcome<Command> onSlot(
      EditWords words, BiFunction<Scope, Slot, Command> command) {
    Optional<Slot> slot = Slot.ofPath(words.text(1));
    return slot.isEmpty()
        ? Outcome.refused(ProblemCode.ADDRESS_MALFORMED, words.text(1))
        : words.onTemplate(0, at -> command.apply(at, slot.get()));
  }

  private static Outcome<Command> call(EditWords words) {
    Optional<NodeKind> kind = EditWords.kind(words.text(1));
    boolean isThere = kind.isEmpty() || words.source().scope(words.text(1)).isDone();
    return words.onTask(
        at ->
            new CallTemplate(
                at.scope(),
                at.node(),
                isThere ? Optional.of(new TemplateName(words.text(1))) : Optional.empty(),
                kind.orElse(NodeKind.CONTAINER)));
  }

  private static Outcome<Command> changeKind(EditWords words) {
    Optional<NodeKind> kind = EditWords.kind(words.text(1));
    return kind.isEmpty()
        ? Outcome.refused(ProblemCode.ADDRESS_MALFORMED, words.text(1))
        : words.onTemplate(
            0, at -> new ChangeKind(at, kind.get(), words.arguments().has("--lose")));
  }

  private static Outcome<Command> moveTask(EditWords words) {
    return words
        .task(2)
        .then(
            anchor ->
                words.onTask(
                    at ->
                        new MoveTask(
                            at.scope(), at.node(), anchor.node(), words.text(1).equals("after"))));
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

  private static Outcome<Command> paste(EditWords words) {
    return SourceFile.read(words.text(1))
        .then(
            fragment ->
                words.onTemplate(
                    0,
                    scope ->
                        new PasteFragment(
                            scope, fragment.state().text().toString(), Optional.empty())));
  }

  private static Outcome<Command> move(EditWords words) {
    try {
      Point corner =
          new Point(Double.parseDouble(words.text(1)), Double.parseDouble(words.text(2)));
      return words.onTask(at -> new MoveNodes(at.scope(), Map.of(at.node(), corner)));
    } catch (NumberFormatException _) {
      return Outcome.refused(ProblemCode.ADDRESS_MALFORMED, words.text(1) + " " + words.text(2));
    }
  }

  /** Groups and positions are counted from 1; without a position a step goes to the end. */
  private static Outcome<Command> moveStep(EditWords words) {
    String group = words.text(1);
    String position = words.option("--position").orElse("100000");
    if (!group.matches("[1-9][0-9]{0,5}") || !position.matches("[1-9][0-9]{0,5}")) {
      return Outcome.refused(ProblemCode.MOVE_NO_GROUP, group);
    }
    Optional<Integer> at =
        words.has("--new-group") ? Optional.empty() : Optional.of(Integer.parseInt(position) - 1);
    StepGroups.Target target = new StepGroups.Target(Integer.parseInt(group) - 1, at);
    return words.onTask(step -> new MoveStep(step.scope(), step.node(), target));
  }
}
