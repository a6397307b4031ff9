// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import tiphys.exporter.cluster.LogStream.LogLine;
import tiphys.model.problem.Problem;

/** Remembers what the reading of a log told, and lets a test wait for it. */
final class HeardLines implements RunLog.Ear {
  private static final long PATIENCE_SECONDS = 120;

  private final List<String> lines = new ArrayList<>();
  private final CompletableFuture<Optional<Problem>> end = new CompletableFuture<>();
  private int interruptions;
  private int lives;

  static HeardLines of(ClusterGateway gateway, String run) {
    return of(gateway, LogRequest.of(run));
  }

  /** Reads to the end. */
  static HeardLines of(ClusterGateway gateway, LogRequest request) {
    HeardLines heard = begin(gateway, request);
    heard.end();
    return heard;
  }

  static HeardLines begin(ClusterGateway gateway, LogRequest request) {
    HeardLines heard = new HeardLines();
    RunLog log = new RunLog(gateway, "", request, ClusterContract.QUICK);
    Thread.ofVirtual().start(() -> heard.end.complete(log.read(heard)));
    return heard;
  }

  @Override
  public synchronized void line(LogLine line) {
    lines.add(line.pod() + ": " + line.text());
    notifyAll();
  }

  @Override
  public synchronized void interrupted(Problem why) {
    interruptions++;
  }

  @Override
  public synchronized void live() {
    lives++;
  }

  synchronized List<String> lines() {
    return List.copyOf(lines);
  }

  synchronized int interruptions() {
    return interruptions;
  }

  synchronized int lives() {
    return lives;
  }

  /** Waits for the end and tells why there was none. */
  Optional<Problem> end() {
    return end.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  synchronized void await(String line) {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    try {
      while (!lines.contains(line) && System.nanoTime() < until) {
        wait(50);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    assertTrue(lines.contains(line), lines::toString);
  }
}
