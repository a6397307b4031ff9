// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Scanner;
import tiphys.exporter.local.ActiveRun;
import tiphys.exporter.local.EngineChoice;
import tiphys.exporter.local.Isolation;
import tiphys.exporter.local.PlannedCommand;
import tiphys.exporter.local.RunPreview;
import tiphys.exporter.local.RunRequest;
import tiphys.exporter.local.ThisComputer;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.Severity;
import tiphys.model.run.NodePhase;
import tiphys.model.run.NodeStatus;
import tiphys.model.run.RunSnapshot;

/** Runs a file on this computer, after it was said what will be executed and agreed to. */
final class RunVerb {
  private final Console console;

  RunVerb(Console console) {
    this.console = console;
  }

  int execute(Arguments arguments) {
    if (arguments.words().size() != 1) {
      return console.misused("one-file", "run");
    }
    String engine = arguments.last("--engine").orElse("auto").toUpperCase(Locale.ROOT);
    Optional<EngineChoice> choice =
        List.of(EngineChoice.values()).stream().filter(e -> e.name().equals(engine)).findFirst();
    if (choice.isEmpty()) {
      return console.misused(
          "unknown-form", arguments.last("--engine").orElse(""), "auto, process, simulate");
    }
    Map<String, String> parameters = new HashMap<>();
    for (String given : arguments.all("-p")) {
      int equals = given.indexOf('=');
      if (equals <= 0) {
        return console.misused("bad-parameter", given);
      }
      parameters.put(given.substring(0, equals), given.substring(equals + 1));
    }
    Outcome<SourceFile> read = SourceFile.read(arguments.words().getFirst());
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
      return console.refuse(preview.refusal().get());
    }
    RunPreview agreed = preview.result().orElseThrow();
    if (!arguments.has("--yes") && agreed.engine() == EngineChoice.PROCESS && !isAgreedTo(agreed)) {
      return Console.TROUBLE;
    }
    boolean asJson = arguments.last("-o").filter("json"::equals).isPresent();
    ActiveRun run = start(agreed);
    RunSnapshot end = await(run);
    if (asJson) {
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

  /** Starts a run whose states are told as they change. */
  ActiveRun start(RunPreview preview) {
    console.say("run-start", preview.workflowName());
    if (preview.isolation().filter(Isolation.REWRITTEN_PATHS::equals).isPresent()) {
      console.say("run-rewritten");
    }
    Map<String, NodePhase> told = new HashMap<>();
    ActiveRun run = ThisComputer.start(preview, snapshot -> tell(snapshot, told));
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(run::cancel));
    return run;
  }

  /** Waits, tells how it ended and shows what the steps printed. */
  RunSnapshot await(ActiveRun run) {
    try {
      RunSnapshot end = run.await();
      for (NodeStatus node : end.nodes().values()) {
        showLog(run, node);
      }
      console.say(
          "run-end", end.workflowName(), phase(end.phase().orElse(NodePhase.ERROR)), end.message());
      return end;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      run.cancel();
      return run.snapshot();
    }
  }

  private void showLog(ActiveRun run, NodeStatus node) {
    Optional<Path> log = run.log(node.id());
    if (log.isPresent()) {
      try {
        Files.readString(log.get(), StandardCharsets.UTF_8)
            .lines()
            .forEach(line -> console.err().println("  " + node.displayName() + ": " + line));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void tell(RunSnapshot snapshot, Map<String, NodePhase> told) {
    for (NodeStatus node : snapshot.nodes().values()) {
      if (node.phase() != told.put(node.id(), node.phase())) {
        String message = node.message().isEmpty() ? "" : " — " + node.message();
        console
            .err()
            .println(mark(node.phase()) + " " + node.name() + "  " + phase(node.phase()) + message);
      }
    }
  }

  private static String mark(NodePhase phase) {
    return switch (phase) {
      case PENDING -> "◷";
      case RUNNING -> "●";
      case SUCCEEDED -> "✓";
      case FAILED, ERROR -> "✗";
      case SKIPPED, OMITTED -> "○";
    };
  }

  private String phase(NodePhase phase) {
    return console.messages().text("phase." + phase.name().toLowerCase(Locale.ROOT));
  }

  private boolean isAgreedTo(RunPreview preview) {
    console.say("run-ask");
    for (PlannedCommand command : preview.commands()) {
      console.err().println("  " + command.template() + ": " + String.join(" ", command.command()));
    }
    if (Optional.ofNullable(System.console()).filter(java.io.Console::isTerminal).isEmpty()) {
      console.say("run-needs-yes");
      return false;
    }
    console.say("run-question");
    try (Scanner answer = new Scanner(System.in, StandardCharsets.UTF_8)) {
      return answer.hasNextLine()
          && answer.nextLine().strip().toLowerCase(Locale.ROOT).startsWith("y");
    }
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
