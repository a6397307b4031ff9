// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tiphys.exporter.execution.WorkflowRun;
import tiphys.exporter.execution.WorkflowSource;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;
import tiphys.model.run.RunSnapshot;

/** Runs workflows on this computer. */
public final class ThisComputer {
  private ThisComputer() {}

  /**
   * What would be executed, and how. Refused for what is no workflow, has no entrypoint, or lacks
   * the value of a parameter. Takes up to two seconds, to ask the computer what it allows.
   */
  public static Outcome<RunPreview> preview(RunRequest request) {
    return RunSource.of(request, "")
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
                  engine == EngineChoice.SIMULATE
                      ? Optional.empty()
                      : Optional.of(IsolationProbe.best());
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
        RunSource.of(request, preview.workflowName())
            .result()
            .orElseThrow(IllegalStateException::new);
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
}
