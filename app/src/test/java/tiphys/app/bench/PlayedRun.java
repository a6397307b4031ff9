// SPDX-License-Identifier: Apache-2.0
package tiphys.app.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An Argo Server on loopback that plays one run, each event when the one before is taken: each
 * event is the whole workflow with some nodes more that have ended. Now and then it tears the
 * stream within an event.
 */
final class PlayedRun implements AutoCloseable {
  private final HttpServer server;
  private final PlayedWorkflow run;
  private final int events;
  private final int tornEach;
  private final long[] sent;
  private final AtomicInteger faults = new AtomicInteger();
  private int taken;

  /**
   * @param tornEach after how many events the stream is torn
   */
  PlayedRun(PlayedWorkflow run, int events, int tornEach) throws IOException {
    this.run = run;
    this.events = events;
    this.tornEach = tornEach;
    this.sent = new long[events + 1];
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::serve);
    server.start();
  }

  String address() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** When the last byte of an event left, as {@link System#nanoTime}. */
  long sentAt(int event) {
    return sent[event];
  }

  /** The next event is sent only then, so that none waits behind another. */
  synchronized void taken(int event) {
    taken = Math.max(taken, event);
    notifyAll();
  }

  private synchronized void awaitTaken(int event) throws InterruptedException {
    while (taken < event) {
      wait();
    }
  }

  int faults() {
    return faults.get();
  }

  private void serve(HttpExchange exchange) throws IOException {
    String query = Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("");
    String path = exchange.getRequestURI().getPath();
    if (!path.contains("workflow-events")) {
      String first = run.json(0);
      answer(
          exchange,
          path.endsWith(PlayedWorkflow.NAME)
              ? first
              : "{\"metadata\":{\"resourceVersion\":\"0\"},\"items\":[" + first + "]}");
      return;
    }
    String version = query.replaceAll(".*resourceVersion=(\\d+).*", "$1");
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      for (int event = Integer.parseInt(version) + 1; event <= events; event++) {
        byte[] bytes = event(event);
        awaitTaken(event - 1);
        boolean isTorn = event % tornEach == 0 && sent[event] == 0;
        sent[event] = System.nanoTime();
        if (isTorn) {
          faults.incrementAndGet();
          out.write(bytes, 0, bytes.length / 2);
          out.flush();
          exchange.close();
          return;
        }
        out.write(bytes);
        out.flush();
        sent[event] = System.nanoTime();
      }
    } catch (IOException closed) {
      // whoever listened has gone
      exchange.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void answer(HttpExchange exchange, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private byte[] event(int event) {
    return ("data: {\"result\":{\"type\":\"MODIFIED\",\"object\":" + run.json(event) + "}} \n\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
