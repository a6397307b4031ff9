// SPDX-License-Identifier: Apache-2.0
package tiphys.app.files;

import java.nio.file.Path;
import java.util.Optional;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.state.DiagramState;
import tiphys.model.state.Positions;
import tiphys.model.text.SourceText;
import tiphys.model.text.TextEdit;
import tiphys.model.text.TextEdits;

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

  /** What makes another text this one: one edit, between what both begin and end with. */
  TextEdits edits(SourceText from) {
    return edits(from, file.text());
  }

  static TextEdits edits(SourceText from, SourceText to) {
    String before = from.toString();
    String after = to.toString();
    if (before.equals(after)) {
      return TextEdits.NONE;
    }
    int shorter = Math.min(before.length(), after.length());
    int head = 0;
    while (head < shorter && before.charAt(head) == after.charAt(head)) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head
        && before.charAt(before.length() - 1 - tail) == after.charAt(after.length() - 1 - tail)) {
      tail++;
    }
    return TextEdits.of(
        TextEdit.replace(
            head, before.length() - tail, after.substring(head, after.length() - tail)));
  }
}
