// SPDX-License-Identifier: Apache-2.0
package tiphys.app.bench;

import java.time.Instant;
import java.util.function.IntPredicate;

/**
 * A run of {@link LargeWorkflow} at each of its moments, as a cluster tells it. The tasks end in
 * the order of the file.
 */
final class PlayedWorkflow {
  static final String NAME = "large-1";

  private static final Instant BEGIN = Instant.parse("2026-11-25T01:00:00Z");
  private static final int SECONDS_OF_A_LAYER = 20;

  private final String[] running;
  private final String[] ended;
  private final int[] succeeded;
  private final int[] failed;
  private final int events;

  /** How a task ends. */
  private enum End {
    Succeeded,
    Failed,
    Omitted
  }

  /**
   * One in a hundred tasks fails, and the others go on nevertheless.
   *
   * @param nodes with the one that stands for the whole
   * @param events how many changes there are from the beginning to the end
   */
  static PlayedWorkflow withFailures(int nodes, int events) {
    return new PlayedWorkflow(nodes, events, task -> task % 97 == 96, false);
  }

  /** What waits for a task that fails is left out, as in a real run. */
  static PlayedWorkflow withLosses(int nodes, int events, IntPredicate fails) {
    return new PlayedWorkflow(nodes, events, fails, true);
  }

  private PlayedWorkflow(int nodes, int events, IntPredicate fails, boolean losesWhatWaits) {
    int tasks = nodes - 1;
    this.events = events;
    this.running = new String[tasks];
    this.ended = new String[tasks];
    this.succeeded = new int[nodes];
    this.failed = new int[nodes];
    End[] ends = new End[tasks];
    for (int i = 0; i < tasks; i++) {
      boolean isLost =
          losesWhatWaits
              && LargeWorkflow.dependencies(i).anyMatch(each -> ends[each] != End.Succeeded);
      ends[i] = isLost ? End.Omitted : fails.test(i) ? End.Failed : End.Succeeded;
      running[i] = node(i, "Pod", "Running", "null", "");
      ended[i] = ended(i, ends[i]);
      succeeded[i + 1] = succeeded[i] + (ends[i] == End.Succeeded ? 1 : 0);
      failed[i + 1] = failed[i] + (ends[i] == End.Failed ? 1 : 0);
    }
  }

  private static String ended(int task, End end) {
    String at = end == End.Omitted ? start(task).toString() : finish(task).toString();
    String message =
        switch (end) {
          case Succeeded -> "";
          case Failed -> "main: Error (exit code 1)";
          case Omitted -> "omitted: depends condition not met";
        };
    String type = end == End.Omitted ? "Skipped" : "Pod";
    return node(task, type, end.name(), "\"" + at + "\"", message);
  }

  private static Instant start(int task) {
    return BEGIN.plusSeconds((long) LargeWorkflow.layer(task) * SECONDS_OF_A_LAYER);
  }

  private static Instant finish(int task) {
    return start(task).plusSeconds(5 + task * 13L % (SECONDS_OF_A_LAYER - 6));
  }

  private static String node(int task, String type, String phase, String end, String message) {
    return """
        ,"wf-%1$d":{"id":"wf-%1$d","name":"%7$s.task-%1$d","displayName":"task-%1$d","type":"%5$s",\
        "templateName":"echo","templateScope":"local/wf","phase":"%2$s","boundaryID":"wf",\
        "startedAt":"%4$s","finishedAt":%3$s,"message":"%6$s","progress":"1/1",\
        "resourcesDuration":{"cpu":1,"memory":2}}"""
        .formatted(task, phase, end, start(task), type, message, NAME);
  }

  /** How many tasks have succeeded at a moment. */
  int succeeded(int event) {
    return succeeded[done(event)];
  }

  /** The moment at which a task has ended. */
  int endOf(int task) {
    int event = 0;
    while (done(event) <= task) {
      event++;
    }
    return event;
  }

  private int done(int event) {
    return (int) ((long) running.length * event / events);
  }

  /** From 0, before anything has ended, to the last event. As many nodes have begun as can be. */
  String json(int event) {
    boolean isOver = event == events;
    int done = done(event);
    int begun = Math.min(running.length, done + 100);
    String phase = !isOver ? "Running" : failed[done] > 0 ? "Failed" : "Succeeded";
    StringBuilder json = new StringBuilder(begun * 330 + 400);
    json.append(
        """
        {"metadata":{"name":"%7$s","namespace":"default","uid":"u","resourceVersion":"%1$d",\
        "creationTimestamp":"%5$s"},"spec":{},"status":{"phase":"%2$s","progress":"%3$d/%4$d",\
        "startedAt":"%5$s","finishedAt":%6$s,\
        "nodes":{"wf":{"id":"wf","name":"%7$s","displayName":"%7$s","type":"DAG","phase":"%2$s",\
        "templateName":"main","startedAt":"%5$s"}"""
            .formatted(
                event,
                phase,
                done,
                running.length,
                BEGIN,
                isOver ? "\"" + finish(running.length - 1) + "\"" : "null",
                NAME));
    for (int i = 0; i < begun; i++) {
      json.append(i < done ? ended[i] : running[i]);
    }
    return json.append("}}}").toString();
  }
}
