// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

/** Hands out artifacts as an Argo Server does: redirects, listings, bare errors. */
final class ArtifactDouble {
  private static final int FILE_FROM = 7;

  /** By run or uid, node, side and name, and for folders the file in them. */
  private final Map<String, byte[]> files = new ConcurrentSkipListMap<>();

  void put(String place, byte[] content) {
    files.put(place, content);
  }

  /** {@code artifact-files/ns/workflows/run/node/outputs/name/file}. */
  void answer(ClusterDouble.Asked asked, HttpExchange exchange) throws IOException {
    String[] parts = asked.path().split("/", -1);
    String key =
        java.util.stream.IntStream.range(3, parts.length)
            .mapToObj(asked::part)
            .collect(Collectors.joining("/"));
    String discriminator = asked.part(2);
    boolean isKnown =
        discriminator.equals("workflows") || discriminator.equals("archived-workflows");
    if (!isKnown || parts.length < FILE_FROM) {
      ClusterDouble.send(exchange, 400, "text/plain", "Bad Request\n");
      return;
    }
    String at = discriminator + "/" + key;
    byte[] file = files.get(at);
    boolean isFolder = files.keySet().stream().anyMatch(each -> each.startsWith(at + "/"));
    if (file != null) {
      send(exchange, at, file);
    } else if (at.endsWith("/") && !listed(at).isEmpty()) {
      list(exchange, at);
    } else if (isFolder) {
      exchange.getResponseHeaders().set("Location", "/" + asked.path() + "/");
      ClusterDouble.send(exchange, 307, "text/html", "<a>Temporary Redirect</a>\n");
    } else {
      ClusterDouble.send(exchange, 500, "text/plain", "Internal Server Error\n");
    }
  }

  private static void send(HttpExchange exchange, String at, byte[] file) throws IOException {
    String name = at.substring(at.lastIndexOf('/') + 1);
    exchange.getResponseHeaders().set("Content-Disposition", "filename=\"" + name + ".of-store\"");
    exchange.sendResponseHeaders(200, file.length);
    exchange.getResponseBody().write(file);
    exchange.close();
  }

  private Set<String> listed(String folder) {
    return files.keySet().stream()
        .filter(each -> each.startsWith(folder))
        .map(each -> each.substring(folder.length()))
        .map(each -> each.contains("/") ? each.substring(0, each.lastIndexOf('/') + 1) : each)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private void list(HttpExchange exchange, String folder) throws IOException {
    if (listed(folder).contains("index.html")) {
      exchange.getResponseHeaders().set("Location", "/somewhere/index.html");
      ClusterDouble.send(exchange, 307, "text/html", "");
      return;
    }
    String links =
        listed(folder).stream()
            .map(
                name ->
                    "<li><a href=\"./"
                        + Arrays.stream(name.split("/", -1))
                            .map(part -> part.replace(" ", "%20"))
                            .collect(Collectors.joining("/"))
                        + "\">"
                        + name
                        + "</a></li>\n")
            .collect(Collectors.joining());
    ClusterDouble.send(
        exchange,
        200,
        "text/html",
        "<html><body><ul>\n<li><a href=\"..\">..</a></li>\n" + links + "</ul></body></html>");
  }
}
