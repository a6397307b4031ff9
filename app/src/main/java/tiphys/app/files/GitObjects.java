// SPDX-License-Identifier: Apache-2.0
package tiphys.app.files;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;

/**
 * What git keeps, asked of {@code git cat-file --batch}: it prints objects as they are, runs no
 * filter, hook or pager, and writes nothing.
 */
final class GitObjects {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Beside what a file may have, the answers have a few lines. */
  private static final int MOST = (int) TextFile.MAX_BYTES + (8 << 20);

  private static final String NO_REPOSITORY = "not a git repository";

  private final Path folder;

  /** An object. @param id its whole name */
  @SuppressWarnings("ArrayRecordComponent")
  record Found(String id, byte[] bytes) {}

  /** Those of the repository that a folder lies in. */
  GitObjects(Path folder) {
    this.folder = folder;
  }

  /** An answer for each name in order; empty where there is no such object. */
  Outcome<List<Optional<Found>>> read(List<String> names) {
    String program = File.separatorChar == '\\' ? "git.exe" : "git";
    Optional<Path> git = new SearchPath(System.getenv()).find(program);
    if (git.isEmpty()) {
      return Outcome.refused(ProblemCode.GIT_MISSING);
    }
    try {
      return answers(started(git.get()), names);
    } catch (IOException e) {
      return failed(e.getClass().getSimpleName());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return failed("");
    }
  }

  private Process started(Path git) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(git.toString(), "-C", folder.toString(), "cat-file", "--batch");
    Map<String, String> environment = builder.environment();
    // the repository that the file lies in, whatever program this one was started by
    environment.keySet().removeAll(List.of("GIT_DIR", "GIT_WORK_TREE", "GIT_PREFIX"));
    environment.put("LC_ALL", "C");
    environment.put("GIT_NO_LAZY_FETCH", "1");
    environment.put("GIT_TERMINAL_PROMPT", "0");
    environment.put("GIT_OPTIONAL_LOCKS", "0");
    return builder.start();
  }

  private Outcome<List<Optional<Found>>> answers(Process process, List<String> names)
      throws IOException, InterruptedException {
    AtomicBoolean isLate = new AtomicBoolean();
    CompletableFuture.delayedExecutor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .execute(
            () -> {
              isLate.set(process.isAlive());
              process.destroyForcibly();
            });
    CompletableFuture<String> complaint =
        CompletableFuture.supplyAsync(
            () -> text(process.getErrorStream()), Thread.ofVirtual()::start);
    ask(process, names);
    byte[] said = process.getInputStream().readNBytes(MOST);
    process.getInputStream().close();
    int status = process.waitFor();
    if (isLate.get()) {
      return failed(PATIENCE.toSeconds() + " s");
    }
    return status == 0 ? Outcome.done(parsed(said, names.size())) : complained(complaint.join());
  }

  private static void ask(Process process, List<String> names) {
    try (OutputStream questions = process.getOutputStream()) {
      questions.write((String.join("\n", names) + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException _) {
      // it has ended already, and says why
      return;
    }
  }

  private Outcome<List<Optional<Found>>> complained(String complaint) {
    return complaint.contains(NO_REPOSITORY)
        ? Outcome.refused(ProblemCode.GIT_NO_REPOSITORY, place())
        : failed(complaint.lines().findFirst().orElse(""));
  }

  private Outcome<List<Optional<Found>>> failed(String reason) {
    return Outcome.refused(ProblemCode.GIT_FAILED, place(), reason);
  }

  private String place() {
    return folder.normalize().toString();
  }

  private static String text(InputStream stream) {
    try (stream) {
      return new String(stream.readNBytes(1 << 16), StandardCharsets.UTF_8);
    } catch (IOException _) {
      return "";
    }
  }

  /** Each answer is a line {@code ID TYPE SIZE} and the object, or ends with {@code missing}. */
  private static List<Optional<Found>> parsed(byte[] said, int count) {
    List<Optional<Found>> found = new ArrayList<>();
    int at = 0;
    while (found.size() < count) {
      int end = at;
      while (end < said.length && said[end] != '\n') {
        end++;
      }
      String[] head = new String(said, at, end - at, StandardCharsets.UTF_8).split(" ", -1);
      boolean isThere = head.length == 3 && head[2].matches("\\d+");
      int size = isThere ? Integer.parseInt(head[2]) : 0;
      int from = Math.min(end + 1, said.length);
      if (isThere && from + size <= said.length) {
        found.add(Optional.of(new Found(head[0], Arrays.copyOfRange(said, from, from + size))));
        at = Math.min(from + size + 1, said.length);
      } else {
        found.add(Optional.empty());
        at = isThere ? said.length : from;
      }
    }
    return found;
  }
}
