// SPDX-License-Identifier: Apache-2.0
package tiphys.app.hera;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Hera as its package has it, in an environment of its own under the build folder. It is made once;
 * where it cannot be, {@link #missing()} says why.
 */
public final class RealHera {
  /** The version whose classes the exporter knows. */
  public static final String VERSION = "7.1.0";

  private static final Path FOLDER = Path.of("target", "hera").toAbsolutePath();
  private static final Path PYTHON = python(FOLDER);
  private static final long MINUTES = 8;

  private static final class Holder {
    private static final Optional<String> MISSING = make();
  }

  private RealHera() {}

  /** Why there is no Hera on this computer; empty where there is. */
  public static Optional<String> missing() {
    return Holder.MISSING;
  }

  /** The Python that has it. */
  public static Path program() {
    return PYTHON;
  }

  /** What a script of the test resources prints, line by line. */
  public static List<String> run(String script, List<String> input, String... arguments) {
    try {
      Path work = Files.createTempDirectory("hera");
      Path program = work.resolve(script);
      Path given = Files.write(work.resolve("input"), input);
      Path printed = work.resolve("output");
      Path errors = work.resolve("errors");
      try (InputStream source = RealHera.class.getResourceAsStream(script)) {
        Files.write(program, Objects.requireNonNull(source, script).readAllBytes());
      }
      List<String> command = new ArrayList<>(List.of(PYTHON.toString(), program.toString()));
      command.addAll(List.of(arguments));
      ProcessBuilder process = new ProcessBuilder(command).redirectInput(given.toFile());
      process.environment().put("PYTHONIOENCODING", "utf-8");
      int status = wait(process.redirectOutput(printed.toFile()).redirectError(errors.toFile()));
      if (status != 0) {
        throw new IllegalStateException(script + ": " + Files.readString(errors));
      }
      return Files.readAllLines(printed, StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Optional<String> make() {
    if (works(List.of(PYTHON.toString(), "-c", "import hera, black, cappa, yaml"))) {
      return Optional.empty();
    }
    String asked = "import sys; sys.exit(sys.version_info < (3, 10))";
    Optional<String> python =
        List.of("python3", "python").stream()
            .filter(each -> works(List.of(each, "-c", asked)))
            .findFirst();
    if (python.isEmpty()) {
      return Optional.of("there is no Python 3.10 or later here");
    }
    boolean made =
        works(List.of(python.get(), "-m", "venv", FOLDER.toString()))
            && works(
                List.of(
                    PYTHON.toString(),
                    "-m",
                    "pip",
                    "install",
                    "-q",
                    "--timeout",
                    "15",
                    "--retries",
                    "1",
                    "hera[yaml,cli]==" + VERSION));
    return made ? Optional.empty() : Optional.of("Hera cannot be had from the package index here");
  }

  private static Path python(Path environment) {
    boolean isWindows = System.getProperty("os.name").startsWith("Windows");
    return environment.resolve(isWindows ? "Scripts/python.exe" : "bin/python");
  }

  private static boolean works(List<String> command) {
    try {
      return wait(
              new ProcessBuilder(command)
                  .redirectErrorStream(true)
                  .redirectOutput(ProcessBuilder.Redirect.DISCARD))
          == 0;
    } catch (IOException missing) {
      return false;
    }
  }

  private static int wait(ProcessBuilder builder) throws IOException {
    Process process = builder.start();
    try {
      if (process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        return process.exitValue();
      }
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      return -1;
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      return -1;
    }
  }
}
