// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import tiphys.exporter.process.WatchedCommand;

/**
 * The words that start a step's process, with everything that watches and confines it.
 *
 * @param folder where the process is started
 */
record StepCommand(List<String> words, Map<String, String> environment, Path folder) {
  static StepCommand of(StepFiles files, HostPlaces places, Isolation isolation)
      throws IOException {
    List<String> command = files.command();
    if (command.isEmpty()) {
      throw new IOException(
          "the template says no command, and this computer does not know what the image "
              + files.container().path("image").asText("")
              + " would start");
    }
    command.set(0, onThisComputer(command.getFirst()));
    command.addAll(files.arguments());
    return isolation.givesRoot()
        ? inOwnRoot(command, files, places, isolation)
        : inPlace(command, files, places);
  }

  private static StepCommand inOwnRoot(
      List<String> command, StepFiles files, HostPlaces places, Isolation isolation)
      throws IOException {
    files.writeScript(UnaryOperator.identity());
    StepRoot root = StepRoot.of(places.root(), places.volumes());
    return new StepCommand(
        WatchedCommand.of(root.around(command, workingFolder(files), isolation)),
        environment(files, UnaryOperator.identity()),
        places.root());
  }

  private static StepCommand inPlace(List<String> command, StepFiles files, HostPlaces places)
      throws IOException {
    UnaryOperator<String> rewritten = new RewrittenPaths(files, places.volumes())::in;
    files.writeScript(rewritten);
    Path asked = Path.of(workingFolder(files));
    boolean isOfComputer = asked.getNameCount() > 0 && Files.isDirectory(asked);
    return new StepCommand(
        WatchedCommand.of(command.stream().map(rewritten).toList()),
        environment(files, rewritten),
        isOfComputer ? asked : Files.createDirectories(files.place(workingFolder(files))));
  }

  /** Where the step begins, as it sees it itself; an image's own folder is not known here. */
  static String workingFolder(StepFiles files) {
    String declared = files.container().path("workingDir").asText("");
    return declared.startsWith("/") ? declared : "/" + declared;
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

  /** Images call Python {@code python}; many computers only have {@code python3}. */
  private static String onThisComputer(String command) {
    return command.equals("python")
            && !WatchedCommand.isOnPath("python")
            && WatchedCommand.isOnPath("python3")
        ? "python3"
        : command;
  }
}
