// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import tiphys.exporter.execution.ArtifactLocation;
import tiphys.exporter.execution.Pod;

/** What goes into a step and comes out of it as files, each at the path that its template names. */
final class StepFiles {
  /** Where Argo's executor puts a script's source. */
  static final String SCRIPT = "/argo/staging/script";

  private final JsonNode template;
  private final StepPlaces places;

  StepFiles(JsonNode template, StepPlaces places) {
    this.template = template;
    this.places = places;
  }

  boolean isScript() {
    return template.has("script");
  }

  /** What is to be executed: Argo's container or script. */
  JsonNode container() {
    return isScript() ? template.path("script") : template.path("container");
  }

  /** What takes the place of an image's entrypoint; empty if the image is to say it. */
  List<String> command() {
    List<String> words = new ArrayList<>();
    container().path("command").forEach(word -> words.add(word.asText("")));
    return words;
  }

  /** What follows the command; a script comes last (Argo: executeScript). */
  List<String> arguments() {
    List<String> words = new ArrayList<>();
    container().path("args").forEach(word -> words.add(word.asText("")));
    if (isScript() && !container().path("source").asText("").isEmpty()) {
      words.add(SCRIPT);
    }
    return words;
  }

  Path place(String path) {
    return places.at(path);
  }

  /**
   * Puts the artifacts where the step finds them.
   *
   * @throws IOException with a sentence if one is missing
   */
  void load(ArtifactFolder artifacts) throws IOException {
    for (JsonNode artifact : template.path("inputs").path("artifacts")) {
      boolean isThere = ArtifactLocation.key(artifact).isPresent() || artifact.has("raw");
      if (isThere) {
        artifacts.load(artifact, places.at(artifact.path("path").asText("")));
      } else if (!artifact.path("optional").asBoolean(false)) {
        throw new IOException("no artifact was passed for " + artifact.path("name").asText(""));
      }
    }
  }

  /** Writes a script's source where its interpreter is told to find it. */
  void writeScript(UnaryOperator<String> rewritten) throws IOException {
    if (isScript()) {
      Files.createDirectories(place(SCRIPT).getParent());
      Files.writeString(place(SCRIPT), rewritten.apply(container().path("source").asText("")));
    }
  }

  /** Every file that the template names as taken in or given out. */
  List<String> paths() {
    List<String> paths = new ArrayList<>();
    template.path("inputs").path("artifacts").forEach(a -> add(a.path("path"), paths));
    if (isScript()) {
      paths.add(SCRIPT);
    }
    paths.addAll(outputs());
    return paths;
  }

  /** Every file that the template names as given out. */
  List<String> outputs() {
    List<String> paths = new ArrayList<>();
    JsonNode outputs = template.path("outputs");
    outputs.path("artifacts").forEach(a -> add(a.path("path"), paths));
    outputs.path("parameters").forEach(p -> add(p.path("valueFrom").path("path"), paths));
    return paths;
  }

  private static void add(JsonNode path, List<String> paths) {
    if (path.asText("").startsWith("/") && path.asText().length() > 1) {
      paths.add(path.asText());
    }
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
