// SPDX-License-Identifier: Apache-2.0
package tiphys.app.difference;

import java.nio.file.Path;
import java.util.Optional;
import tiphys.app.files.Commit;
import tiphys.app.files.ReadFile;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.state.DiagramState;

/** What a file is compared with. */
sealed interface Earlier {
  /** What a commit has. */
  record OfCommit(String revision) implements Earlier {}

  /** What another file has. */
  record OfFile(Path path) implements Earlier {}

  /**
   * A version that was read.
   *
   * @param title how people know it: the commit and its message, or the other file
   */
  record Version(String title, DiagramState state) {}

  /** Reads it, off the window's thread. @param file the one that is compared */
  default Outcome<Version> read(Optional<Path> file) {
    Outcome<Version> read =
        switch (this) {
          case OfCommit(String revision) ->
              file.map(path -> Commit.read(path, revision).then(Earlier::version))
                  .orElseGet(() -> Outcome.refused(ProblemCode.GIT_NOT_SAVED));
          case OfFile(Path path) ->
              ReadFile.of(path)
                  .then(other -> Outcome.done(new Version(path.toString(), other.state())));
        };
    Optional<Problem> broken =
        read.result().flatMap(version -> version.state().tree().syntaxError());
    return broken.isPresent() ? Outcome.refused(broken.get()) : read;
  }

  private static Outcome<Version> version(Commit commit) {
    DiagramState state = DiagramState.of(commit.file().text(), commit.positions());
    return Outcome.done(new Version((commit.id() + "  " + commit.title()).strip(), state));
  }
}
