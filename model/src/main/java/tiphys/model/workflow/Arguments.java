// SPDX-License-Identifier: Apache-2.0
package tiphys.model.workflow;

import java.util.List;
import java.util.Optional;

/** Named parameters and artifacts: what is passed, taken in, or given out. */
public record Arguments(List<Parameter> parameters, List<Artifact> artifacts) {
  public static final Arguments NONE = new Arguments(List.of(), List.of());

  public Arguments {
    parameters = List.copyOf(parameters);
    artifacts = List.copyOf(artifacts);
  }

  /**
   * @param isSupplied whether it has a value, a default or a valueFrom of its own
   */
  public record Parameter(String name, Optional<String> value, boolean isSupplied) {}

  /**
   * @param isSupplied whether it has a source or location of its own, or is optional
   */
  public record Artifact(String name, boolean isSupplied) {}

  public Optional<Parameter> parameter(String name) {
    return parameters.stream().filter(p -> p.name().equals(name)).findFirst();
  }

  public Optional<Artifact> artifact(String name) {
    return artifacts.stream().filter(a -> a.name().equals(name)).findFirst();
  }
}
