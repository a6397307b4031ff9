// SPDX-License-Identifier: Apache-2.0
package tiphys.app.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import tiphys.model.command.Command;
import tiphys.model.command.FollowRename;
import tiphys.model.command.SharedRename;
import tiphys.model.diagram.Diagram;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.state.DiagramState;
import tiphys.model.state.Positions;

/**
 * A rename in one file, and what other files must say for it.
 *
 * @param own the file that holds what is renamed
 * @param others those that refer to it, in order of their paths
 * @param unread files that may refer to it, but cannot be read or understood
 */
public record FolderRename(FileChange own, List<FileChange> others, List<Unread> unread) {
  /** A file that is passed over, and why. */
  public record Unread(Path path, Problem why) {}

  /**
   * A file as it is looked through.
   *
   * @param file how its text is written as bytes
   */
  public record Source(Path path, TextFile file, DiagramState state) {
    FileChange change(Command command, tiphys.model.command.Plan plan) {
      return new FileChange(path, file, state, command, plan.edits());
    }
  }

  public FolderRename {
    others = List.copyOf(others);
    unread = List.copyOf(unread);
  }

  /**
   * Looks through files for what must follow a rename. What another file declares is renamed there,
   * and the own file is one of those that follow. O(size of the files that name the resource).
   *
   * @param files which may refer to it; the own file among them is passed over
   * @param open a file as somebody is editing it, instead of what is on the disk
   */
  public static Outcome<FolderRename> plan(
      Source own, Command command, List<Path> files, Function<Path, Optional<Source>> open) {
    Optional<SharedRename.Elsewhere> elsewhere = SharedRename.elsewhere(command, own.state());
    if (elsewhere.isEmpty()) {
      return planHere(own, command, files, open);
    }
    Function<Path, Optional<Source>> all =
        path -> path.equals(own.path()) ? Optional.of(own) : open.apply(path);
    return source(Path.of(elsewhere.get().file()), all)
        .then(owner -> planHere(owner, elsewhere.get().rename(), files, all));
  }

  private static Outcome<Source> source(Path path, Function<Path, Optional<Source>> open) {
    return open.apply(path)
        .map(Outcome::done)
        .orElseGet(
            () ->
                TextFile.read(path)
                    .then(
                        file ->
                            Outcome.done(
                                new Source(
                                    path, file, DiagramState.of(file.text(), Positions.NONE)))));
  }

  private static Outcome<FolderRename> planHere(
      Source own, Command command, List<Path> files, Function<Path, Optional<Source>> open) {
    Optional<SharedRename> shared = SharedRename.of(command, own.state());
    if (shared.isEmpty()) {
      return Outcome.refused(ProblemCode.RENAME_NOT_SHARED, own.path().toString());
    }
    return Diagram.open(own.state())
        .plan(command)
        .then(
            plan -> {
              Search search = new Search(shared.get(), open);
              files.stream().filter(path -> !path.equals(own.path())).forEach(search::look);
              return Outcome.done(
                  new FolderRename(own.change(command, plan), search.others, search.unread));
            });
  }

  /** Its own file first. */
  public List<FileChange> all() {
    return Stream.concat(Stream.of(own), others.stream()).toList();
  }

  public int places() {
    return all().stream().mapToInt(FileChange::places).sum();
  }

  /** The same without some of the other files. */
  public FolderRename without(Set<Path> left) {
    return new FolderRename(
        own, others.stream().filter(change -> !left.contains(change.path())).toList(), unread);
  }

  private static final class Search {
    private final SharedRename shared;
    private final Function<Path, Optional<Source>> open;
    private final List<FileChange> others = new ArrayList<>();
    private final List<Unread> unread = new ArrayList<>();

    Search(SharedRename shared, Function<Path, Optional<Source>> open) {
      this.shared = shared;
      this.open = open;
    }

    void look(Path path) {
      Optional<Source> opened = open.apply(path);
      if (opened.isPresent()) {
        follow(opened.get());
        return;
      }
      Outcome<TextFile> read = TextFile.read(path);
      read.refusal().ifPresent(why -> unread.add(new Unread(path, why)));
      read.result()
          .filter(file -> mayRefer(file.text().toString()))
          .map(file -> new Source(path, file, DiagramState.of(file.text(), Positions.NONE)))
          .ifPresent(this::follow);
    }

    private boolean mayRefer(String text) {
      return text.contains("emplateRef") && text.contains(shared.resource().name());
    }

    private void follow(Source source) {
      FollowRename command = new FollowRename(shared);
      Outcome<FileChange> change =
          command.plan(source.state()).then(plan -> Outcome.done(source.change(command, plan)));
      change.result().filter(found -> !found.edits().isEmpty()).ifPresent(others::add);
      change.refusal().ifPresent(why -> unread.add(new Unread(source.path(), why)));
    }
  }
}
