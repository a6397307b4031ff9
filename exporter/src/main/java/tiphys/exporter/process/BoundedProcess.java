// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Runs another program for so long and no longer. What it prints is not kept; what it has started
 * is ended with it, even what has left its session, where the system tells which that is.
 */
public final class BoundedProcess {
  /** In the environment of all that one run starts. */
  private static final String MARK = "TIPHYS_STARTED";

  private static final long LOOK_MILLIS = 40;

  private BoundedProcess() {}

  /**
   * Waits for the end, or for the answer: threads that go on after it are of no interest.
   *
   * @param environment all that the program finds there
   * @param answer a file that the program puts in its place as its last act
   * @return its exit code, 0 where the answer is there; empty where the time was over
   */
  public static OptionalInt run(
      List<String> command,
      Path folder,
      Map<String, String> environment,
      Path answer,
      Duration limit)
      throws IOException, InterruptedException {
    String mark = UUID.randomUUID().toString();
    List<String> words = WatchedCommand.isOnPath("sh") ? WatchedCommand.of(command) : command;
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .directory(folder.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    Map<String, String> whole = new HashMap<>(environment);
    whole.put(MARK, mark);
    builder.environment().clear();
    builder.environment().putAll(whole);
    Process process = builder.start();
    try {
      long end = System.nanoTime() + limit.toNanos();
      while (System.nanoTime() < end) {
        if (process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
          return OptionalInt.of(process.exitValue());
        }
        if (Files.exists(answer)) {
          return OptionalInt.of(0);
        }
      }
      return OptionalInt.empty();
    } finally {
      end(process, mark);
    }
  }

  private static void end(Process process, String mark) throws IOException {
    process.getOutputStream().close();
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    ProcessHandle.allProcesses()
        .filter(other -> hasMark(other, mark))
        .forEach(ProcessHandle::destroyForcibly);
  }

  /** Whether a process has the mark. Only Linux tells. */
  private static boolean hasMark(ProcessHandle process, String mark) {
    try {
      Path environment = Path.of("/proc", Long.toString(process.pid()), "environ");
      return Files.isReadable(environment)
          && new String(Files.readAllBytes(environment), StandardCharsets.ISO_8859_1)
              .contains(MARK + "=" + mark);
    } catch (IOException _) {
      return false; // it has ended meanwhile, or is somebody else's
    }
  }
}
