// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import javafx.collections.ObservableList;
import tiphys.exporter.cluster.ClusterGateway;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;

/**
 * The clusters that a run can be sent to. Belongs to the window's thread, but {@link #open} blocks
 * and is for workers.
 */
public interface Destinations {
  /** In the user's order. */
  ObservableList<String> names();

  /**
   * The shared way to one; whoever asks does not close it. Another may come where the connection
   * was changed since.
   */
  Outcome<ClusterGateway> open(String name);

  /** A watch came to a stop, and tries again by itself. From any thread. */
  void interrupted(String name, Problem why);

  /** A watch goes on. From any thread. */
  void live(String name);
}
