// SPDX-License-Identifier: Apache-2.0
package tiphys.app.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.collections.ObservableList;
import tiphys.exporter.cluster.ClusterGateway;
import tiphys.exporter.cluster.status.WorkflowObject;
import tiphys.exporter.local.KeptRun;
import tiphys.model.problem.Outcome;

/** Where runs are found, and what is done with the one that is opened. */
public interface RunSource {
  /** The connections, in the user's order. */
  ObservableList<String> connections();

  /** The shared way to one; not closed here. Blocks. */
  Outcome<ClusterGateway> open(String connection);

  /** A cluster answered. */
  void live(String connection);

  /** The runs of this computer that are over. Reads files. */
  List<KeptRun> here();

  /**
   * Shows a run of this computer over a drawing. On the window's thread.
   *
   * @param isOfFile whether it was made of the file that this panel stands below
   */
  void show(KeptRun run, WorkflowObject whole, boolean isOfFile);

  /**
   * Shows a run over a drawing. On the window's thread.
   *
   * @param isOfFile whether it was made of the file that this panel stands below
   */
  void show(String connection, WorkflowObject run, boolean isOfFile);

  /** What is drawn now, as JSON; it is made where it is asked for. */
  Supplier<Optional<ObjectNode>> drawing();

  /**
   * Shows a place of the drawing. On the window's thread.
   *
   * @param template empty for the workflow itself
   * @param task empty for the template itself
   */
  void reveal(String template, String task);
}
