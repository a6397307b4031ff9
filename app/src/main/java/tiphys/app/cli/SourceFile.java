// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import tiphys.app.files.Commit;
import tiphys.app.files.FolderLibrary;
import tiphys.app.files.Sidecar;
import tiphys.app.files.TextFile;
import tiphys.exporter.script.WorkflowScript;
import tiphys.model.graph.Scope;
import tiphys.model.graph.Scopes;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.state.DiagramState;
import tiphys.model.state.Positions;
import tiphys.model.text.SourceText;
import tiphys.model.workflow.ResourceKind;
import tiphys.model.workflow.TemplateName;
import tiphys.model.workflow.WorkflowFile;
import tiphys.model.workflow.WorkflowSpec;

/** A file of the command line, {@code -} for the standard input. */
record SourceFile(String name, TextFile file, DiagramState state) {
  /** A file of YAML or JSON, for what cannot be done with a script. */
  static Outcome<SourceFile> read(String name) {
    return isScript(name)
        ? Outcome.refused(ProblemCode.SCRIPT_NOT_WRITTEN, name)
        : readText(name, new FolderLibrary());
  }

  /** A file, or the workflows of a Python script, which is run where that is agreed to. */
  static Outcome<SourceFile> read(String name, Console console, Arguments arguments) {
    return read(name, new FolderLibrary(), console, arguments);
  }

  /** Among the other files of its folder, where it refers to any. */
  static Outcome<SourceFile> read(
      String name, FolderLibrary folders, Console console, Arguments arguments) {
    return isScript(name)
        ? new ScriptSource(console, arguments).read(name).then(text -> ofScript(name, text))
        : readText(name, folders);
  }

  private static boolean isScript(String name) {
    return WorkflowScript.isNamed(Path.of(name));
  }

  private static Outcome<SourceFile> ofScript(String name, SourceText text) {
    return Outcome.done(
        new SourceFile(
            name + " (YAML)",
            new TextFile(text, false),
            DiagramState.of(text, Positions.NONE).with(new FolderLibrary().around(Path.of(name)))));
  }

  private static Outcome<SourceFile> readText(String name, FolderLibrary folders) {
    Outcome<TextFile> read = name.equals("-") ? standardInput() : TextFile.read(Path.of(name));
    return read.then(
        file -> {
          Positions places =
              name.equals("-")
                  ? Positions.NONE
                  : Sidecar.read(Path.of(name)).result().orElse(Positions.NONE);
          return Outcome.done(of(name, file, places, folders));
        });
  }

  /** As a commit has it, among the other files as they are now. */
  static Outcome<SourceFile> committed(String name, String revision) {
    if (isScript(name)) {
      return Outcome.refused(ProblemCode.SCRIPT_NOT_WRITTEN, name);
    }
    return Commit.read(Path.of(name), revision)
        .then(
            commit ->
                Outcome.done(of(name, commit.file(), commit.positions(), new FolderLibrary())));
  }

  private static SourceFile of(
      String name, TextFile file, Positions places, FolderLibrary folders) {
    DiagramState alone = DiagramState.of(file.text(), places);
    boolean isAlone = name.equals("-") || !file.text().toString().contains("emplateRef");
    return new SourceFile(name, file, isAlone ? alone : alone.with(folders.around(Path.of(name))));
  }

  private static Outcome<TextFile> standardInput() {
    try {
      return TextFile.read(System.in, "-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first resource that is drawn as a whole. */
  private Optional<Scope> firstResource() {
    return IntStream.range(0, state.workflow().resources().size())
        .mapToObj(Scope::ofResource)
        .filter(scope -> !state.graph(scope).nodes().isEmpty())
        .findFirst();
  }

  /** Whether any of its resources is Argo's. */
  boolean holdsWorkflow() {
    return state.workflow().resources().stream()
        .anyMatch(resource -> resource.kind() != ResourceKind.OTHER);
  }

  /** Tells why something was not done with this file, with the place if there is one. */
  int refuse(Console console, Problem why) {
    if (why.place().isEmpty()) {
      return console.refuse(why);
    }
    console.err().println(console.line(name, state.text(), why));
    return Console.NO;
  }

  /** The position of the resource with a name. */
  Outcome<Integer> resourceNamed(String wanted) {
    return IntStream.range(0, state.workflow().resources().size())
        .boxed()
        .filter(i -> state.workflow().resources().get(i).name().filter(wanted::equals).isPresent())
        .findFirst()
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(ProblemCode.ADDRESS_NO_RESOURCE_NAMED, wanted));
  }

  /** The template that is meant: the named one, else where the first workflow begins. */
  Outcome<Scope> scope(String template) {
    WorkflowFile workflow = state.workflow();
    for (Scope scope : Scopes.all(workflow)) {
      if (scope.template().value().equals(template)) {
        return Outcome.done(scope);
      }
    }
    if (!template.isEmpty()) {
      return Outcome.refused(ProblemCode.ADDRESS_NO_TEMPLATE, template);
    }
    for (int i = 0; i < workflow.resources().size(); i++) {
      TemplateName first =
          Scopes.spec(workflow, i).flatMap(WorkflowSpec::entrypoint).orElse(new TemplateName(""));
      if (Scopes.template(workflow, new Scope(i, first)).isPresent()) {
        return Outcome.done(new Scope(i, first));
      }
    }
    return Scopes.all(workflow).stream()
        .findFirst()
        .or(this::firstResource)
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(ProblemCode.NOTHING_TO_DRAW, name));
  }
}
