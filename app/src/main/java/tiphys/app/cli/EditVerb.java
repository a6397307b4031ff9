// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tiphys.app.files.Sidecar;
import tiphys.app.files.TextFile;
import tiphys.model.command.AddTask;
import tiphys.model.command.AddTaskOfKind;
import tiphys.model.command.AddTemplate;
import tiphys.model.command.Command;
import tiphys.model.command.ConnectTasks;
import tiphys.model.command.DeleteTasks;
import tiphys.model.command.DisconnectTasks;
import tiphys.model.command.FieldOwner;
import tiphys.model.command.RenameTask;
import tiphys.model.command.RenameTemplate;
import tiphys.model.command.SetField;
import tiphys.model.diagram.Diagram;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.NodeKind;
import tiphys.model.graph.Scope;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.state.DiagramState;
import tiphys.model.state.Positions;
import tiphys.model.workflow.TaskName;
import tiphys.model.workflow.TemplateName;

/** The editor's own commands on a file. */
final class EditVerb {
  private static final List<String> OPERATIONS =
      List.of(
          "add-task",
          "add-template",
          "connect-tasks",
          "disconnect-tasks",
          "delete-task",
          "rename-task",
          "rename-template",
          "set");

  private final Console console;

  EditVerb(Console console) {
    this.console = console;
  }

  /** A task as people say it: template and task. */
  private record Address(Scope scope, NodeId node) {}

  int execute(Arguments arguments) {
    if (arguments.words().size() < 2 || !OPERATIONS.contains(arguments.words().get(1))) {
      return console.misused("edit-operation", String.join(", ", OPERATIONS));
    }
    Outcome<SourceFile> read = SourceFile.read(arguments.words().getFirst());
    if (read.refusal().isPresent()) {
      return console.trouble(read.refusal().get());
    }
    SourceFile source = read.result().orElseThrow();
    String operation = arguments.words().get(1);
    List<String> words = arguments.words().subList(2, arguments.words().size());
    int wanted = operation.equals("set") ? 3 : operation.equals("delete-task") ? 1 : 2;
    if (words.size() != wanted) {
      return console.misused("edit-words", operation, console.messages().text("cli.help-edit"));
    }
    Outcome<Command> command = command(source, operation, words, arguments);
    if (command.refusal().isPresent()) {
      return console.refuse(command.refusal().get());
    }
    Diagram diagram = Diagram.open(source.state());
    Outcome<DiagramState> done = diagram.apply(command.result().orElseThrow());
    return done.refusal().isPresent()
        ? console.refuse(done.refusal().get())
        : write(source, diagram.state(), arguments.has("--in-place"));
  }

  private int write(SourceFile source, DiagramState after, boolean inPlace) {
    byte[] bytes = source.file().bytesOf(after.text());
    if (!inPlace || source.name().equals("-")) {
      console.out().writeBytes(bytes);
      console.out().flush();
      return Console.GOOD;
    }
    Path path = Path.of(source.name());
    Optional<Problem> trouble = TextFile.write(path, bytes);
    boolean hasPlaces = !after.positions().equals(Positions.NONE);
    if (trouble.isEmpty() && hasPlaces && !after.positions().equals(source.state().positions())) {
      trouble = Sidecar.write(path, after.positions());
    }
    return trouble.map(console::trouble).orElse(Console.GOOD);
  }

  private static Outcome<Command> command(
      SourceFile source, String operation, List<String> words, Arguments arguments) {
    String first = words.getFirst();
    String second = words.size() > 1 ? words.get(1) : "";
    return switch (operation) {
      case "add-task" -> addTask(source, first, second, arguments);
      case "add-template" -> addTemplate(source, first, second);
      case "connect-tasks" ->
          both(source, first, second)
              .then(
                  pair ->
                      Outcome.done(
                          new ConnectTasks(
                              pair.getFirst().scope(),
                              pair.getFirst().node(),
                              pair.getLast().node())));
      case "disconnect-tasks" ->
          both(source, first, second)
              .then(
                  pair ->
                      Outcome.done(
                          new DisconnectTasks(
                              pair.getFirst().scope(),
                              pair.getFirst().node(),
                              pair.getLast().node())));
      case "delete-task" ->
          address(source, first)
              .then(at -> Outcome.done(new DeleteTasks(at.scope(), Set.of(at.node()))));
      case "rename-task" ->
          address(source, first)
              .then(
                  at -> Outcome.done(new RenameTask(at.scope(), at.node(), new TaskName(second))));
      case "rename-template" ->
          source
              .scope(first)
              .then(
                  scope ->
                      Outcome.done(
                          new RenameTemplate(
                              scope.resource(), scope.template(), new TemplateName(second))));
      default -> set(source, first, second, words.getLast());
    };
  }

  private static Outcome<Command> addTask(
      SourceFile source, String template, String name, Arguments arguments) {
    List<NodeId> after = arguments.all("--after").stream().map(NodeId::new).toList();
    List<NodeId> before = arguments.all("--before").stream().map(NodeId::new).toList();
    Optional<NodeKind> kind = kind(arguments.last("--template").orElse(""));
    return source
        .scope(template)
        .then(
            scope ->
                Outcome.done(
                    arguments.last("--template").isPresent() && kind.isEmpty()
                            || source.scope(arguments.last("--template").orElse("-")).isDone()
                        ? new AddTask(
                            scope,
                            new TemplateName(arguments.last("--template").orElse("")),
                            Optional.of(new TaskName(name)),
                            Optional.empty(),
                            after,
                            before)
                        : new AddTaskOfKind(
                            scope,
                            kind.orElse(NodeKind.CONTAINER),
                            Optional.empty(),
                            after,
                            before)));
  }

  private static Outcome<Command> addTemplate(SourceFile source, String kind, String name) {
    return kind(kind)
        .<Outcome<Command>>map(
            known ->
                source
                    .scope("")
                    .then(
                        scope ->
                            Outcome.done(
                                new AddTemplate(scope.resource(), known, new TemplateName(name)))))
        .orElseGet(() -> Outcome.refused(ProblemCode.ADDRESS_MALFORMED, kind));
  }

  private static Optional<NodeKind> kind(String word) {
    return Arrays.stream(NodeKind.values())
        .filter(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word))
        .findFirst();
  }

  private static Outcome<Command> set(SourceFile source, String owner, String field, String value) {
    List<String> path = List.of(field.split("\\.", -1));
    if (owner.equals(".")) {
      return Outcome.done(new SetField(new FieldOwner.OfResource(0), path, value));
    }
    return owner.contains("/")
        ? address(source, owner)
            .then(
                at ->
                    Outcome.done(
                        new SetField(new FieldOwner.OfTask(at.scope(), at.node()), path, value)))
        : source
            .scope(owner)
            .then(
                scope -> Outcome.done(new SetField(new FieldOwner.OfTemplate(scope), path, value)));
  }

  private static Outcome<List<Address>> both(SourceFile source, String first, String second) {
    return address(source, first)
        .then(
            one ->
                address(source, second)
                    .then(
                        other ->
                            one.scope().equals(other.scope())
                                ? Outcome.done(List.of(one, other))
                                : Outcome.refused(ProblemCode.ADDRESS_MALFORMED, second)));
  }

  private static Outcome<Address> address(SourceFile source, String text) {
    int slash = text.indexOf('/');
    return slash <= 0 || slash == text.length() - 1
        ? Outcome.refused(ProblemCode.ADDRESS_MALFORMED, text)
        : source
            .scope(text.substring(0, slash))
            .then(scope -> Outcome.done(new Address(scope, new NodeId(text.substring(slash + 1)))));
  }
}
