// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.script;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;

/** What the process that ran a script has told. */
record ScriptAnswer(ScriptRequest request, JsonNode told) {
  Outcome<ScriptWorkflows> outcome() {
    if (told.has("error")) {
      return Outcome.refused(trouble(told.path("error")));
    }
    List<JsonNode> manifests = new ArrayList<>();
    told.path("workflows").forEach(manifests::add);
    return manifests.isEmpty()
        ? Outcome.refused(ProblemCode.SCRIPT_DEFINES_NOTHING, request.name())
        : Outcome.done(new ScriptWorkflows(manifests, told.path("held").asInt()));
  }

  private Problem trouble(JsonNode error) {
    String line = error.path("line").asText();
    String text = error.path("text").asText();
    String name = request.name();
    return switch (error.path("kind").asText()) {
      case "hera" -> Problem.refusal(ProblemCode.SCRIPT_NO_HERA, request.python().toString(), text);
      case "import" ->
          Problem.refusal(
              ProblemCode.SCRIPT_IMPORT_MISSING, name, line, text, request.python().toString());
      case "syntax" -> Problem.refusal(ProblemCode.SCRIPT_SYNTAX, name, line, text);
      case "variable" -> Problem.refusal(ProblemCode.SCRIPT_VARIABLE_MISSING, name, line, text);
      case "exit" -> Problem.refusal(ProblemCode.SCRIPT_ENDED_ITSELF, name, line, text);
      default -> Problem.refusal(ProblemCode.SCRIPT_FAILED, name, line, text);
    };
  }
}
