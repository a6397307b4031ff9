// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.connection;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The system's key store by way of {@code secret-tool} (freedesktop.org Secret Service). The secret
 * goes in through the standard input, so it is never in the list of processes.
 */
record KeyRing(Path tool) {
  /** A key store that is locked asks the user with a window of its own. */
  private static final int PATIENCE_SECONDS = 20;

  private static final String LABEL = "--label=Tiphys";

  static Optional<KeyRing> on(String searchPath) {
    return List.of(searchPath.split(File.pathSeparator)).stream()
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, "secret-tool"))
        .filter(Files::isExecutable)
        .findFirst()
        .map(KeyRing::new);
  }

  /** Whether it has taken the secret; not where no key store answers. */
  boolean keep(String connection, Secret secret) {
    return run(List.of("store", LABEL), connection, secret.reveal()).isPresent();
  }

  Optional<Secret> secret(String connection) {
    return run(List.of("lookup"), connection, "")
        .filter(text -> !text.isBlank())
        .map(Secret::ofToken);
  }

  void forget(String connection) {
    run(List.of("clear"), connection, "");
  }

  private Optional<String> run(List<String> verb, String connection, String input) {
    List<String> words = new ArrayList<>(List.of(tool.toString()));
    words.addAll(verb);
    words.addAll(List.of("application", "tiphys", "connection", connection));
    try {
      Process process =
          new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      try (var stdin = process.getOutputStream()) {
        stdin.write(input.getBytes(StandardCharsets.UTF_8));
      }
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      boolean isOver = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return isOver && process.exitValue() == 0 ? Optional.of(output) : Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
