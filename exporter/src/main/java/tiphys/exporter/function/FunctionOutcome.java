// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.function;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a template that was run alone came to.
 *
 * @param message why it failed; empty where it did not
 * @param exitCode empty where it was not begun
 * @param result what it printed to the standard output
 * @param artifacts the text of each artifact that is one file
 * @param log everything that it printed, cut off where that is much
 */
public record FunctionOutcome(
    boolean isGood,
    String message,
    Optional<String> exitCode,
    Optional<String> result,
    Map<String, String> parameters,
    Map<String, String> artifacts,
    String log,
    Duration time) {
  public FunctionOutcome {
    parameters = new LinkedHashMap<>(parameters);
    artifacts = new LinkedHashMap<>(artifacts);
  }
}
