// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.bed;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tiphys.exporter.cluster.Certificates;

/** What an API server asks of a node: the lines of its containers, and to end them. */
final class Kubelet implements AutoCloseable {
  private static final int NOT_FOUND = 404;
  private static final int NOT_IMPLEMENTED = 501;

  private final HttpsServer server;
  private final Pods pods;

  /** The pods of the node, by name. */
  interface Pods {
    Optional<Printed> printed(String pod, String container);

    void end(String pod);
  }

  Kubelet(Pods pods) throws IOException {
    this.pods = pods;
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(Certificates.of("127.0.0.1").context()));
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/containerLogs/", this::logs);
    server.createContext("/exec/", this::exec);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  /** {@code /containerLogs/namespace/pod/container}. */
  private void logs(HttpExchange exchange) throws IOException {
    String[] parts = exchange.getRequestURI().getPath().split("/", -1);
    Optional<Printed> printed = pods.printed(parts[3], parts[4]);
    if (printed.isEmpty()) {
      exchange.sendResponseHeaders(NOT_FOUND, -1);
      exchange.close();
      return;
    }
    Map<String, String> asked = query(exchange);
    exchange.getResponseHeaders().set("Content-Type", "text/plain");
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      out.flush();
      copy(printed.get(), asked, out);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void copy(Printed printed, Map<String, String> asked, OutputStream out)
      throws IOException, InterruptedException {
    boolean isFollowing = asked.getOrDefault("follow", "").equals("true");
    boolean isTimed = asked.getOrDefault("timestamps", "").equals("true");
    Instant since =
        Optional.ofNullable(asked.get("sinceTime")).map(Instant::parse).orElse(Instant.MIN);
    int tail = Integer.parseInt(asked.getOrDefault("tailLines", "-1"));
    int next = tail < 0 ? 0 : Math.max(0, printed.size() - tail);
    var lines = printed.from(next, isFollowing);
    while (!lines.isEmpty()) {
      for (Printed.Line line : lines) {
        if (!line.at().isBefore(since)) {
          String text = (isTimed ? line.at() + " " : "") + line.text() + "\n";
          out.write(text.getBytes(StandardCharsets.UTF_8));
        }
      }
      out.flush();
      next += lines.size();
      lines = printed.from(next, isFollowing);
    }
  }

  /**
   * Argo's controller ends containers by a command in them. Streams of commands are beyond this
   * node; it does what every one of them means here, and says so.
   */
  private void exec(HttpExchange exchange) throws IOException {
    pods.end(exchange.getRequestURI().getPath().split("/", -1)[3]);
    exchange.sendResponseHeaders(NOT_IMPLEMENTED, -1);
    exchange.close();
  }

  private static Map<String, String> query(HttpExchange exchange) {
    String raw = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
    return Stream.of(raw.split("&"))
        .map(pair -> pair.split("=", 2))
        .filter(pair -> pair.length == 2)
        .collect(
            Collectors.toMap(
                pair -> pair[0],
                pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                (a, _) -> a));
  }
}
