// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tiphys.exporter.local.ActiveRun;
import tiphys.exporter.local.EngineChoice;
import tiphys.exporter.local.Isolation;
import tiphys.exporter.local.PlannedCommand;
import tiphys.exporter.local.RunPreview;
import tiphys.exporter.local.RunRequest;
import tiphys.exporter.local.ThisComputer;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.problem.Severity;
import tiphys.model.run.NodePhase;
import tiphys.model.run.RunSnapshot;

/** Runs a file on this computer, after it was said what will be executed and agreed to. */
final class RunVerb {
  private final Console console;
  private final RunReport report;

  RunVerb(Console console) {
    this.console = console;
    this.report = new RunReport(console);
  }

  int execute(Arguments arguments) {
    if (arguments.words().size() != 1) {
      return console.misused("one-file", "run");
    }
    String engine = arguments.last("--engine").orElse("auto").toUpperCase(Locale.ROOT);
    Optional<String> form = arguments.last("-o").filter(given -> !given.equals("json"));
    if (form.isPresent()) {
      return console.misused("unknown-form", form.get(), "json");
    }
    Optional<EngineChoice> choice =
        List.of(EngineChoice.values()).stream().filter(e -> e.name().equals(engine)).findFirst();
    if (choice.isEmpty()) {
      return console.misused(
          "unknown-form",
          arguments.last("--engine").orElse(""),
          "auto, container, process, simulate");
    }
    Map<String, String> parameters = new HashMap<>();
    for (String given : arguments.all("-p")) {
      int equals = given.indexOf('=');
      if (equals <= 0) {
        return console.misused("bad-parameter", given);
      }
      parameters.put(given.substring(0, equals), given.substring(equals + 1));
    }
    Outcome<SourceFile> read = SourceFile.read(arguments.words().getFirst(), console, arguments);
    if (read.refusal().isPresent()) {
      return console.trouble(read.refusal().get());
    }
    SourceFile source = read.result().orElseThrow();
    if (tellErrors(source)) {
      return Console.NO;
    }
    Path folder = folder(arguments);
    return run(source, choice.get(), parameters, folder, arguments);
  }

  private int run(
      SourceFile source,
      EngineChoice engine,
      Map<String, String> parameters,
      Path folder,
      Arguments arguments) {
    Outcome<RunPreview> preview =
        source
            .scope("")
            .then(
                scope ->
                    ThisComputer.preview(
                        new RunRequest(
                            source.state().tree(), scope.resource(), parameters, engine, folder)));
    if (preview.refusal().isPresent()) {
      Problem why = preview.refusal().get();
      return why.code() == ProblemCode.RUN_NO_CONTAINER_ENGINE
          ? console.trouble(why)
          : console.refuse(why);
    }
    RunPreview agreed = preview.result().orElseThrow();
    if (!arguments.has("--yes")
        && agreed.engine() != EngineChoice.SIMULATE
        && !isAgreedTo(agreed)) {
      return Console.TROUBLE;
    }
    if (arguments.has("--watch") && Console.isTerminal()) {
      report.watch();
    }
    ActiveRun run = start(agreed);
    RunSnapshot end = await(run);
    if (arguments.last("-o").isPresent()) {
      console.out().println(run.statusJson());
    }
    console.say("run-artifacts", run.artifacts());
    return end.phase().filter(NodePhase.SUCCEEDED::equals).isPresent() ? Console.GOOD : Console.NO;
  }

  /** Whether there are errors, which are told. */
  boolean tellErrors(SourceFile source) {
    boolean hasErrors = false;
    for (Problem problem : source.state().problems()) {
      console.err().println(console.line(source.name(), source.state().text(), problem));
      hasErrors |= problem.severity() == Severity.ERROR;
    }
    return hasErrors;
  }

  /** Starts a run of which everything is told as it happens. */
  ActiveRun start(RunPreview preview) {
    console.say("run-start", preview.workflowName());
    preview.client().ifPresent(client -> console.say("run-in-containers", client.name()));
    if (preview.lacksContainers()) {
      console.say("run-no-containers");
    }
    if (preview.isolation().filter(Isolation.REWRITTEN_PATHS::equals).isPresent()) {
      console.say("run-rewritten");
    }
    return report.start(preview);
  }

  /** Waits, and tells how it ended. */
  RunSnapshot await(ActiveRun run) {
    try {
      return report.await(run);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      run.cancel();
      return run.snapshot();
    }
  }

  private boolean isAgreedTo(RunPreview preview) {
    if (preview.client().isPresent()) {
      console.say(
          "run-ask-containers", preview.client().get().name(), String.join(", ", preview.images()));
    } else {
      console.say("run-ask");
    }
    for (PlannedCommand command : preview.commands()) {
      console.err().println("  " + command.template() + ": " + command.line());
      command.source().lines().forEach(line -> console.err().println("      " + line));
    }
    if (!Console.isTerminal()) {
      console.say("run-needs-yes");
      return false;
    }
    return console.isAgreedTo();
  }

  private static Path folder(Arguments arguments) {
    try {
      return arguments.last("--artifacts").isPresent()
          ? Path.of(arguments.last("--artifacts").get())
          : Files.createTempDirectory("tiphys-run-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
