// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tiphys.app.files.Sidecar;
import tiphys.app.files.TextFile;
import tiphys.app.message.Messages;
import tiphys.model.command.Command;
import tiphys.model.command.FragmentText;
import tiphys.model.command.PasteFragment;
import tiphys.model.diagram.Diagram;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.state.DiagramState;

/** The editor's own commands on a file. */
final class EditVerb {
  /** Prints instead of changing, so it is no command of the editor. */
  private static final String COPY = "copy-tasks";

  private final Console console;

  EditVerb(Console console) {
    this.console = console;
  }

  private static String line(String operation, Messages messages) {
    return "  " + operation + " " + messages.text("cli.edit." + operation);
  }

  int execute(Arguments arguments) {
    if (arguments.words().size() < 2) {
      return console.misused("edit-operation", COPY + ", " + names());
    }
    String name = arguments.words().get(1);
    Optional<EditOperation> operation = EditOperation.named(name);
    if (operation.isEmpty() && !name.equals(COPY)) {
      return console.misused("unknown-operation", name, COPY + ", " + names());
    }
    Outcome<SourceFile> read = SourceFile.read(arguments.words().getFirst());
    if (read.refusal().isPresent()) {
      return console.trouble(read.refusal().get());
    }
    List<String> words = arguments.words().subList(2, arguments.words().size());
    EditWords given = new EditWords(read.result().orElseThrow(), words, arguments);
    int least = operation.map(EditOperation::least).orElse(1);
    int most = operation.map(EditOperation::most).orElse(Integer.MAX_VALUE);
    if (words.size() < least || words.size() > most) {
      return console.misused("edit-words", name, line(name, console.messages()).strip());
    }
    Optional<Problem> broken = given.source().state().tree().syntaxError();
    if (broken.isPresent()) {
      return given.source().refuse(console, broken.get());
    }
    return operation.isEmpty() ? copy(given) : perform(operation.get(), given);
  }

  private static String names() {
    return EditOperation.ALL.stream().map(EditOperation::name).collect(Collectors.joining(", "));
  }

  private int copy(EditWords given) {
    DiagramState state = given.source().state();
    Outcome<String> copied =
        given
            .several(0, given.words().size())
            .then(
                all ->
                    given.arguments().has("--with-templates")
                        ? FragmentText.withTemplates(state, all.scope(), all.nodes())
                        : FragmentText.of(state, all.scope(), all.nodes()));
    copied
        .result()
        .ifPresent(text -> console.out().writeBytes(text.getBytes(StandardCharsets.UTF_8)));
    console.out().flush();
    return copied.refusal().map(console::refuse).orElse(Console.GOOD);
  }

  private int perform(EditOperation operation, EditWords given) {
    Outcome<Command> command = operation.command().apply(given);
    if (command.refusal().isPresent()) {
      return console.refuse(command.refusal().get());
    }
    if (given.arguments().has("--folder") || given.arguments().has("--dry-run")) {
      return new FolderEdit(console).execute(given, command.result().orElseThrow());
    }
    Diagram diagram = Diagram.open(given.source().state());
    Outcome<DiagramState> done = diagram.apply(command.result().orElseThrow());
    if (command.result().orElseThrow() instanceof PasteFragment paste
        && done.isDone()
        && paste.hasLostComments(given.source().state().text(), diagram.state().text())) {
      console.refuse(Problem.refusal(ProblemCode.PASTE_WITHOUT_COMMENTS));
    }
    return done.refusal().isPresent()
        ? console.refuse(done.refusal().get())
        : write(given.source(), diagram.state(), given.arguments().has("--in-place"));
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
    if (trouble.isEmpty() && !after.positions().equals(source.state().positions())) {
      trouble = Sidecar.write(path, after.positions());
    }
    return trouble.map(console::trouble).orElse(Console.GOOD);
  }
}
