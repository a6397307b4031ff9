// SPDX-License-Identifier: Apache-2.0
package tiphys.app.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;

/** Several files that are written all or not at all. */
public final class FilesTogether {
  /**
   * One of them.
   *
   * @param expected what it must hold now, so that nothing that somebody else wrote is lost
   */
  public record Write(Path path, TextFile expected, TextFile wanted) {
    Write back() {
      return new Write(path, /* expected= */ wanted, /* wanted= */ expected);
    }
  }

  private FilesTogether() {}

  /**
   * Writes them in order. Where one is not as expected, nothing is begun; where one cannot be
   * written, those before it are as they were again.
   */
  public static Optional<Problem> write(List<Write> writes) {
    for (Write write : writes) {
      if (!isAsExpected(write)) {
        return Optional.of(
            Problem.refusal(ProblemCode.FILES_CHANGED_MEANWHILE, write.path().toString()));
      }
    }
    List<Write> done = new ArrayList<>();
    for (Write write : writes) {
      Optional<Problem> why = TextFile.write(write.path(), bytesOf(write.wanted()));
      if (why.isPresent()) {
        return Optional.of(takenBack(done, why.get(), write.path()));
      }
      done.add(write);
    }
    return Optional.empty();
  }

  static boolean isAsExpected(Write write) {
    try {
      return Arrays.equals(Files.readAllBytes(write.path()), bytesOf(write.expected()));
    } catch (IOException _) {
      return false;
    }
  }

  private static byte[] bytesOf(TextFile file) {
    return file.bytesOf(file.text());
  }

  private static Problem takenBack(List<Write> done, Problem why, Path path) {
    List<String> stuck = new ArrayList<>();
    for (Write write : done.reversed()) {
      if (TextFile.write(write.path(), bytesOf(write.expected())).isPresent()) {
        stuck.add(write.path().toString());
      }
    }
    String reason = why.arguments().isEmpty() ? "" : why.arguments().getLast();
    return stuck.isEmpty()
        ? Problem.refusal(ProblemCode.FILES_NOT_WRITTEN, path.toString(), reason)
        : Problem.refusal(
            ProblemCode.FILES_HALF_WRITTEN, path.toString(), reason, String.join(", ", stuck));
  }
}
