// SPDX-License-Identifier: Apache-2.0
package tiphys.app.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A git repository of a test, made by the git that is installed. */
public final class Repository {
  private final Path folder;

  private Repository(Path folder) {
    this.folder = folder;
  }

  /** A new one. */
  public static Repository in(Path folder) {
    Repository repository = new Repository(folder);
    repository.git("init", "--quiet");
    return repository;
  }

  /** Commits everything as it is. */
  public void commit(String message) {
    git("add", "--all");
    git("commit", "--quiet", "-m", message);
  }

  private void git(String... words) {
    List<String> line =
        new ArrayList<>(
            List.of(
                "git",
                "-C",
                folder.toString(),
                "-c",
                "user.name=Tiphys",
                "-c",
                "user.email=tiphys@example.org",
                "-c",
                "commit.gpgsign=false"));
    line.addAll(List.of(words));
    try {
      ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
      builder.environment().keySet().removeAll(List.of("GIT_DIR", "GIT_WORK_TREE"));
      Process process = builder.start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(said);
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
