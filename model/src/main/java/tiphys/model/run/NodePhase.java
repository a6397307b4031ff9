// SPDX-License-Identifier: Apache-2.0
package tiphys.model.run;

import java.util.Locale;
import java.util.Optional;

/** Argo's node phases (workflow_types.go). A node that does not exist yet has none. */
public enum NodePhase {
  PENDING,
  RUNNING,
  SUCCEEDED,
  SKIPPED,
  FAILED,
  ERROR,
  OMITTED;

  /** As it stands in the status, for example {@code Succeeded}. */
  public String argoName() {
    return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
  }

  public static Optional<NodePhase> ofArgoName(String name) {
    for (NodePhase phase : values()) {
      if (phase.argoName().equals(name)) {
        return Optional.of(phase);
      }
    }
    return Optional.empty();
  }

  /** Under which of the phases a node is counted where many are told in few numbers. */
  public NodePhase counted() {
    return switch (this) {
      case ERROR -> FAILED;
      case OMITTED -> SKIPPED;
      default -> this;
    };
  }

  /** Whether nothing more will come of the node. */
  public boolean isFinished() {
    return this != PENDING && this != RUNNING;
  }
}
