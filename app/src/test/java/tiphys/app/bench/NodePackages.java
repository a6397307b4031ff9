// SPDX-License-Identifier: Apache-2.0
package tiphys.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Packages for Node.js that a benchmark compares with: fetched by npm for this run alone. */
final class NodePackages {
  private static final int PATIENCE_S = 180;

  private NodePackages() {}

  /** Where {@code NODE_PATH} finds the packages; empty where npm or its registry cannot be had. */
  static Optional<Path> fetched(String... names) {
    try {
      Path folder = Files.createTempDirectory("node-packages");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
      List<String> words = new ArrayList<>(List.of("npm", "install", "--prefix", "."));
      words.addAll(List.of("--silent", "--no-audit", "--no-fund"));
      words.addAll(List.of(names));
      Process process =
          new ProcessBuilder(words)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return Optional.empty();
      }
      return process.exitValue() == 0
          ? Optional.of(folder.resolve("node_modules"))
          : Optional.empty();
    } catch (IOException absent) {
      return Optional.empty();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static void delete(Path folder) {
    try (var all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException left) {
      throw new UncheckedIOException(left);
    }
  }
}
