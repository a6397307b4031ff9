// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The volumes of a workflow, as far as one computer has them: empty folders, and claims, which
 * stand for folders that the steps of a run share.
 */
final class StepVolumes {
  private final JsonNode spec;

  /**
   * @param spec of the workflow
   */
  StepVolumes(JsonNode spec) {
    this.spec = spec;
  }

  /**
   * A volume at a path of a step.
   *
   * @param claim what steps share it by; empty for a folder of the step alone
   * @param below the part of the volume that is mounted; empty for all of it
   */
  record Mount(String path, String volume, Optional<String> claim, String below) {}

  /**
   * @throws IOException with a sentence for a volume that is not declared or cannot be had here
   */
  List<Mount> mounts(JsonNode template, JsonNode container) throws IOException {
    Map<String, Optional<String>> claims = claims();
    Map<String, String> kinds = new HashMap<>();
    note(spec.path("volumes"), claims, kinds);
    note(template.path("volumes"), claims, kinds);
    List<Mount> mounts = new ArrayList<>();
    for (JsonNode mount : container.path("volumeMounts")) {
      String name = mount.path("name").asText("");
      if (kinds.containsKey(name)) {
        throw new IOException(
            "the volume " + name + " cannot be had on this computer: it is a " + kinds.get(name));
      }
      Optional<String> claim = claims.get(name);
      if (claim == null) {
        throw new IOException("the volume " + name + " is mounted, but it is not declared");
      }
      String path = mount.path("mountPath").asText("/");
      mounts.add(new Mount(path, name, claim, mount.path("subPath").asText("")));
    }
    return mounts;
  }

  private Map<String, Optional<String>> claims() {
    Map<String, Optional<String>> claims = new HashMap<>();
    for (JsonNode claim : spec.path("volumeClaimTemplates")) {
      String name = claim.path("metadata").path("name").asText("");
      claims.put(name, Optional.of(name));
    }
    return claims;
  }

  private static void note(
      JsonNode volumes, Map<String, Optional<String>> claims, Map<String, String> kinds) {
    for (JsonNode volume : volumes) {
      String name = volume.path("name").asText("");
      String kind =
          volume
              .propertyStream()
              .map(Map.Entry::getKey)
              .filter(key -> !key.equals("name"))
              .findFirst()
              .orElse("emptyDir");
      switch (kind) {
        case "emptyDir", "ephemeral" -> claims.put(name, Optional.empty());
        case "persistentVolumeClaim" -> {
          String claim = volume.path(kind).path("claimName").asText(name);
          claims.put(name, Optional.of("claim-" + claim));
        }
        default -> kinds.put(name, kind);
      }
    }
  }
}
