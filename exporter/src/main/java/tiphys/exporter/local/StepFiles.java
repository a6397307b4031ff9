// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /** Where a path of the step lies on this computer. */
  Path place(String path) {
    return work.resolve("root").resolve(path.replaceAll("^/+", "")).normalize();
  }

  void prepare(ArtifactFolder artifacts) throws IOException {
    Files.createDirectories(work.resolve("root"));
    for (String path : paths()) {
      // as in a container, what lies between is for the step to make
      Files.createDirectories(place(path.substring(0, path.indexOf('/', 1))));
    }
    for (JsonNode artifact : template.path("inputs").path("artifacts")) {
      boolean isThere = ArtifactLocation.key(artifact).isPresent() || artifact.has("raw");
      if (isThere) {
        artifacts.load(artifact, place(artifact.path("path").asText("")));
      } else if (!artifact.path("optional").asBoolean(false)) {
        throw new IOException("no artifact was passed for " + artifact.path("name").asText(""));
      }
    }
    if (template.has("script")) {
      Files.createDirectories(place(SCRIPT).getParent());
    }
    for (Path volume : volumes().values()) {
      Files.createDirectories(volume);
    }
  }

  /** Every file that the template names as taken in or given out, but for those right below /. */
  List<String> paths() {
    List<String> paths = new ArrayList<>();
    template.path("inputs").path("artifacts").forEach(a -> add(a.path("path"), paths));
    template.path("outputs").path("artifacts").forEach(a -> add(a.path("path"), paths));
    template
        .path("outputs")
        .path("parameters")
        .forEach(p -> add(p.path("valueFrom").path("path"), paths));
    if (template.has("script")) {
      paths.add(SCRIPT);
    }
    return paths;
  }

  private static void add(JsonNode path, List<String> paths) {
    if (path.asText("").startsWith("/") && path.asText().indexOf('/', 1) > 0) {
      paths.add(path.asText());
    }
  }

  /** Where volumes are mounted, and the folders that stand for them in this run. */
  Map<String, Path> volumes() {
    Map<String, Path> volumes = new LinkedHashMap<>();
    JsonNode container =
        template.has("script") ? template.path("script") : template.path("container");
    for (JsonNode mount : container.path("volumeMounts")) {
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
