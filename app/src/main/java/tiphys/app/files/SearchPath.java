// SPDX-License-Identifier: Apache-2.0
package tiphys.app.files;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the system looks for programs. */
public final class SearchPath {
  private final List<Path> folders = new ArrayList<>();

  /** That of an environment. */
  public SearchPath(Map<String, String> environment) {
    environment.forEach(
        (name, value) -> {
          if (name.equalsIgnoreCase("PATH")) {
            Arrays.stream(value.split(File.pathSeparator, -1)).forEach(this::add);
          }
        });
  }

  /** A relative one would mean whatever lies in the folder of the day. */
  private void add(String folder) {
    try {
      Path path = Path.of(folder);
      if (path.isAbsolute()) {
        folders.add(path);
      }
    } catch (InvalidPathException _) {
      // nothing is there
      return;
    }
  }

  /** The first program of that file name. */
  public Optional<Path> find(String program) {
    return folders.stream()
        .map(folder -> folder.resolve(program))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
