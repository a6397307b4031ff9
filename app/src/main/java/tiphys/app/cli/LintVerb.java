// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tiphys.app.files.FolderLibrary;
import tiphys.exporter.function.CaseFile;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.Severity;
import tiphys.model.text.LineColumn;

/** Checks files and folders; every problem of every file is told. */
final class LintVerb {
  private static final JsonMapper MAPPER = new JsonMapper();

  private final FolderLibrary folders = new FolderLibrary();
  private final Console console;
  private final ArrayNode json = MAPPER.createArrayNode();
  private int files;

  LintVerb(Console console) {
    this.console = console;
  }

  int execute(Arguments arguments) {
    String form = arguments.last("-o").orElse("text");
    if (!List.of("text", "json", "github").contains(form)) {
      return console.misused("unknown-form", form, "text, json, github");
    }
    if (arguments.words().isEmpty()) {
      return console.misused("no-file", "lint");
    }
    int worst = Console.GOOD;
    for (String name : arguments.words()) {
      if (!name.equals("-") && Files.isDirectory(Path.of(name))) {
        folders.add(Path.of(name));
      }
      List<String> found = filesOf(name);
      if (found.isEmpty()) {
        console.say("folder-without-files", name);
        worst = Console.TROUBLE;
      }
      for (String file : found) {
        worst = Math.max(worst, lint(file, form, arguments));
      }
    }
    if (form.equals("json")) {
      console.out().println(json.toPrettyString());
    }
    if (worst == Console.GOOD && files == 0) {
      console.say("lint-nothing");
      return Console.NO;
    }
    if (worst == Console.GOOD && !form.equals("json")) {
      console.say("lint-good", files);
    }
    return worst;
  }

  private int lint(String name, String form, Arguments arguments) {
    Outcome<SourceFile> read = SourceFile.read(name, folders, console, arguments);
    if (read.refusal().isPresent()) {
      return console.trouble(read.refusal().get());
    }
    SourceFile source = read.result().orElseThrow();
    if (source.holdsWorkflow()) {
      files++;
    } else if (source.state().problems().isEmpty()) {
      console.say("lint-no-workflow", source.name());
    }
    int worst = Console.GOOD;
    for (Problem problem : source.state().problems()) {
      tell(source, problem, form);
      boolean counts =
          problem.severity() == Severity.ERROR
              || (arguments.has("--strict") && problem.severity() == Severity.WARNING);
      if (counts) {
        worst = Console.NO;
      }
    }
    return worst;
  }

  private void tell(SourceFile source, Problem problem, String form) {
    LineColumn at =
        problem
            .place()
            .map(range -> source.state().text().positionOf(range.start()))
            .orElse(new LineColumn(1, 1));
    String severity = problem.severity().name().toLowerCase(Locale.ROOT);
    switch (form) {
      case "json" -> {
        ObjectNode entry = json.addObject();
        entry.put("file", source.name()).put("line", at.line()).put("column", at.column());
        entry.put("severity", severity).put("code", problem.code().key());
        entry.put("message", console.messages().problem(problem));
      }
      case "github" ->
          console
              .out()
              .println(
                  "::"
                      + (severity.equals("info") ? "notice" : severity)
                      + " file="
                      + source.name()
                      + ",line="
                      + at.line()
                      + ",col="
                      + at.column()
                      + "::"
                      + console.messages().problem(problem));
      default -> console.out().println(console.line(source.name(), source.state().text(), problem));
    }
  }

  private static List<String> filesOf(String name) {
    if (name.equals("-") || !Files.isDirectory(Path.of(name))) {
      return List.of(name);
    }
    try (Stream<Path> found = Files.walk(Path.of(name))) {
      return new ArrayList<>(
          found
              .filter(Files::isRegularFile)
              .map(Path::toString)
              .filter(file -> file.matches(".*\\.(ya?ml|json)") && !file.contains(".tiphys.json"))
              .filter(file -> !CaseFile.isNamed(file))
              .sorted()
              .toList());
    } catch (IOException | UncheckedIOException e) {
      return List.of(name); // reading it says in words why it cannot be read
    }
  }
}
