// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.script;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the Python that a script would be run with by its user. */
public final class PythonProgram {
  private static final List<String> ENVIRONMENTS = List.of(".venv", "venv");
  private static final List<String> IN_ENVIRONMENT = List.of("bin/python", "Scripts/python.exe");
  private static final List<String> NAMES =
      List.of("python3", "python", "python3.exe", "python.exe");

  private PythonProgram() {}

  /**
   * The virtual environment that is active, else the one that lies beside the script or above it,
   * else what is on the path.
   */
  public static Optional<Path> of(Path script, Map<String, String> environment) {
    Stream<Path> active =
        Optional.ofNullable(environment.get("VIRTUAL_ENV")).map(Path::of).stream();
    Stream<Path> around =
        Stream.iterate(
                Optional.ofNullable(script.toAbsolutePath().normalize().getParent()),
                Optional::isPresent,
                folder -> folder.map(Path::getParent))
            .flatMap(Optional::stream)
            .flatMap(folder -> ENVIRONMENTS.stream().map(folder::resolve));
    Stream<Path> inEnvironments =
        Stream.concat(active, around)
            .flatMap(folder -> IN_ENVIRONMENT.stream().map(folder::resolve));
    return Stream.concat(inEnvironments, onPath(environment.getOrDefault("PATH", "")))
        .filter(program -> Files.isRegularFile(program) && Files.isExecutable(program))
        .findFirst();
  }

  private static Stream<Path> onPath(String path) {
    List<String> folders =
        Stream.of(path.split(File.pathSeparator, -1)).filter(each -> !each.isEmpty()).toList();
    return NAMES.stream().flatMap(name -> folders.stream().map(each -> Path.of(each, name)));
  }
}
