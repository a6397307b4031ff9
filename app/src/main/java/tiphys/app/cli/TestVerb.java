// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tiphys.app.export.CaseWords;
import tiphys.app.files.TextFile;
import tiphys.exporter.function.CaseFile;
import tiphys.exporter.function.CaseResult;
import tiphys.exporter.function.FunctionCase;
import tiphys.exporter.function.FunctionTry;
import tiphys.exporter.function.JUnitReport;
import tiphys.exporter.local.EngineChoice;
import tiphys.exporter.local.PlannedCommand;
import tiphys.exporter.local.RunPreview;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.text.SourceText;

/** Runs the templates of a file alone, case by case, and compares what comes of them. */
final class TestVerb {
  private static final Set<EngineChoice> ENGINES =
      Set.of(EngineChoice.AUTO, EngineChoice.CONTAINER, EngineChoice.PROCESS);

  private final Console console;
  private final CaseWords words;

  TestVerb(Console console) {
    this.console = console;
    this.words = new CaseWords(console.messages());
  }

  int execute(Arguments arguments) {
    if (arguments.words().size() != 1) {
      return console.misused("one-file", "test");
    }
    String named = arguments.last("--engine").orElse("auto").toUpperCase(Locale.ROOT);
    Optional<EngineChoice> engine =
        ENGINES.stream().filter(each -> each.name().equals(named)).findFirst();
    if (engine.isEmpty()) {
      return console.misused(
          "unknown-form", arguments.last("--engine").orElse(""), "auto, container, process");
    }
    String name = arguments.words().getFirst();
    Outcome<SourceFile> read = SourceFile.read(name, console, arguments);
    if (read.refusal().isPresent()) {
      return console.trouble(read.refusal().get());
    }
    SourceFile source = read.result().orElseThrow();
    if (source.state().tree().syntaxError().isPresent()) {
      return source.refuse(console, source.state().tree().syntaxError().get());
    }
    Path kept = arguments.last("--cases").map(Path::of).orElse(CaseFile.beside(Path.of(name)));
    Outcome<TextFile> text = TextFile.read(kept);
    if (text.refusal().isPresent()) {
      return console.trouble(
          text.refusal()
              .filter(why -> why.code() != ProblemCode.FILE_NOT_FOUND)
              .orElse(Problem.refusal(ProblemCode.CASE_NONE, kept.toString())));
    }
    return run(source, kept, text.result().orElseThrow().text(), engine.get(), arguments);
  }

  private int run(
      SourceFile source, Path kept, SourceText text, EngineChoice engine, Arguments arguments) {
    Outcome<CaseFile> file = CaseFile.read(text);
    if (file.refusal().isPresent()) {
      console.err().println(console.line(kept.toString(), text, file.refusal().get()));
      return Console.TROUBLE;
    }
    List<String> only = arguments.all("--case");
    List<FunctionCase> wanted =
        file.result().orElseThrow().cases().stream()
            .filter(each -> only.isEmpty() || only.contains(each.name()))
            .toList();
    if (wanted.isEmpty()) {
      return console.trouble(Problem.refusal(ProblemCode.CASE_NONE, kept.toString()));
    }
    List<Outcome<FunctionTry>> prepared =
        wanted.stream()
            .map(each -> CaseResult.prepare(source.state().tree(), each, engine))
            .toList();
    if (!arguments.has("--yes") && !isAgreedTo(prepared)) {
      prepared.forEach(each -> each.result().ifPresent(FunctionTry::drop));
      return Console.TROUBLE;
    }
    List<CaseResult> results = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      CaseResult result = CaseResult.of(wanted.get(i), prepared.get(i));
      tell(result);
      results.add(result);
    }
    return told(source.name(), results, arguments);
  }

  private boolean isAgreedTo(List<Outcome<FunctionTry>> prepared) {
    List<FunctionTry> tries = prepared.stream().flatMap(each -> each.result().stream()).toList();
    if (tries.isEmpty()) {
      return true;
    }
    RunPreview all = FunctionTry.together(tries);
    if (all.client().isPresent()) {
      console.say("run-ask-containers", all.client().get().name(), String.join(", ", all.images()));
    } else {
      console.say("run-ask");
    }
    for (PlannedCommand command : all.commands()) {
      console.err().println("  " + command.template() + ": " + command.line());
      command.source().lines().forEach(line -> console.err().println("      " + line));
    }
    if (!Console.isTerminal()) {
      console.say("run-needs-yes");
      return false;
    }
    return console.isAgreedTo();
  }

  private void tell(CaseResult result) {
    FunctionCase of = result.of();
    if (result.isGood()) {
      console
          .out()
          .println(
              console
                  .messages()
                  .text("cli.test-good", of.template(), of.name(), words.time(result.time())));
      return;
    }
    console.out().println(console.messages().text("cli.test-bad", of.template(), of.name()));
    Stream<String> log =
        result.outcome().stream()
            .flatMap(outcome -> outcome.log().lines())
            .map(line -> "| " + line);
    Stream.concat(words.why(result).lines(), log)
        .forEach(line -> console.out().println("        " + line));
  }

  private int told(String name, List<CaseResult> results, Arguments arguments) {
    long good = results.stream().filter(CaseResult::isGood).count();
    console.out().println(console.messages().text("cli.test-sum", good, results.size()));
    Optional<String> report = arguments.last("--junit");
    if (report.isPresent()) {
      byte[] xml = JUnitReport.of(name, results, words::why).getBytes(StandardCharsets.UTF_8);
      Optional<Problem> trouble = TextFile.write(Path.of(report.get()), xml);
      if (trouble.isPresent()) {
        return console.trouble(trouble.get());
      }
    }
    return good == results.size() ? Console.GOOD : Console.NO;
  }
}
