// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.execution;

/** What executes pods. No method waits for a pod. */
public interface PodRunner {
  void start(Pod pod, PodReports reports);

  /** Ends what a pod started. Does nothing for a pod that is over. */
  void stop(String nodeId);

  /** Whether outputs are unknown because nothing is really executed. */
  default boolean isSimulation() {
    return false;
  }
}
