// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The words that start a step's process, with everything that watches and confines it.
 *
 * @param folder where the process is started
 */
record StepCommand(List<String> words, Map<String, String> environment, Path folder) {
  /**
   * Starts the rest in a session of its own and kills that session when its standard input ends:
   * when the program that holds the other end lets go of it, or is gone.
   */
  private static final String WATCHED =
      """
      exec 3<&0
      setsid "$@" </dev/null 3<&- & step=$!
      { cat <&3 >/dev/null; kill -s KILL -- -$step; } >/dev/null 2>&1 & watch=$!
      exec 3<&-
      wait $step; code=$?
      kill -s KILL -- -$step 2>/dev/null
      exit $code
      """;

  static StepCommand of(StepFiles files, Isolation isolation) throws IOException {
    JsonNode container = files.container();
    List<String> command = command(container);
    command.set(0, onThisComputer(command.getFirst()));
    if (files.isScript()) {
      command.add(StepFiles.SCRIPT);
    }
    container.path("args").forEach(word -> command.add(word.asText("")));
    return isolation.givesRoot() ? inOwnRoot(command, files, isolation) : inPlace(command, files);
  }

  /** The command of a template, which an image may hold unsaid but a computer does not know. */
  private static List<String> command(JsonNode container) throws IOException {
    List<String> command = new ArrayList<>();
    container.path("command").forEach(word -> command.add(word.asText("")));
    if (command.isEmpty()) {
      throw new IOException(
          "the template says no command, and this computer does not know what the image "
              + container.path("image").asText("")
              + " would start");
    }
    return command;
  }

  private static StepCommand inOwnRoot(List<String> command, StepFiles files, Isolation isolation)
      throws IOException {
    files.writeScript(UnaryOperator.identity());
    StepRoot root = StepRoot.of(files.root(), files.volumes());
    return new StepCommand(
        watched(root.around(command, files.workingFolder(), isolation)),
        environment(files, UnaryOperator.identity()),
        files.work());
  }

  private static StepCommand inPlace(List<String> command, StepFiles files) throws IOException {
    UnaryOperator<String> rewritten = new RewrittenPaths(files)::in;
    files.writeScript(rewritten);
    Path asked = Path.of(files.workingFolder());
    boolean isOfComputer = asked.getNameCount() > 0 && Files.isDirectory(asked);
    return new StepCommand(
        watched(command.stream().map(rewritten).toList()),
        environment(files, rewritten),
        isOfComputer ? asked : Files.createDirectories(files.place(files.workingFolder())));
  }

  private static Map<String, String> environment(StepFiles files, UnaryOperator<String> rewritten) {
    Map<String, String> environment = new LinkedHashMap<>();
    for (JsonNode variable : files.container().path("env")) {
      environment.put(
          variable.path("name").asText(""), rewritten.apply(variable.path("value").asText("")));
    }
    environment.remove("");
    return environment;
  }

  private static List<String> watched(List<String> command) {
    List<String> words = new ArrayList<>(List.of("sh", "-c", WATCHED, "sh"));
    words.addAll(command);
    return words;
  }

  /** Images call Python {@code python}; many computers only have {@code python3}. */
  private static String onThisComputer(String command) {
    return command.equals("python") && !isOnPath("python") && isOnPath("python3")
        ? "python3"
        : command;
  }

  static boolean isOnPath(String command) {
    String path = System.getenv().getOrDefault("PATH", "");
    for (String folder : path.split(File.pathSeparator, -1)) {
      if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, command))) {
        return true;
      }
    }
    return false;
  }
}
