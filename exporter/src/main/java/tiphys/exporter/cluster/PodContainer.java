// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** One container of whatever pod. */
record PodContainer(String name) {
  private static final List<String> SPECS = List.of("containers", "initContainers");
  private static final List<String> STATES = List.of("containerStatuses", "initContainerStatuses");

  /** Whether it is in the pod and has printed, or may. */
  boolean hasBegun(ObjectNode pod) {
    if (!isIn(pod)) {
      return false;
    }
    return state(pod)
        .map(state -> !state.has("waiting"))
        .orElseGet(() -> !pod.at("/status/phase").asText("Pending").equals("Pending"));
  }

  /** Whether it may print more. */
  boolean isRunning(ObjectNode pod) {
    return state(pod).filter(state -> state.has("running")).isPresent();
  }

  private Optional<JsonNode> state(ObjectNode pod) {
    for (String states : STATES) {
      for (JsonNode each : pod.path("status").path(states)) {
        if (each.path("name").asText("").equals(name)) {
          return Optional.of(each.path("state"));
        }
      }
    }
    return Optional.empty();
  }

  private boolean isIn(ObjectNode pod) {
    boolean isTold = false;
    for (String specs : SPECS) {
      for (JsonNode each : pod.path("spec").path(specs)) {
        if (each.path("name").asText("").equals(name)) {
          return true;
        }
        isTold = true;
      }
    }
    return !isTold;
  }
}
