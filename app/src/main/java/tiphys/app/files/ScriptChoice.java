// SPDX-License-Identifier: Apache-2.0
package tiphys.app.files;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tiphys.exporter.script.PythonProgram;
import tiphys.exporter.script.ScriptRequest;

/**
 * How a script is to be run: what its user is shown, may change, and agrees to.
 *
 * @param python as it was typed; empty where none was found
 * @param variables names of environment variables that the script is given, as they were typed
 */
public record ScriptChoice(Path script, String python, String variables) {
  public static final String PYTHON = "script.python";
  static final String VARIABLES = "script.variables";

  /** What was chosen last, else the Python that is found here. @param kept settings by key */
  public static ScriptChoice of(
      Path script, Function<String, Optional<String>> kept, Map<String, String> environment) {
    String python =
        kept.apply(PYTHON)
            .or(() -> PythonProgram.of(script, environment).map(Path::toString))
            .orElse("");
    return new ScriptChoice(script, python, kept.apply(VARIABLES).orElse(""));
  }

  public ScriptRequest request(Duration limit) {
    List<String> names =
        Stream.of(variables.split("[\\s,]+", -1)).filter(each -> !each.isEmpty()).toList();
    return new ScriptRequest(script, Path.of(python), names, limit);
  }
}
