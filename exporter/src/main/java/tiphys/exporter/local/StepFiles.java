// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tiphys.exporter.execution.ArtifactLocation;
import tiphys.exporter.execution.Pod;

/**
 * The paths that a template names, in a private folder: {@code /mnt/out} of the step is {@code
 * root/mnt/out} there.
 */
final class StepFiles {
  /** Where Argo's executor puts a script's source. */
  static final String SCRIPT = "/argo/staging/script";

  private final Path work;
  private final Path run;
  private final JsonNode template;

  StepFiles(Path work, Path run, JsonNode template) {
    this.work = work;
    this.run = run;
    this.template = template;
  }

  Path work() {
    return work;
  }

  /** Where everything lies that is the step's own, each at its path. */
  Path root() {
    return work.resolve("root");
  }

  boolean isScript() {
    return template.has("script");
  }

  /** What is to be executed: Argo's container or script. */
  JsonNode container() {
    return isScript() ? template.path("script") : template.path("container");
  }

  /** Where the step begins, as it sees it itself; an image's own folder is not known here. */
  String workingFolder() {
    String declared = container().path("workingDir").asText("");
    return declared.startsWith("/") ? declared : "/" + declared;
  }

  /** Where a path of the step lies on this computer: in its own folder, or in a volume. */
  Path place(String path) {
    Path seen = Path.of("/" + path).normalize();
    Map<String, Path> volumes = volumes();
    Optional<String> mount =
        volumes.keySet().stream()
            .filter(seen::startsWith)
            .max(Comparator.comparingInt(String::length));
    if (mount.isPresent()) {
      Path below = Path.of(mount.get()).relativize(seen);
      return volumes.getOrDefault(mount.get(), root()).resolve(below).normalize();
    }
    return ownPlace(path);
  }

  private Path ownPlace(String path) {
    return root().resolve(Path.of("/").relativize(real(path)).toString());
  }

  /** A path without the links that this computer's own folders hold, such as {@code /var/run}. */
  private static Path real(String path) {
    Path plain = Path.of("/" + path).normalize();
    if (!StepRoot.isSystem(plain)) {
      return plain;
    }
    Path there = plain;
    while (!Files.exists(there)) {
      there = there.resolveSibling("").normalize();
    }
    try {
      return there.toRealPath().resolve(there.relativize(plain)).normalize();
    } catch (IOException e) {
      return plain;
    }
  }

  /**
   * Makes ready what the step finds.
   *
   * @throws IOException with a sentence if an artifact is missing
   */
  void prepare(ArtifactFolder artifacts) throws IOException {
    Files.createDirectories(root());
    for (Path volume : volumes().values()) {
      Files.createDirectories(volume);
    }
    for (String path : paths()) {
      makeWay(real(path));
    }
    for (JsonNode artifact : template.path("inputs").path("artifacts")) {
      boolean isThere = ArtifactLocation.key(artifact).isPresent() || artifact.has("raw");
      if (isThere) {
        artifacts.load(artifact, place(artifact.path("path").asText("")));
      } else if (!artifact.path("optional").asBoolean(false)) {
        throw new IOException("no artifact was passed for " + artifact.path("name").asText(""));
      }
    }
    if (isScript()) {
      Files.createDirectories(place(SCRIPT).getParent());
    }
    for (String mount : volumes().keySet()) {
      Files.createDirectories(ownPlace(mount));
    }
    if (!Files.isDirectory(Path.of(workingFolder()))) {
      Files.createDirectories(place(workingFolder()));
    }
  }

  /**
   * Makes those folders on the way to a path that are there without the step: the topmost, and in
   * the system's all that this computer has. As in a container, the rest is for the step to make.
   */
  private void makeWay(Path path) throws IOException {
    int depth = 1;
    while (depth < path.getNameCount() - 1
        && StepRoot.isSystem(path)
        && Files.isDirectory(Path.of("/").resolve(path.subpath(0, depth + 1)))) {
      depth++;
    }
    if (path.getNameCount() > 1) {
      Files.createDirectories(root().resolve(path.subpath(0, depth).toString()));
    }
    Path own = root().resolve(Path.of("/").relativize(path).toString());
    if (StepRoot.isSystem(path) && Files.isRegularFile(path) && Files.isReadable(path)) {
      Files.copy(path, own, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Writes a script's source where its interpreter is told to find it. */
  void writeScript(UnaryOperator<String> rewritten) throws IOException {
    if (isScript()) {
      Files.writeString(place(SCRIPT), rewritten.apply(container().path("source").asText("")));
    }
  }

  /** Every file that the template names as taken in or given out. */
  List<String> paths() {
    List<String> paths = new ArrayList<>();
    template.path("inputs").path("artifacts").forEach(a -> add(a.path("path"), paths));
    template.path("outputs").path("artifacts").forEach(a -> add(a.path("path"), paths));
    template
        .path("outputs")
        .path("parameters")
        .forEach(p -> add(p.path("valueFrom").path("path"), paths));
    if (isScript()) {
      paths.add(SCRIPT);
    }
    return paths;
  }

  private static void add(JsonNode path, List<String> paths) {
    if (path.asText("").startsWith("/") && path.asText().length() > 1) {
      paths.add(path.asText());
    }
  }

  /** Where volumes are mounted, and the folders that stand for them in this run. */
  Map<String, Path> volumes() {
    Map<String, Path> volumes = new LinkedHashMap<>();
    for (JsonNode mount : container().path("volumeMounts")) {
      volumes.put(
          mount.path("mountPath").asText("/"),
          RunFolder.volume(run, mount.path("name").asText("")));
    }
    return volumes;
  }

  /** What the step gave out. @throws IOException with a sentence if something is missing */
  void collect(Pod pod, ArtifactFolder artifacts, ObjectNode outputs) throws IOException {
    ArrayNode parameters = outputs.arrayNode();
    for (JsonNode declared : template.path("outputs").path("parameters")) {
      ObjectNode parameter = declared.deepCopy();
      if (declared.path("valueFrom").has("path")) {
        parameter.put("value", parameterValue(declared));
        parameter.remove("valueFrom");
      }
      parameters.add(parameter);
    }
    if (!parameters.isEmpty()) {
      outputs.set("parameters", parameters);
    }
    ArrayNode kept = outputs.arrayNode();
    for (JsonNode declared : template.path("outputs").path("artifacts")) {
      Path source = place(declared.path("path").asText(""));
      if (Files.exists(source)) {
        kept.add(artifacts.save(source, declared, pod));
      } else if (!declared.path("optional").asBoolean(false)) {
        throw new IOException(
            "the artifact "
                + declared.path("name").asText("")
                + " was not written: there is no "
                + declared.path("path").asText(""));
      }
    }
    if (!kept.isEmpty()) {
      outputs.set("artifacts", kept);
    }
  }

  private String parameterValue(JsonNode declared) throws IOException {
    String path = declared.path("valueFrom").path("path").asText("");
    Path file = place(path);
    if (!Files.isRegularFile(file)) {
      JsonNode otherwise = declared.path("valueFrom").path("default");
      if (otherwise.isMissingNode()) {
        throw new IOException(
            "the parameter "
                + declared.path("name").asText("")
                + " was not written: there is no "
                + path);
      }
      return otherwise.asText("");
    }
    String text = Files.readString(file);
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }
}
