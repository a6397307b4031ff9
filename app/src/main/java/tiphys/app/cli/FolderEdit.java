// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tiphys.app.files.FileChange;
import tiphys.app.files.FilesTogether;
import tiphys.app.files.FolderLibrary;
import tiphys.app.files.FolderRename;
import tiphys.app.files.Sidecar;
import tiphys.model.command.Command;
import tiphys.model.command.Plan;
import tiphys.model.command.RenameArgument;
import tiphys.model.command.RenameResource;
import tiphys.model.command.RenameSlot;
import tiphys.model.command.RenameTemplate;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.state.Positions;
import tiphys.model.workflow.Library;

/** A rename in all files of a folder. */
final class FolderEdit {
  private final Console console;

  FolderEdit(Console console) {
    this.console = console;
  }

  int execute(EditWords given, Command command) {
    boolean isRename =
        command instanceof RenameTemplate
            || command instanceof RenameSlot
            || command instanceof RenameArgument
            || command instanceof RenameResource;
    if (!isRename || given.source().name().equals("-") || !given.arguments().has("--folder")) {
      return console.misused("rename.only");
    }
    if (given.has("--in-place") == given.has("--dry-run")) {
      return console.misused("rename.needs-choice");
    }
    Path folder = Path.of(given.option("--folder").orElse("."));
    if (!Files.isDirectory(folder)) {
      return console.misused("rename.not-a-folder", folder);
    }
    Path path = Path.of(given.source().name()).toAbsolutePath().normalize();
    Outcome<FolderRename> planned =
        FolderRename.plan(
            new FolderRename.Source(
                path, given.source().file(), given.source().state().with(library(folder, path))),
            command,
            FolderLibrary.filesOf(folder),
            _ -> Optional.empty());
    if (planned.refusal().isPresent()) {
      return console.refuse(planned.refusal().get());
    }
    FolderRename rename = planned.result().orElseThrow();
    tell(rename);
    return given.has("--dry-run") ? Console.GOOD : write(rename);
  }

  /** What the file may refer to: a name that it only passes on is renamed where it is declared. */
  private static Library library(Path folder, Path file) {
    FolderLibrary library = new FolderLibrary();
    library.add(folder);
    return library.around(file);
  }

  private void tell(FolderRename rename) {
    for (FileChange change : rename.all()) {
      for (FileChange.Line line : change.lines()) {
        console
            .out()
            .println(
                shown(change.path())
                    + ":"
                    + line.number()
                    + ": "
                    + line.before()
                    + " → "
                    + line.after());
      }
    }
    for (FolderRename.Unread passed : rename.unread()) {
      console.say("rename.unread", shown(passed.path()), console.messages().problem(passed.why()));
    }
    console.say("rename.summary", rename.places(), rename.all().size());
  }

  private int write(FolderRename rename) {
    List<FilesTogether.Write> writes = rename.all().stream().map(FileChange::write).toList();
    return FilesTogether.write(writes)
        .or(() -> moveCards(rename.own()))
        .map(console::trouble)
        .orElse(Console.GOOD);
  }

  /** The cards of a renamed template stay where they are. */
  private static Optional<Problem> moveCards(FileChange own) {
    Positions before = own.before().positions();
    return own.command()
        .plan(own.before())
        .result()
        .flatMap(Plan::positions)
        .filter(after -> !after.equals(before) && !after.equals(Positions.NONE))
        .flatMap(after -> Sidecar.write(own.path(), after));
  }

  private static String shown(Path path) {
    Path here = Path.of("").toAbsolutePath();
    return path.startsWith(here) ? here.relativize(path).toString() : path.toString();
  }
}
