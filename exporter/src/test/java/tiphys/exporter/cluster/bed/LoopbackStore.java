// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.bed;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** A store of artifacts on loopback, of the kind that Argo calls {@code http}: PUT and GET. */
public final class LoopbackStore implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, byte[]> kept = new ConcurrentHashMap<>();

  public LoopbackStore() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::serve);
    server.start();
  }

  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void serve(HttpExchange exchange) throws IOException {
    String key = exchange.getRequestURI().getPath();
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (exchange.getRequestMethod().equals("PUT")) {
      kept.put(key, body);
      exchange.sendResponseHeaders(201, -1);
    } else if (kept.containsKey(key)) {
      byte[] found = kept.getOrDefault(key, new byte[0]);
      exchange.sendResponseHeaders(200, found.length == 0 ? -1 : found.length);
      exchange.getResponseBody().write(found);
    } else {
      exchange.sendResponseHeaders(404, -1);
    }
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
