// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import java.util.List;
import java.util.Optional;

/**
 * A parameter that a workflow can be run with (Argo: {@code spec.arguments.parameters}).
 *
 * @param value the one that is taken where no other is given: its {@code value}, else its {@code
 *     default}, else the default of its {@code valueFrom}
 * @param choices the only values that are allowed (Argo: {@code enum}); empty where all are
 */
public record WorkflowParameter(
    String name, Optional<String> value, String description, List<String> choices) {
  public WorkflowParameter {
    choices = List.copyOf(choices);
  }

  /** Whether it may have a value. */
  public boolean allows(String given) {
    return choices.isEmpty() || choices.contains(given);
  }
}
