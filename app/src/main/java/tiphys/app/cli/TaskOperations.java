// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tiphys.model.command.AddTask;
import tiphys.model.command.AddTaskOfKind;
import tiphys.model.command.CallTemplate;
import tiphys.model.command.Command;
import tiphys.model.command.InsertTask;
import tiphys.model.command.LayOut;
import tiphys.model.command.MoveNodes;
import tiphys.model.command.MoveStep;
import tiphys.model.command.MoveTask;
import tiphys.model.command.ReconnectTasks;
import tiphys.model.command.RenameInlineTask;
import tiphys.model.command.RenameTask;
import tiphys.model.command.SetArea;
import tiphys.model.command.SetCondition;
import tiphys.model.command.TurnDrawing;
import tiphys.model.expression.TaskResult;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.NodeKind;
import tiphys.model.layout.Heading;
import tiphys.model.layout.Point;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;
import tiphys.model.workflow.TaskName;
import tiphys.model.workflow.TemplateName;
import tiphys.model.writing.StepGroups;

/** Operations on the tasks of a template and on what they wait for. */
final class TaskOperations {
  private TaskOperations() {}

  static Outcome<Command> add(EditWords words) {
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

  /** A task of a template; behind one more slash, one of the template that stands in that task. */
  static Outcome<Command> rename(EditWords words) {
    TaskName to = new TaskName(words.text(1));
    return words.onTask(
        at -> {
          String[] names = at.node().value().split("/", 2);
          return names.length == 1
              ? new RenameTask(at.scope(), at.node(), to)
              : new RenameInlineTask(at.scope(), new NodeId(names[0]), new TaskName(names[1]), to);
        });
  }

  static Outcome<Command> insert(EditWords words) {
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

  static Outcome<Command> call(EditWords words) {
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

  static Outcome<Command> reconnect(EditWords words) {
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

  static Outcome<Command> condition(EditWords words) {
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

  static Outcome<Command> moveInText(EditWords words) {
    return words
        .task(2)
        .then(
            anchor ->
                words.onTask(
                    at ->
                        new MoveTask(
                            at.scope(), at.node(), anchor.node(), words.text(1).equals("after"))));
  }

  /** Groups and positions are counted from 1; without a position a step goes to the end. */
  static Outcome<Command> moveStep(EditWords words) {
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

  /** Without a name they are taken out of their areas. */
  static Outcome<Command> area(EditWords words) {
    return words.onAll(all -> new SetArea(all.scope(), all.nodes(), words.option("--name")));
  }

  static Outcome<Command> moveOnCanvas(EditWords words) {
    try {
      Point corner =
          new Point(Double.parseDouble(words.text(1)), Double.parseDouble(words.text(2)));
      return words.onTask(at -> new MoveNodes(at.scope(), Map.of(at.node(), corner)));
    } catch (NumberFormatException _) {
      return Outcome.refused(ProblemCode.ADDRESS_MALFORMED, words.text(1) + " " + words.text(2));
    }
  }

  /** All drawings of the file. */
  static Outcome<Command> turn(EditWords words) {
    return Heading.of(words.text(0))
        .map(heading -> Outcome.<Command>done(new TurnDrawing(heading)))
        .orElseGet(() -> Outcome.refused(ProblemCode.NO_DIRECTION, words.text(0)));
  }

  /** A whole template, or some of its tasks. */
  static Outcome<Command> layOut(EditWords words) {
    return words.text(0).contains("/")
        ? words.onAll(all -> new LayOut(all.scope(), all.nodes(), Optional.empty()))
        : words.onTemplate(0, LayOut::all);
  }
}
