// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words that start a step's process, with everything that watches and confines it. */
record StepCommand(List<String> words, Map<String, String> environment) {
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

  /**
   * A root of its own, put together from this computer's folders and the private ones: {@code $1}
   * is an empty folder to build in, {@code $2} holds the private ones.
   */
  private static final String OWN_ROOT =
      """
      root=$1; private=$2; shift 2
      mount -t tmpfs tiphys "$root" || exit 126
      for entry in /* ; do
        name=${entry#/}
        if [ -e "$private/$name" ]; then continue
        elif [ -L "$entry" ]; then cp -P "$entry" "$root/$name"
        elif [ -d "$entry" ]; then mkdir "$root/$name" && mount --rbind "$entry" "$root/$name"
        else : >"$root/$name"; mount --bind "$entry" "$root/$name"; fi
      done
      for entry in "$private"/* ; do
        [ -e "$entry" ] || continue
        name=${entry##*/}
        mkdir "$root/$name" && mount --bind "$entry" "$root/$name" || exit 126
      done
      while [ "$1" != -- ]; do
        mkdir -p "$root$1" && mount --bind "$2" "$root$1" || exit 126; shift 2
      done
      shift
      exec chroot "$root" sh -c 'cd "$1" && shift && exec "$@"' sh "$@"
      """;

  /** Folders that a step needs as they are, so that no private one may hide them. */
  private static final Set<String> SYSTEM =
      Set.of(
          "bin", "boot", "dev", "etc", "home", "lib", "lib32", "lib64", "opt", "proc", "root",
          "run", "sbin", "sys", "usr", "var");

  static StepCommand of(JsonNode template, StepFiles files, Isolation isolation)
      throws IOException {
    boolean isScript = template.has("script");
    JsonNode container = isScript ? template.path("script") : template.path("container");
    List<String> command = new ArrayList<>();
    container.path("command").forEach(word -> command.add(word.asText("")));
    if (command.isEmpty()) {
      throw new IOException(
          "the template says no command, and this computer does not know what the image "
              + container.path("image").asText("")
              + " would start");
    }
    command.set(0, onThisComputer(command.getFirst()));
    if (isScript) {
      command.add(StepFiles.SCRIPT);
    }
    container.path("args").forEach(word -> command.add(word.asText("")));
    Map<String, String> environment = new LinkedHashMap<>();
    container
        .path("env")
        .forEach(e -> environment.put(e.path("name").asText(""), e.path("value").asText("")));
    String source = container.path("source").asText("");
    String folder = container.path("workingDir").asText("/");
    boolean hasOwnRoot =
        isolation == Isolation.NAMESPACES
            && files.paths().stream().noneMatch(StepCommand::isSystem);
    if (isScript) {
      Files.writeString(
          files.place(StepFiles.SCRIPT), hasOwnRoot ? source : rewritten(source, files));
    }
    return hasOwnRoot
        ? new StepCommand(watched(inOwnRoot(command, files, folder)), environment)
        : new StepCommand(
            watched(command.stream().map(word -> rewritten(word, files)).toList()), environment);
  }

  private static List<String> inOwnRoot(List<String> command, StepFiles files, String folder)
      throws IOException {
    Path root = files.work().resolve("new");
    Files.createDirectories(root);
    List<String> words =
        new ArrayList<>(
            List.of(
                "unshare",
                "--map-root-user",
                "--mount",
                "--pid",
                "--fork",
                "--kill-child",
                "sh",
                "-c",
                OWN_ROOT,
                "sh",
                root.toString(),
                files.work().resolve("root").toString()));
    files
        .volumes()
        .forEach(
            (path, volume) -> {
              words.add(path);
              words.add(volume.toString());
            });
    words.add("--");
    words.add(folder);
    words.addAll(command);
    return words;
  }

  private static List<String> watched(List<String> command) {
    List<String> words = new ArrayList<>(List.of("sh", "-c", WATCHED, "sh"));
    words.addAll(command);
    return words;
  }

  private static boolean isSystem(String path) {
    return SYSTEM.contains(path.replaceAll("^/+", "").split("/", 2)[0]);
  }

  /** Longer paths first, so that none is taken for the beginning of another. */
  private static String rewritten(String text, StepFiles files) {
    Set<String> paths = new LinkedHashSet<>(files.paths());
    for (String path : files.paths()) {
      // a step may make the folder itself before it writes into it
      String folder = path.substring(0, path.lastIndexOf('/'));
      if (folder.indexOf('/', 1) > 0) {
        paths.add(folder);
      }
    }
    String result = text;
    for (String path : paths.stream().sorted((a, b) -> b.length() - a.length()).toList()) {
      result = result.replace(path, files.place(path).toString());
    }
    for (Map.Entry<String, Path> volume : files.volumes().entrySet()) {
      result = result.replace(volume.getKey(), volume.getValue().toString());
    }
    return result;
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
