// SPDX-License-Identifier: Apache-2.0
package tiphys.app.files;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;
import tiphys.model.state.Positions;

/**
 * A file as a commit of its git repository has it.
 *
 * @param id the first letters of the commit's name
 * @param title the first line of its message
 * @param positions the places of its nodes, where they were committed too
 */
public record Commit(String id, String title, TextFile file, Positions positions) {
  /** The last one. */
  public static final String LAST = "HEAD";

  private static final int ID_LENGTH = 8;

  /**
   * Asks the user's own git, which knows every form of a repository; it reads only what lies on
   * this computer. Blocks for some seconds at most.
   *
   * @param revision as git writes it: {@code HEAD~2}, {@code main}, {@code v1.0}
   */
  public static Outcome<Commit> read(Path path, String revision) {
    Path whole = path.toAbsolutePath().normalize();
    String name = String.valueOf(whole.getFileName());
    if (!isPlain(revision) || !isPlain(name)) {
      return Outcome.refused(ProblemCode.GIT_NO_REVISION, revision, name);
    }
    List<String> asked =
        List.of(
            revision + "^{commit}",
            revision + ":./" + name,
            revision + ":./" + Sidecar.of(whole).getFileName());
    return new GitObjects(whole.resolveSibling("."))
        .read(asked)
        .then(found -> of(found, whole, revision));
  }

  /** Each question is one line. */
  private static boolean isPlain(String word) {
    return !word.isBlank() && word.chars().noneMatch(c -> c < ' ');
  }

  private static Outcome<Commit> of(
      List<Optional<GitObjects.Found>> found, Path path, String revision) {
    String name = String.valueOf(path.getFileName());
    if (found.getFirst().isEmpty()) {
      return Outcome.refused(ProblemCode.GIT_NO_REVISION, revision, name);
    }
    if (found.get(1).isEmpty()) {
      return Outcome.refused(ProblemCode.GIT_NOT_COMMITTED, name, revision);
    }
    GitObjects.Found commit = found.getFirst().get();
    Positions places = found.get(2).map(it -> places(it.bytes(), path)).orElse(Positions.NONE);
    return TextFile.of(found.get(1).get().bytes(), revision + ":" + name)
        .then(
            file ->
                Outcome.done(
                    new Commit(
                        commit.id().substring(0, ID_LENGTH), title(commit.bytes()), file, places)));
  }

  private static Positions places(byte[] sidecar, Path path) {
    try {
      return Sidecar.positionsOf(new JsonMapper().readTree(sidecar), Sidecar.of(path))
          .result()
          .orElse(Positions.NONE);
    } catch (IOException _) {
      return Positions.NONE;
    }
  }

  /** Behind the empty line that ends what git says of a commit. */
  private static String title(byte[] commit) {
    String text = new String(commit, StandardCharsets.UTF_8);
    int end = text.indexOf("\n\n");
    return end < 0 ? "" : text.substring(end).strip().lines().findFirst().orElse("");
  }
}
