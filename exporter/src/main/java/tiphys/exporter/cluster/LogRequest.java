// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import java.time.Instant;
import java.util.Map;

/**
 * Which lines of a run are wanted.
 *
 * @param run the run's name
 * @param pod one pod; empty for all of the run
 * @param container of each pod
 * @param isFollowing whether lines that are still to come are waited for, until the run is over
 * @param newest how many lines of each pod, from its end; 0 for all
 * @param known by pod, up to when its lines are known. A hint: they may come nevertheless.
 */
public record LogRequest(
    String run,
    String pod,
    String container,
    boolean isFollowing,
    int newest,
    Map<String, Instant> known) {
  /** The container that a step's own program runs in. */
  public static final String MAIN = "main";

  public LogRequest {
    known = Map.copyOf(known);
  }

  /** What the steps of a run have printed. */
  public static LogRequest of(String run) {
    return new LogRequest(run, "", MAIN, false, 0, Map.of());
  }

  public LogRequest ofRun(String other) {
    return new LogRequest(other, pod, container, isFollowing, newest, known);
  }

  public LogRequest ofPod(String one) {
    return new LogRequest(run, one, container, isFollowing, newest, known);
  }

  public LogRequest inContainer(String other) {
    return new LogRequest(run, pod, other, isFollowing, newest, known);
  }

  public LogRequest following() {
    return new LogRequest(run, pod, container, true, newest, known);
  }

  public LogRequest newest(int lines) {
    return new LogRequest(run, pod, container, isFollowing, lines, known);
  }

  LogRequest after(Map<String, Instant> times) {
    return new LogRequest(run, pod, container, isFollowing, newest, times);
  }
}
