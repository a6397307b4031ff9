// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The words that start a process under a watch: it ends with the program that started it. */
public final class WatchedCommand {
  /**
   * Starts the rest in a session of its own and kills that session when its standard input ends:
   * when the program that holds the other end lets go of it, or is gone. Where there is no {@code
   * setsid}, as on macOS, it is a group of processes instead.
   */
  private static final String WATCHED =
      """
      exec 3<&0
      if command -v setsid >/dev/null; then set -- setsid "$@"; else set -m; fi
      "$@" </dev/null 3<&- & step=$!
      { cat <&3 >/dev/null; kill -s KILL -- -$step; } >/dev/null 2>&1 & watch=$!
      exec 3<&-
      wait $step; code=$?
      kill -s KILL -- -$step 2>/dev/null
      exit $code
      """;

  private WatchedCommand() {}

  /** The command with its watcher around it. Needs a shell, as every POSIX system has it. */
  public static List<String> of(List<String> command) {
    List<String> words = new ArrayList<>(List.of("sh", "-c", WATCHED, "sh"));
    words.addAll(command);
    return words;
  }

  /** Whether a program is to be found by its name alone. */
  public static boolean isOnPath(String program) {
    String path = System.getenv().getOrDefault("PATH", "");
    for (String folder : path.split(File.pathSeparator, -1)) {
      if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, program))) {
        return true;
      }
    }
    return false;
  }
}
