// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.bed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;

/**
 * A pod of Argo: its main containers run as processes of this computer, side by side. Paths of
 * outputs and the script's are moved into a folder of the pod's own.
 */
final class PlayedPod {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final String SCRIPT = "/argo/staging/script";
  private static final int NOT_STARTED = 127;

  private final ObjectNode pod;
  private final JsonNode template;
  private final Path folder;
  private final Map<String, Printed> printed = new ConcurrentHashMap<>();
  private final Map<String, Process> processes = new ConcurrentHashMap<>();
  private final Map<String, Integer> codes = new LinkedHashMap<>();
  private final String startedAt = now();
  private volatile boolean isEnded;

  PlayedPod(ObjectNode pod) throws IOException {
    this.pod = pod;
    this.folder = Files.createTempDirectory("played-pod");
    this.template = MAPPER.readTree(variable(pod.at("/spec/initContainers/0"), "ARGO_TEMPLATE"));
    containers().forEach(each -> printed.put(each.path("name").asText(), new Printed()));
  }

  String name() {
    return pod.at("/metadata/name").asText();
  }

  Optional<Printed> printed(String container) {
    return Optional.ofNullable(printed.get(container));
  }

  private Printed of(String container) {
    return printed(container).orElseThrow();
  }

  /** Ends its processes, as SIGTERM does. */
  void end() {
    isEnded = true;
    processes.values().forEach(Process::destroy);
  }

  /** Starts everything; {@link #join} waits for the end. */
  void start() throws IOException {
    for (JsonNode container : containers()) {
      String name = container.path("name").asText();
      if (isMain(name)) {
        run(container, name);
      }
    }
    printed("wait").ifPresent(lines -> lines.add("waiting for main"));
  }

