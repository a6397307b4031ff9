// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tiphys.app.files.ScriptChoice;
import tiphys.app.settings.ConfigFolder;
import tiphys.app.settings.SettingsFile;
import tiphys.exporter.script.ScriptRequest;
import tiphys.exporter.script.ScriptWorkflows;
import tiphys.exporter.script.WorkflowScript;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;
import tiphys.model.text.SourceText;

/** Runs a Python script for the workflows that it defines, after that was agreed to. */
record ScriptSource(Console console, Arguments arguments) {
  static final Set<String> OPTIONS = Set.of("--python", "--env", "--timeout");

  /** The manifests of the script. */
  Outcome<SourceText> read(String name) {
    Path script = Path.of(name);
    Map<String, String> kept = SettingsFile.read(ConfigFolder.ofUser());
    ScriptChoice found =
        ScriptChoice.of(script, key -> Optional.ofNullable(kept.get(key)), System.getenv());
    String python = arguments.last("--python").orElse(found.python());
    if (python.isEmpty()) {
      return Outcome.refused(ProblemCode.SCRIPT_NO_PYTHON, name);
    }
    Optional<Duration> limit =
        arguments.last("--timeout").map(Span::of).orElse(Optional.of(ScriptRequest.USUAL_LIMIT));
    if (limit.isEmpty()) {
      return Outcome.refused(
          ProblemCode.SCRIPT_SPAN_UNREADABLE, arguments.last("--timeout").orElseThrow());
    }
    if (!arguments.has("--yes") && !isAgreedTo(name, python)) {
      return Outcome.refused(ProblemCode.SCRIPT_NOT_AGREED, name);
    }
    List<String> variables = arguments.all("--env");
    Outcome<ScriptWorkflows> made =
        WorkflowScript.read(
            new ScriptRequest(script, Path.of(python), variables, limit.get()), System.getenv());
    made.result().filter(each -> each.held() > 0).ifPresent(this::tellHeld);
    String heading =
        console.messages().text("hera.from-script", String.valueOf(script.getFileName()));
    return made.then(workflows -> Outcome.done(SourceText.of(workflows.yaml(heading))));
  }

  private void tellHeld(ScriptWorkflows workflows) {
    console.say("script-held", workflows.held());
  }

  private boolean isAgreedTo(String name, String python) {
    console.say("script-ask", name, python);
    return Console.isTerminal() && console.isAgreedTo();
  }
}
