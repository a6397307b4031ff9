// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.function;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/** What a template is called with, and what must come of it. */
public record FunctionCase(String name, String template, Given given, Expected expected) {
  /**
   * Values by name.
   *
   * @param artifacts the text that each artifact's file holds
   * @param workflow values for parameters of the workflow that the template names itself
   */
  public record Given(
      Map<String, String> parameters, Map<String, String> artifacts, Map<String, String> workflow) {
    public static final Given NOTHING = new Given(Map.of(), Map.of(), Map.of());

    public Given {
      parameters = Map.copyOf(parameters);
      artifacts = Map.copyOf(artifacts);
      workflow = Map.copyOf(workflow);
    }
  }

  /**
   * What is compared; what is not named may be anything. A text is compared as text, but for line
   * breaks at its end; any other value with what is printed as JSON.
   *
   * @param exitCode 0 where none is named
   * @param log a text that is printed somewhere
   */
  public record Expected(
      Optional<JsonNode> result,
      Map<String, JsonNode> parameters,
      Map<String, JsonNode> artifacts,
      Optional<String> exitCode,
      Optional<String> log) {
    public Expected {
      parameters = Map.copyOf(parameters);
      artifacts = Map.copyOf(artifacts);
    }
  }
}
