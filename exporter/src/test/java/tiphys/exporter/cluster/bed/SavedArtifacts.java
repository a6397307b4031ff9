// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.bed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** What Argo's wait container does with the artifacts and lines of a pod: to a store by HTTP. */
final class SavedArtifacts {
  private final JsonNode template;
  private final ArrayNode saved;

  /**
   * @param saved is given each with its place
   */
  SavedArtifacts(JsonNode template, ArrayNode saved) {
    this.template = template;
    this.saved = saved;
  }

  /**
   * @param file where a path of the container lies here
   */
  void outputs(Function<String, Path> file) throws IOException, InterruptedException {
    for (JsonNode artifact : template.at("/outputs/artifacts")) {
      Path left = file.apply(artifact.path("path").asText());
      String url = artifact.at("/http/url").asText("");
      if (Files.exists(left) && !url.isEmpty()) {
        put(url, artifact.at("/archive/none").isObject() ? Files.readAllBytes(left) : packed(left));
        saved.add(artifact);
      }
    }
  }

  void logs(Map<String, Printed> printed) throws IOException, InterruptedException {
    JsonNode location = template.path("archiveLocation");
    if (location.path("archiveLogs").asBoolean(false) && location.has("http")) {
      for (Map.Entry<String, Printed> each : printed.entrySet()) {
        String url = location.at("/http/url").asText() + "/" + each.getKey() + ".log";
        put(url, (each.getValue().text() + "\n").getBytes(StandardCharsets.UTF_8));
        ObjectNode log = saved.addObject().put("name", each.getKey() + "-logs");
        log.putObject("http").put("url", url);
      }
    }
  }

  private static byte[] packed(Path left) throws IOException, InterruptedException {
    Path folder = Objects.requireNonNull(left.getParent());
    Process tar =
        new ProcessBuilder("tar", "-C", folder.toString(), "-cz", left.getFileName().toString())
            .start();
    byte[] all = tar.getInputStream().readAllBytes();
    if (tar.waitFor() != 0) {
      throw new IOException("tar");
    }
    return all;
  }

  private static void put(String url, byte[] content) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      var _ =
          client.send(
              HttpRequest.newBuilder(URI.create(url))
                  .PUT(HttpRequest.BodyPublishers.ofByteArray(content))
                  .build(),
              HttpResponse.BodyHandlers.discarding());
    }
  }
}
