// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import tiphys.exporter.cluster.status.WorkflowObject;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;

/** Remembers what a watch told, and lets a test wait for it. */
final class Heard implements WatchListener {
  private static final long PATIENCE_MILLIS = 20_000;

  private final Map<String, WorkflowObject> now = new LinkedHashMap<>();
  private final List<ProblemCode> interruptions = new ArrayList<>();
  private final List<String> phases = new ArrayList<>();
  private int lives;
  private boolean isLive;

  @Override
  public synchronized void changed(WorkflowObject workflow) {
    now.put(workflow.name(), workflow);
    phases.add(workflow.json().at("/status/phase").asText(""));
    notifyAll();
  }

  @Override
  public synchronized void deleted(String namespace, String name) {
    now.remove(name);
    notifyAll();
  }

  @Override
  public synchronized void interrupted(Problem why) {
    interruptions.add(why.code());
    isLive = false;
    notifyAll();
  }

  @Override
  public synchronized void live() {
    lives++;
    isLive = true;
    notifyAll();
  }

  synchronized Map<String, WorkflowObject> now() {
    return new LinkedHashMap<>(now);
  }

  synchronized WorkflowObject run(String name) {
    return Optional.ofNullable(now.get(name)).orElseThrow();
  }

  synchronized String phase(String name) {
    return Optional.ofNullable(now.get(name))
        .map(run -> run.json().at("/status/phase").asText(""))
        .orElse("none");
  }

  synchronized String progress(String name) {
    return Optional.ofNullable(now.get(name)).map(WorkflowObject::progress).orElse("");
  }

  synchronized List<ProblemCode> interruptions() {
    return List.copyOf(interruptions);
  }

  synchronized int lives() {
    return lives;
  }

  synchronized boolean isLive() {
    return isLive;
  }

  synchronized int changes() {
    return phases.size();
  }

  /** Waits until something holds; fails where it does not within a long time. */
  synchronized void await(BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
    try {
      while (!condition.getAsBoolean() && System.nanoTime() < end) {
        wait(100);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    assertTrue(
        condition.getAsBoolean(),
        () -> "heard " + now.keySet() + " " + phases + " " + interruptions + " live " + isLive);
  }
}
