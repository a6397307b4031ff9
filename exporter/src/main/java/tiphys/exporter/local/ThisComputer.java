// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import java.nio.file.Path;
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
import tiphys.model.yaml.YamlTree;

/** Runs workflows on this computer. */
public final class ThisComputer {
  private ThisComputer() {}

  /** The parameters that a resource of a file can be run with; refused for what cannot be run. */
  public static Outcome<List<WorkflowParameter>> parameters(YamlTree tree, int resource) {
    return RunSource.parameters(tree, resource);
  }

  /**
   * What makes containers here. Takes a fraction of a second; some seconds where a client is there
   * and nothing answers it.
   */
  public static Optional<ContainerClient> containerClient() {
    return ContainerClient.thatAnswers(searchPath());
  }

  private static String searchPath() {
    return System.getenv().getOrDefault("PATH", "");
  }

  /**
   * What would be executed, and how. Refused for what is no workflow, has no entrypoint, or lacks
   * the value of a parameter. Takes a fraction of a second, to ask the computer what it allows;
   * some seconds where a container engine does not answer.
   */
  public static Outcome<RunPreview> preview(RunRequest request) {
    return preview(request, searchPath());
  }

  /**
   * @param searchPath where programs are looked for that make containers
   */
  static Outcome<RunPreview> preview(RunRequest request, String searchPath) {
    return RunSource.of(request, "").then(source -> preview(request, source, searchPath));
  }

  private static Outcome<RunPreview> preview(
      RunRequest request, WorkflowSource source, String searchPath) {
    boolean mayUseContainers =
        request.engine() == EngineChoice.CONTAINER || request.engine() == EngineChoice.AUTO;
    Optional<ContainerClient> client =
        mayUseContainers ? ContainerClient.thatAnswers(searchPath) : Optional.empty();
    if (request.engine() == EngineChoice.CONTAINER && client.isEmpty()) {
      return Outcome.refused(ProblemCode.RUN_NO_CONTAINER_ENGINE);
    }
    EngineChoice engine =
        client.isPresent()
            ? EngineChoice.CONTAINER
            : mayUseContainers ? EngineChoice.PROCESS : request.engine();
    Optional<Isolation> isolation =
        switch (engine) {
          case SIMULATE -> Optional.empty();
          case CONTAINER -> Optional.of(Isolation.NONE_NEEDED);
          case PROCESS, AUTO -> Optional.of(IsolationProbe.best());
        };
    List<PlannedCommand> commands = PlannedCommands.of(source);
    Set<String> images = new LinkedHashSet<>();
    commands.stream().map(PlannedCommand::image).filter(i -> !i.isEmpty()).forEach(images::add);
    return Outcome.done(
        new RunPreview(
            request, engine, source.name(), List.copyOf(images), commands, isolation, client));
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
    StepRunner runner = runner(preview, source, folder);
    LocalRun run =
        new LocalRun(
            folder,
            runner,
            reports -> new WorkflowRun(source, runner, reports, LocalRun.clock()),
            listener);
    run.start();
    return run;
  }

  private static StepRunner runner(RunPreview preview, WorkflowSource source, Path folder) {
    StepVolumes volumes = new StepVolumes(source.spec());
    if (preview.engine() == EngineChoice.SIMULATE) {
      return new SimulatedSteps(preview.request().simulatedStep());
    }
    Isolation isolation = preview.isolation().orElse(Isolation.REWRITTEN_PATHS);
    return new ExecutedSteps(
        folder,
        preview
            .client()
            .<StepExecution.Engine>map(client -> new ContainerSteps(client, volumes))
            .orElseGet(() -> HostStep.engine(folder, volumes, isolation)));
  }
}
