// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

/**
 * Which lines of a run are wanted.
 *
 * @param run the run's name
 * @param pod one pod; empty for all of the run
 * @param container of each pod
 * @param isFollowing whether lines that are still to come are waited for, until the run is over
 */
public record LogRequest(String run, String pod, String container, boolean isFollowing) {
  /** The container that a step's own program runs in. */
  public static final String MAIN = "main";

  public static LogRequest of(String run) {
    return new LogRequest(run, "", MAIN, false);
  }

  public LogRequest following() {
    return new LogRequest(run, pod, container, true);
  }
}
