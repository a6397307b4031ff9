// SPDX-License-Identifier: Apache-2.0
package tiphys.app.files;

import java.nio.file.Path;
import java.util.Optional;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.state.DiagramState;
import tiphys.model.state.Positions;

/**
 * A file as it was read and derived, ready to be edited. Made on any thread.
 *
 * @param sidecarProblem why the places beside the file were not taken
 */
public record ReadFile(
    Path path,
    TextFile file,
    DiskStamp stamp,
    DiagramState state,
    Optional<Problem> sidecarProblem) {
  /** Reads a file and what is kept beside it. */
  public static Outcome<ReadFile> of(Path path) {
    Path whole = path.toAbsolutePath().normalize();
    DiskStamp stamp = DiskStamp.of(whole);
    return TextFile.read(whole)
        .then(
            file -> {
              Outcome<Positions> places = Sidecar.read(whole);
              DiagramState state =
                  DiagramState.of(file.text(), places.result().orElse(Positions.NONE));
              return Outcome.done(new ReadFile(whole, file, stamp, state, places.refusal()));
            });
  }
}
