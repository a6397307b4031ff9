// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Where an artifact says it is kept. */
public final class ArtifactLocation {
  private static final List<String> KEYED = List.of("s3", "oss", "gcs", "azure", "hdfs", "webHDFS");
  private static final List<String> ALL =
      List.of(
          "s3",
          "oss",
          "gcs",
          "azure",
          "hdfs",
          "webHDFS",
          "raw",
          "http",
          "git",
          "artifactory",
          "plugin");

  private ArtifactLocation() {}

  /** The key below the bucket, whichever kind of store it is. */
  public static Optional<String> key(JsonNode artifact) {
    for (String store : KEYED) {
      JsonNode location = artifact.path(store);
      String key = store.equals("azure") ? "blob" : store.equals("hdfs") ? "path" : "key";
      if (location.path(key).isTextual() && !location.path(key).textValue().isEmpty()) {
        return Optional.of(location.path(key).textValue());
      }
    }
    return Optional.empty();
  }

  /** The name of the kind of store, for example {@code git}. */
  public static Optional<String> kind(JsonNode artifact) {
    return ALL.stream().filter(artifact::has).findFirst();
  }

  /** An argument or output with the location of the artifact that it comes from. */
  static ObjectNode placed(ObjectNode artifact, JsonNode from) {
    artifact.remove(List.of("from", "fromExpression"));
    ALL.forEach(artifact::remove);
    for (String kind : ALL) {
      if (from.has(kind)) {
        artifact.set(kind, from.get(kind).deepCopy());
      }
    }
    if (!artifact.has("archive") && from.has("archive")) {
      artifact.set("archive", from.get("archive").deepCopy());
    }
    String subPath = artifact.path("subPath").asText("");
    if (!subPath.isEmpty() && artifact.path("s3").path("key").isTextual()) {
      ObjectNode store = (ObjectNode) artifact.get("s3");
      store.put("key", store.get("key").textValue().replaceAll("/+$", "") + "/" + subPath);
      artifact.remove("subPath");
    }
    return artifact;
  }
}
