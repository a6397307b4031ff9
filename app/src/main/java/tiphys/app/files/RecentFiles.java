// SPDX-License-Identifier: Apache-2.0
package tiphys.app.files;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The files that were opened last, newest first, as one line of text for the settings. */
public record RecentFiles(List<Path> paths) {
  private static final int MOST = 12;
  private static final String BETWEEN = "\n";

  public RecentFiles {
    paths = List.copyOf(paths);
  }

  public static RecentFiles of(Optional<String> line) {
    return new RecentFiles(
        line.orElse("")
            .lines()
            .filter(path -> !path.isBlank())
            .flatMap(path -> pathOf(path).stream())
            .toList());
  }

  public RecentFiles with(Path path) {
    List<Path> next = new ArrayList<>(List.of(path));
    paths.stream().filter(known -> !known.equals(path)).limit(MOST - 1L).forEach(next::add);
    return new RecentFiles(next);
  }

  public String line() {
    return String.join(BETWEEN, paths.stream().map(Path::toString).toList());
  }

  /** Empty for a path of another system, which cannot be opened here. */
  private static Optional<Path> pathOf(String written) {
    try {
      return Optional.of(Path.of(written));
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }
}
