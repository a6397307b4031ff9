// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import tiphys.exporter.execution.WorkflowRun;
import tiphys.exporter.execution.WorkflowSource;
import tiphys.exporter.manifest.ManifestReader;
import tiphys.model.place.Locator;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;
import tiphys.model.reading.WorkflowReader;
import tiphys.model.run.RunSnapshot;
import tiphys.model.workflow.WorkflowFile;
import tiphys.model.yaml.YamlPlace;

/** Runs workflows on this computer. */
public final class ThisComputer {
  /** As Kubernetes makes names of generateName. */
  private static final String LETTERS = "bcdfghjklmnpqrstvwxz2456789";

  private static final SecureRandom RANDOM = new SecureRandom();

  private ThisComputer() {}

  /**
   * What would be executed, and how. Refused for what is no workflow, has no entrypoint, or lacks
   * the value of a parameter. Takes up to two seconds, to ask the computer what it allows.
   */
  public static Outcome<RunPreview> preview(RunRequest request) {
    return source(request, "")
        .then(
            source -> {
              if (request.engine() == EngineChoice.CONTAINER) {
                return Outcome.refused(ProblemCode.RUN_NO_CONTAINER_ENGINE);
              }
              EngineChoice engine =
                  request.engine() == EngineChoice.SIMULATE
                      ? EngineChoice.SIMULATE
                      : EngineChoice.PROCESS;
              List<PlannedCommand> commands = commands(source);
              Set<String> images = new LinkedHashSet<>();
              commands.forEach(command -> images.add(command.image()));
              Optional<Isolation> isolation =
                  engine == EngineChoice.SIMULATE ? Optional.empty() : Optional.of(isolation());
              return Outcome.done(
                  new RunPreview(
                      request, engine, source.name(), List.copyOf(images), commands, isolation));
            });
  }

  /**
   * Starts what was previewed.
   *
   * @param listener told of the run on its own thread, at most every 40 ms and at its end
   */
  public static ActiveRun start(RunPreview preview, Consumer<RunSnapshot> listener) {
    RunRequest request = preview.request();
    WorkflowSource source =
        source(request, preview.workflowName()).result().orElseThrow(IllegalStateException::new);
    Path folder = request.folder().toAbsolutePath().normalize();
    StepRunner runner =
        preview.engine() == EngineChoice.SIMULATE
            ? new SimulatedSteps(request.simulatedStep())
            : new ProcessSteps(folder, preview.isolation().orElse(Isolation.REWRITTEN_PATHS));
    LocalRun run =
        new LocalRun(
            folder,
            runner,
            reports -> new WorkflowRun(source, runner, reports, LocalRun.clock()),
            listener);
    run.start();
    return run;
  }

  private static Outcome<WorkflowSource> source(RunRequest request, String name) {
    if (request.tree().syntaxError().isPresent()) {
      return Outcome.refused(request.tree().syntaxError().get());
    }
    WorkflowFile file = WorkflowReader.read(request.tree());
    Optional<YamlPlace> place = new Locator(request.tree(), file).resource(request.resource());
    if (place.isEmpty()
        || !file.resources().get(request.resource()).kind().hasTemplates()
        || !(ManifestReader.toJson(place.get()) instanceof ObjectNode resource)) {
      return Outcome.refused(ProblemCode.RUN_NO_WORKFLOW);
    }
    JsonNode declared = resource.path("spec");
    if (declared.has("workflowSpec")) {
      declared = declared.path("workflowSpec");
    }
    if (!(declared instanceof ObjectNode spec) || spec.path("entrypoint").asText("").isEmpty()) {
      return Outcome.refused(ProblemCode.ENTRYPOINT_MISSING);
    }
    Optional<String> missing = fillParameters(spec, request.parameters());
    if (missing.isPresent()) {
      return Outcome.refused(ProblemCode.RUN_PARAMETER_MISSING, missing.get());
    }
    String chosen = name.isEmpty() ? nameOf(resource) : name;
    return Outcome.done(new WorkflowSource(chosen, resource, spec, otherTemplates(request, file)));
  }

  /** Puts the given values in; the first parameter that is left without one. */
  private static Optional<String> fillParameters(ObjectNode spec, Map<String, String> given) {
    for (JsonNode parameter : spec.path("arguments").path("parameters")) {
      String name = parameter.path("name").asText("");
      if (given.containsKey(name)) {
        ((ObjectNode) parameter).put("value", given.get(name));
      } else if (!parameter.has("value") && !parameter.has("default")) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  private static Map<String, JsonNode> otherTemplates(RunRequest request, WorkflowFile file) {
    Map<String, JsonNode> templates = new HashMap<>();
    Locator locator = new Locator(request.tree(), file);
    for (int i = 0; i < file.resources().size(); i++) {
      Optional<String> name = file.resources().get(i).name();
      Optional<YamlPlace> spec = locator.spec(i);
      if (name.isPresent() && spec.isPresent()) {
        templates.put(name.get(), ManifestReader.toJson(spec.get()));
      }
    }
    return templates;
  }

  private static String nameOf(ObjectNode resource) {
    String name = resource.path("metadata").path("name").asText("");
    if (!name.isEmpty()) {
      return name;
    }
    StringBuilder made =
        new StringBuilder(resource.path("metadata").path("generateName").asText("workflow-"));
    for (int i = 0; i < 5; i++) {
      made.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return made.toString();
  }

  private static List<PlannedCommand> commands(WorkflowSource source) {
    List<PlannedCommand> commands = new ArrayList<>();
    for (JsonNode template : source.spec().path("templates")) {
      boolean isScript = template.has("script");
      JsonNode container = isScript ? template.path("script") : template.path("container");
      if (!container.isMissingNode()) {
        List<String> words = new ArrayList<>();
        container.path("command").forEach(word -> words.add(word.asText("")));
        container.path("args").forEach(word -> words.add(word.asText("")));
        commands.add(
            new PlannedCommand(
                template.path("name").asText(""), container.path("image").asText(""), words));
      }
    }
    return commands;
  }

  /** Whether the kernel lets an ordinary user have a root and processes of his own. */
  private static Isolation isolation() {
    try {
      Process probe =
          new ProcessBuilder(
                  "unshare",
                  "--map-root-user",
                  "--mount",
                  "--pid",
                  "--fork",
                  "sh",
                  "-c",
                  "mount -t tmpfs tiphys /mnt")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      boolean isOver = probe.waitFor(2, TimeUnit.SECONDS);
      if (!isOver) {
        probe.destroyForcibly();
      }
      return isOver && probe.exitValue() == 0 ? Isolation.NAMESPACES : Isolation.REWRITTEN_PATHS;
    } catch (IOException e) {
      return Isolation.REWRITTEN_PATHS;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Isolation.REWRITTEN_PATHS;
    }
  }
}
