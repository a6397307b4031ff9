// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A program that makes containers: docker, or one that takes the same words. Only words are used
 * that all of them know.
 */
public record ContainerClient(Path program) {
  private static final List<String> NAMES = List.of("docker", "podman", "nerdctl");

  /** A client may be there without anything that answers it; nobody waits for that longer. */
  private static final long LONGEST_SILENCE_MILLIS = 1000;

  /** What a client said before it ended. */
  record Answer(int exit, String out, String errors) {
    boolean isGood() {
      return exit == 0;
    }
  }

  /** The first on a search path that makes containers now. */
  static Optional<ContainerClient> thatAnswers(String searchPath) {
    List<String> folders =
        Arrays.stream(searchPath.split(File.pathSeparator, -1)).filter(f -> !f.isEmpty()).toList();
    return NAMES.stream()
        .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
        .flatMap(program -> List.of(program, Path.of(program + ".exe")).stream())
        .filter(program -> Files.isRegularFile(program) && Files.isExecutable(program))
        .map(ContainerClient::new)
        .filter(ContainerClient::answers)
        .findFirst();
  }

  /** As people call it. */
  public String name() {
    return String.valueOf(program.getFileName()).replaceAll("\\.exe$", "");
  }

  /** Whether it makes containers now. The version of podman needs nobody who answers. */
  private boolean answers() {
    try {
      Process asked =
          builder(List.of(name().equals("docker") ? "version" : "info"))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      asked.getOutputStream().close();
      if (!asked.waitFor(LONGEST_SILENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        asked.destroyForcibly();
        return false;
      }
      return asked.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Waits until it has done what it is told. Interrupted, it is not waited for any longer. */
  Answer ask(List<String> words) throws IOException, InterruptedException {
    Process asked = start(words);
    asked.getOutputStream().close();
    List<String> errors = new ArrayList<>();
    Thread reading = Thread.ofVirtual().start(() -> errors.add(text(asked.errorReader())));
    String out = text(asked.inputReader());
    int exit = asked.waitFor();
    reading.join();
    return new Answer(exit, out.strip(), String.join("", errors).strip());
  }

  private static String text(BufferedReader reader) {
    try (reader) {
      return reader.readAllAsString();
    } catch (IOException e) {
      return "";
    }
  }

  Process start(List<String> words) throws IOException {
    return builder(words).start();
  }

  private ProcessBuilder builder(List<String> words) {
    List<String> all = new ArrayList<>();
    all.add(program.toString());
    all.addAll(words);
    return new ProcessBuilder(all);
  }
}
