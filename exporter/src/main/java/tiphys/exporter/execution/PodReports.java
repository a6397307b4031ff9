// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.execution;

/** Where a runner tells how its pods fare. May be called on any thread. */
public interface PodReports {
  void running(String nodeId);

  /** The last report of a pod. Reports after it are ignored. */
  void finished(String nodeId, PodResult result);
}