  private void run(JsonNode container, String name) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command(container));
    builder.directory(folder.toFile()).redirectErrorStream(true);
    for (JsonNode variable : container.path("env")) {
      builder.environment().put(variable.path("name").asText(), variable.path("value").asText());
    }
    try {
      Process process = builder.start();
      processes.put(name, process);
      Thread.ofVirtual().start(() -> copy(process, name));
    } catch (IOException missing) {
      of(name).add(String.valueOf(missing.getMessage()));
      of(name).end();
      codes.put(name, NOT_STARTED);
    }
  }

  private void copy(Process process, String name) {
    try (BufferedReader lines = process.inputReader()) {
      lines.lines().forEach(of(name)::add);
    } catch (IOException _) {
      // it ended
    } finally {
      of(name).end();
    }
  }

  void join() throws InterruptedException {
    for (Map.Entry<String, Process> each : processes.entrySet()) {
      codes.put(each.getKey(), each.getValue().waitFor());
      of(each.getKey()).from(Integer.MAX_VALUE, true);
    }
    printed("wait").ifPresent(lines -> lines.add("main ended"));
    printed("wait").ifPresent(Printed::end);
  }

  /** Argo puts the start of its own program before the command. */
  private List<String> command(JsonNode container) throws IOException {
    List<String> all = new ArrayList<>();
    container.path("command").forEach(word -> all.add(word.asText()));
    all.subList(0, all.indexOf("--") + 1).clear();
    container.path("args").forEach(word -> all.add(word.asText()));
    if (template.has("script")) {
      Files.writeString(folder.resolve("script"), template.at("/script/source").asText());
    }
    return all.stream().map(this::moved).toList();
  }

  private String moved(String word) {
    String moved = word.replace(SCRIPT, folder.resolve("script").toString());
    for (JsonNode parameter : template.at("/outputs/parameters")) {
      String path = parameter.at("/valueFrom/path").asText();
      moved = path.isEmpty() ? moved : moved.replace(path, file(path).toString());
    }
    for (JsonNode artifact : template.at("/outputs/artifacts")) {
      String path = artifact.path("path").asText();
      moved = path.isEmpty() ? moved : moved.replace(path, file(path).toString());
    }
    return moved;
  }

  private Path file(String path) {
    return folder.resolve(path.replace('/', '_'));
  }

  /** As the kubelet tells it now. */
  ObjectNode status(boolean isOver) {
    boolean hasFailed = isEnded || codes.values().stream().anyMatch(code -> code != 0);
    ObjectNode status = MAPPER.createObjectNode();
    status.put("phase", isOver ? hasFailed ? "Failed" : "Succeeded" : "Running");
    status.put("startTime", startedAt);
    ArrayNode init = status.putArray("initContainerStatuses");
    pod.at("/spec/initContainers").forEach(each -> init.add(ended(each, 0)));
    ArrayNode all = status.putArray("containerStatuses");
    for (JsonNode each : containers()) {
      all.add(
          isOver ? ended(each, codes.getOrDefault(each.path("name").asText(), 0)) : running(each));
    }
    return MAPPER.createObjectNode().set("status", status);
  }

  private ObjectNode running(JsonNode container) {
    ObjectNode status = named(container);
    status.put("ready", true);
    status.putObject("state").putObject("running").put("startedAt", startedAt);
    return status;
  }

  private ObjectNode ended(JsonNode container, int code) {
    ObjectNode status = named(container);
    status
        .putObject("state")
        .putObject("terminated")
        .put("exitCode", code)
        .put("reason", code == 0 ? "Completed" : "Error")
        .put("startedAt", startedAt)
        .put("finishedAt", now());
    return status;
  }

  private static ObjectNode named(JsonNode container) {
    return MAPPER
        .createObjectNode()
        .put("name", container.path("name").asText())
        .put("image", container.path("image").asText())
        .put("imageID", "")
        .put("ready", false)
        .put("restartCount", 0);
  }

  /** What Argo's wait container reports. */
  ObjectNode result() throws IOException, InterruptedException {
    ObjectNode result = MAPPER.createObjectNode();
    result.put("apiVersion", "argoproj.io/v1alpha1").put("kind", "WorkflowTaskResult");
    String node = variable(pod.at("/spec/containers/0"), "ARGO_NODE_ID");
    ObjectNode metadata = result.putObject("metadata").put("name", node);
    metadata
        .putObject("labels")
        .put(
            "workflows.argoproj.io/workflow",
            pod.at("/metadata/labels/workflows.argoproj.io~1workflow").asText())
        .put("workflows.argoproj.io/report-outputs-completed", "true");
    metadata.set("ownerReferences", pod.at("/metadata/ownerReferences"));
    outputs(result.putObject("outputs"));
    return result;
  }

  private void outputs(ObjectNode outputs) throws IOException, InterruptedException {
    SavedArtifacts artifacts = new SavedArtifacts(template, outputs.withArray("artifacts"));
    artifacts.outputs(this::file);
    artifacts.logs(printed("main").map(lines -> Map.of("main", lines)).orElse(Map.of()));
    if (outputs.path("artifacts").isEmpty()) {
      outputs.remove("artifacts");
    }
    for (JsonNode parameter : template.at("/outputs/parameters")) {
      Path file = file(parameter.at("/valueFrom/path").asText());
      ObjectNode read = outputs.withArray("parameters").addObject();
      read.setAll((ObjectNode) parameter);
      read.put(
          "value",
          Files.exists(file)
              ? Files.readString(file).stripTrailing()
              : parameter.at("/valueFrom/default").asText());
    }
    if (variable(pod.at("/spec/containers/0"), "ARGO_INCLUDE_SCRIPT_OUTPUT").equals("true")) {
      outputs.put("result", of("main").text());
    }
  }

  private List<JsonNode> containers() {
    return StreamSupport.stream(pod.at("/spec/containers").spliterator(), false).toList();
  }

  private boolean isMain(String container) {
    return !container.equals("wait");
  }

  private static String variable(JsonNode container, String name) {
    return StreamSupport.stream(container.path("env").spliterator(), false)
        .filter(each -> each.path("name").asText().equals(name))
        .map(each -> each.path("value").asText())
        .findFirst()
        .orElse("{}");
  }

  private static String now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
