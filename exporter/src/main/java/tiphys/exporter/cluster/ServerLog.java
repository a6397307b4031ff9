// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tiphys.exporter.cluster.transport.LineStream;
import tiphys.exporter.cluster.transport.WireJson;

/** Lines as an Argo Server sends them, already put together from all pods. */
final class ServerLog implements LogStream {
  private static final String DATA = "data:";

  private final LineStream lines;

  ServerLog(LineStream lines) {
    this.lines = lines;
  }

  @Override
  public Optional<LogLine> next() throws IOException {
    while (true) {
      Optional<byte[]> line = lines.next();
      if (line.isEmpty()) {
        return Optional.empty();
      }
      String text = new String(line.get(), StandardCharsets.UTF_8);
      if (text.startsWith(DATA)) {
        JsonNode json = WireJson.MAPPER.readTree(text.substring(DATA.length()));
        if (json.has("error")) {
          throw new IOException(json.at("/error/message").asText("error"));
        }
        JsonNode entry = json.path("result");
        return Optional.of(
            LogLine.timed(entry.path("podName").asText(""), entry.path("content").asText("")));
      }
    }
  }

  @Override
  public void close() {
    lines.close();
  }
}
