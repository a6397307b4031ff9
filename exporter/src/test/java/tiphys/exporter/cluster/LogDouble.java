// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BinaryOperator;

/**
 * Streams what pods print, as a kubelet does: with times, from a time on, until the run is over.
 */
final class LogDouble {
  private static final Instant FIRST = Instant.parse("2026-11-25T00:00:00Z");
  private static final long BETWEEN_LINES_MILLIS = 400;

  private final ClusterMemory memory;
  private final ConcurrentLinkedQueue<Cut> cuts = new ConcurrentLinkedQueue<>();

  /** Ends a stream after some lines, as a break or in good order. */
  record Cut(int lines, boolean isBreak) {}

  /** What is asked for; an empty pod is any. */
  record Asked(
      String workflow,
      String pod,
      String container,
      boolean isFollowing,
      Optional<Instant> since,
      int newest) {}

  LogDouble(ClusterMemory memory) {
    this.memory = memory;
  }

  void cutNext(Cut cut) {
    cuts.add(cut);
  }

  /**
   * @param form how a line of a pod stands in the stream
   */
  void stream(HttpExchange exchange, Asked asked, BinaryOperator<String> form) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    Optional<Cut> cut = Optional.ofNullable(cuts.poll());
    Map<String, Integer> told = new HashMap<>();
    int written = 0;
    try (OutputStream out = exchange.getResponseBody()) {
      boolean isOver = false;
      while (!isOver) {
        isOver = !asked.isFollowing() || isOver(asked.workflow());
        for (Map.Entry<String, ClusterMemory.Pod> pod : memory.pods().entrySet()) {
          for (String line : fresh(pod.getKey(), pod.getValue(), asked, told)) {
            if (cut.isPresent() && written++ == cut.get().lines()) {
              end(exchange, cut.get());
              return;
            }
            ClusterDouble.write(out, form.apply(pod.getKey(), line));
          }
        }
        Thread.sleep(isOver ? 0 : 10);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
    }
  }

  private static void end(HttpExchange exchange, Cut cut) throws IOException {
    if (!cut.isBreak()) {
      exchange.getResponseBody().close();
    }
    exchange.close();
  }

  private static List<String> fresh(
      String name, ClusterMemory.Pod pod, Asked asked, Map<String, Integer> told) {
    boolean isMeant = asked.pod().isEmpty() || asked.pod().equals(name);
    if (!isMeant || !pod.workflow().equals(asked.workflow())) {
      return List.of();
    }
    List<String> all = pod.logs().getOrDefault(asked.container(), "").lines().toList();
    int first = asked.newest() > 0 ? Math.max(0, all.size() - asked.newest()) : 0;
    int from = told.getOrDefault(name, first);
    told.put(name, all.size());
    return java.util.stream.IntStream.range(from, all.size())
        .filter(i -> asked.since().filter(since -> time(i).isBefore(since)).isEmpty())
        .mapToObj(i -> time(i) + " " + all.get(i))
        .toList();
  }

  private static Instant time(int line) {
    return FIRST.plusMillis(line * BETWEEN_LINES_MILLIS);
  }

  boolean isOver(String workflow) {
    return List.of("Succeeded", "Failed", "Error")
        .contains(
            memory.get(ArgoKind.WORKFLOW, "default", workflow).at("/status/phase").asText(""));
  }
}
