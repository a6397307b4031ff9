// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import tiphys.model.yaml.YamlTree;

/**
 * A wish to run a resource of a file.
 *
 * @param resource which document of the file, counted from 0
 * @param parameters values for the workflow's parameters, by name
 * @param folder everything of this run is kept below it: artifacts/, logs/, status.json
 * @param simulatedStep how long a step of a simulation lasts
 */
public record RunRequest(
    YamlTree tree,
    int resource,
    Map<String, String> parameters,
    EngineChoice engine,
    Path folder,
    Duration simulatedStep) {
  public RunRequest {
    parameters = Map.copyOf(parameters);
  }

  /** A step of a simulation lasts a second. */
  public RunRequest(
      YamlTree tree,
      int resource,
      Map<String, String> parameters,
      EngineChoice engine,
      Path folder) {
    this(tree, resource, parameters, engine, folder, Duration.ofSeconds(1));
  }
}
