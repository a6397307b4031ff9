// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Stream;
import tiphys.exporter.process.BoundedProcess;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;

/**
 * A script for Hera, of which only Python itself can tell what it defines. It is run in a process
 * of its own that prints to nowhere and answers in a file; nothing of it is left when this returns.
 */
public final class WorkflowScript {
  private static final String PROGRAM = "read_workflows.py";

  /** For Python and Hera to start; a script's own time is counted from its first line. */
  private static final Duration START = Duration.ofSeconds(60);

  private static final long LARGEST_ANSWER = 64L << 20;

  private WorkflowScript() {}

  /** Whether a file is a script, by its name. */
  public static boolean isNamed(Path file) {
    return String.valueOf(file.getFileName()).endsWith(".py");
  }

  /**
   * Runs the script. Takes as long as it does, at most its limit and a minute.
   *
   * @param environment of which a part is handed on
   */
  public static Outcome<ScriptWorkflows> read(
      ScriptRequest request, Map<String, String> environment) {
    if (!Files.isReadable(request.script())) {
      return Outcome.refused(ProblemCode.FILE_NOT_FOUND, request.script().toString());
    }
    if (!Files.isExecutable(request.python()) || Files.isDirectory(request.python())) {
      return Outcome.refused(
          ProblemCode.SCRIPT_PYTHON_NOT_STARTED, request.python().toString(), "no program");
    }
    try {
      Path work = Files.createTempDirectory("tiphys-script-");
      try {
        return read(request, environment, work);
      } finally {
        remove(work);
      }
    } catch (IOException e) {
      return Outcome.refused(
          ProblemCode.SCRIPT_PYTHON_NOT_STARTED,
          request.python().toString(),
          String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Outcome.refused(ProblemCode.SCRIPT_LOST, request.name(), "-");
    }
  }

  private static Outcome<ScriptWorkflows> read(
      ScriptRequest request, Map<String, String> environment, Path work)
      throws IOException, InterruptedException {
    Path program = work.resolve(PROGRAM);
    Path answer = work.resolve("answer.json");
    Path place = work.resolve("place");
    try (InputStream source = WorkflowScript.class.getResourceAsStream(PROGRAM)) {
      Files.write(program, Objects.requireNonNull(source, PROGRAM).readAllBytes());
    }
    List<String> command =
        List.of(
            request.python().toString(),
            program.toString(),
            request.script().toString(),
            answer.toString(),
            place.toString(),
            Long.toString(Math.max(1, request.limit().toSeconds())));
    OptionalInt exit =
        BoundedProcess.run(
            command,
            Objects.requireNonNull(request.script().getParent()),
            ScriptEnvironment.of(environment, request.variables()),
            answer,
            request.limit().plus(START));
    if (Files.isRegularFile(answer)) {
      return answered(request, answer);
    }
    String where = Files.isRegularFile(place) ? Files.readString(place) : "";
    return exit.isEmpty() || !where.isBlank()
        ? Outcome.refused(
            ProblemCode.SCRIPT_TOO_LONG,
            request.name(),
            Long.toString(request.limit().toSeconds()),
            StoppedAt.line(where, request.script()))
        : Outcome.refused(
            ProblemCode.SCRIPT_LOST, request.name(), Integer.toString(exit.getAsInt()));
  }

  private static Outcome<ScriptWorkflows> answered(ScriptRequest request, Path answer)
      throws IOException {
    if (Files.size(answer) > LARGEST_ANSWER) {
      return Outcome.refused(
          ProblemCode.FILE_TOO_LARGE,
          request.name(),
          Long.toString(Files.size(answer) >> 20),
          Long.toString(LARGEST_ANSWER >> 20));
    }
    JsonNode told =
        JsonMapper.builder().build().readTree(Files.readString(answer, StandardCharsets.UTF_8));
    return new ScriptAnswer(request, told).outcome();
  }

  private static void remove(Path work) throws IOException {
    try (Stream<Path> files = Files.list(work)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(work);
  }
}
