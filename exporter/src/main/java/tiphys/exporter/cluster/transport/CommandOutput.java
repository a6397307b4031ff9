// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.transport;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What a program came to that prints a credential. What it prints is secret, and what it complains
 * of may be, so neither is told to anybody.
 */
sealed interface CommandOutput {
  record Printed(int status, String text) implements CommandOutput {}

  /** It cannot be started. */
  record Missing() implements CommandOutput {}

  /** It was ended, as it did not end by itself in time, or nobody waits for it any more. */
  record Endless() implements CommandOutput {}

  /**
   * Runs it without an input.
   *
   * @param more variables beside those of this process
   * @param givenUp completes when nobody waits for it any more
   */
  static CommandOutput of(
      List<String> words,
      Map<String, String> more,
      Duration patience,
      CompletableFuture<String> givenUp) {
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .redirectInput(new File(File.separatorChar == '\\' ? "NUL" : "/dev/null"));
    builder.environment().putAll(more);
    try {
      return awaited(builder.start(), patience, givenUp);
    } catch (IOException _) {
      return new Missing();
    }
  }

  private static CommandOutput awaited(
      Process process, Duration patience, CompletableFuture<String> givenUp) {
    CompletableFuture<String> output =
        CompletableFuture.supplyAsync(() -> read(process), Thread.ofVirtual()::start);
    try {
      String text =
          output.applyToEither(givenUp, end -> end).get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return !givenUp.isDone() && process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)
          ? new Printed(process.exitValue(), text)
          : new Endless();
    } catch (TimeoutException | ExecutionException _) {
      return new Endless();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Endless();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static String read(Process process) {
    try {
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException _) {
      return "";
    }
  }
}
