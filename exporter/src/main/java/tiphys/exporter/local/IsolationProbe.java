// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Finds out by trying which isolation this computer allows: a program may be there and refused. */
final class IsolationProbe {
  private static final long LONGEST_MILLIS = 2000;

  private IsolationProbe() {}

  /** Tried at most once in a program's life, and only when it is first asked for. */
  private static final class Best {
    private static final Isolation FOUND =
        List.of(Isolation.BUBBLEWRAP, Isolation.NAMESPACES).stream()
            .filter(IsolationProbe::works)
            .findFirst()
            .orElse(Isolation.REWRITTEN_PATHS);
  }

  /** The best that works here. Takes a few milliseconds, at worst four seconds, the first time. */
  static Isolation best() {
    return Best.FOUND;
  }

  /** Whether a step could be run this way. Really starts one that does nothing. */
  static boolean works(Isolation isolation) {
    return !isolation.givesRoot() || isEntered(isolation);
  }

  private static boolean isEntered(Isolation isolation) {
    try {
      Path folder = Files.createTempDirectory("tiphys-probe-");
      try {
        Path root = Files.createDirectories(folder.resolve("root"));
        Files.createDirectory(root.resolve("mnt"));
        Path volume = Files.createDirectory(folder.resolve("volume"));
        List<String> words =
            StepRoot.of(root, Map.of("/mnt/probe", volume))
                .around(List.of("touch", "/mnt/probe/seen"), "/", isolation);
        return isGood(words) && Files.exists(volume.resolve("seen"));
      } finally {
        Trees.remove(folder);
      }
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static boolean isGood(List<String> words) throws IOException, InterruptedException {
    Process probe =
        new ProcessBuilder(words)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    probe.getOutputStream().close();
    if (!probe.waitFor(LONGEST_MILLIS, TimeUnit.MILLISECONDS)) {
      probe.destroyForcibly();
      return false;
    }
    return probe.exitValue() == 0;
  }
}
