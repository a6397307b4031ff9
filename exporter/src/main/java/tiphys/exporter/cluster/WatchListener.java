// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import tiphys.exporter.cluster.status.WorkflowObject;
import tiphys.model.problem.Problem;

/** Hears of workflows. Called on the watch's own thread, one call after the other. */
public interface WatchListener {
  /** It is new, or has changed. */
  void changed(WorkflowObject workflow);

  /** It is no longer in the cluster. */
  void deleted(String namespace, String name);

  /** What is shown may be old: the watch tries again by itself. Told once until it goes on. */
  void interrupted(Problem why);

  /** What is shown holds; told at the start, and when an interruption is over. */
  void live();
}
