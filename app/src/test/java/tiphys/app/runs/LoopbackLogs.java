// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** What pods have printed, streamed as an Argo Server streams it where it is asked for times. */
final class LoopbackLogs {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Instant FIRST = Instant.parse("2026-11-25T00:00:00Z");

  private final Map<String, String> texts = new LinkedHashMap<>();
  private final List<String> asked = new ArrayList<>();
  private int cuts;

  synchronized void set(String pod, String container, String text) {
    texts.put(pod + "/" + container, text);
  }

  synchronized void cut() {
    cuts++;
  }

  /** The queries, in order. */
  synchronized List<String> asked() {
    return List.copyOf(asked);
  }

  /**
   * @param isOver whether nothing more comes
   */
  void stream(HttpExchange exchange, String query, BooleanSupplier isOver) throws IOException {
    int cutsBefore = begin(query);
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    Map<String, Integer> told = new HashMap<>();
    try (OutputStream out = exchange.getResponseBody()) {
      boolean isLast = false;
      while (!isLast) {
        isLast = !query.contains("logOptions.follow=true") || isOver.getAsBoolean();
        if (cuts() > cutsBefore) {
          exchange.close();
          return;
        }
        out.write(news(query, told).getBytes(StandardCharsets.UTF_8));
        out.flush();
        Thread.sleep(isLast ? 0 : 20);
      }
    } catch (IOException _) {
      // whoever listened has gone
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
    }
  }

  private synchronized int begin(String query) {
    asked.add(query);
    return cuts;
  }

  private synchronized int cuts() {
    return cuts;
  }

  private synchronized String news(String query, Map<String, Integer> told) {
    StringBuilder events = new StringBuilder();
    texts.forEach(
        (place, text) -> {
          String pod = place.substring(0, place.indexOf('/'));
          boolean isMeant = !query.contains("podName=") || query.contains("podName=" + pod);
          if (isMeant && query.contains("container=" + place.substring(pod.length() + 1))) {
            List<String> lines = text.lines().toList();
            IntStream.range(told.getOrDefault(place, 0), lines.size())
                .forEach(i -> events.append(event(pod, FIRST.plusSeconds(i), lines.get(i))));
            told.put(place, lines.size());
          }
        });
    return events.toString();
  }

  private static String event(String pod, Instant at, String line) {
    ObjectNode event = JSON.createObjectNode();
    event.putObject("result").put("content", at + " " + line).put("podName", pod);
    return "data: " + event + " \n\n";
  }
}
