// SPDX-License-Identifier: Apache-2.0
package tiphys.app.bench;

/**
 * A run of {@link LargeWorkflow} at each of its moments, as a cluster tells it. The tasks end in
 * the order of the file, one in a hundred of them with a failure.
 */
final class PlayedWorkflow {
  private static final int FAILS_EACH = 97;

  private final String[] running;
  private final String[] ended;
  private final int events;

  /**
   * @param nodes with the one that stands for the whole
   * @param events how many changes there are from the beginning to the end
   */
  PlayedWorkflow(int nodes, int events) {
    this.events = events;
    this.running = new String[nodes - 1];
    this.ended = new String[nodes - 1];
    for (int i = 0; i < nodes - 1; i++) {
      running[i] = node(i, "Running", "null");
      ended[i] = node(i, fails(i) ? "Failed" : "Succeeded", "\"2026-11-25T01:00:05Z\"");
    }
  }

  private static boolean fails(int task) {
    return task % FAILS_EACH == FAILS_EACH - 1;
  }

  private static String node(int task, String phase, String end) {
    return """
        ,"wf-%1$d":{"id":"wf-%1$d","name":"wf.task-%1$d","displayName":"task-%1$d","type":"Pod",\
        "templateName":"echo","templateScope":"local/wf","phase":"%2$s","boundaryID":"wf",\
        "startedAt":"2026-11-25T01:00:00Z","finishedAt":%3$s,"progress":"1/1",\
        "resourcesDuration":{"cpu":1,"memory":2}}"""
        .formatted(task, phase, end);
  }

  /** How many tasks have succeeded at a moment. */
  int succeeded(int event) {
    int done = done(event);
    return done - done / FAILS_EACH;
  }

  private int done(int event) {
    return (int) ((long) running.length * event / events);
  }

  /** From 0, before anything has ended, to the last event. As many nodes have begun as can be. */
  String json(int event) {
    boolean isOver = event == events;
    int done = done(event);
    int begun = Math.min(running.length, done + 100);
    String phase = !isOver ? "Running" : done >= FAILS_EACH ? "Failed" : "Succeeded";
    StringBuilder json = new StringBuilder(begun * 330 + 400);
    json.append(
        """
        {"metadata":{"name":"wf","namespace":"default","resourceVersion":"%d"},"spec":{},\
        "status":{"phase":"%s","progress":"%d/%d","startedAt":"2026-11-25T01:00:00Z",\
        "nodes":{"wf":{"id":"wf","name":"wf","type":"DAG","phase":"%s","templateName":"main"}"""
            .formatted(event, phase, done, running.length, phase));
    for (int i = 0; i < begun; i++) {
      json.append(i < done ? ended[i] : running[i]);
    }
    return json.append("}}}").toString();
  }
}
