// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.script;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A wish to run a script for its workflows, which somebody has agreed to.
 *
 * @param python the program that runs it
 * @param variables names of environment variables that it is given beyond the usual
 * @param limit how long it may take
 */
public record ScriptRequest(Path script, Path python, List<String> variables, Duration limit) {
  /** Enough for large libraries on a slow disk. */
  public static final Duration USUAL_LIMIT = Duration.ofSeconds(30);

  public ScriptRequest {
    script = script.toAbsolutePath().normalize();
    variables = List.copyOf(variables);
  }

  /** The script's name without its folder. */
  public String name() {
    return String.valueOf(script.getFileName());
  }
}
