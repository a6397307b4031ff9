// SPDX-License-Identifier: Apache-2.0
package tiphys.app.stored;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import javafx.collections.ObservableList;
import tiphys.exporter.cluster.ClusterGateway;
import tiphys.exporter.cluster.SubmitOptions;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;

/** What the templates of a cluster need of the program around them. */
public interface Surroundings {
  /** What is to be submitted with, and where. */
  record Wanted(String namespace, SubmitOptions options) {}

  /** What was wanted the last time, and why it failed. */
  record Failed(Wanted wanted, Problem why) {}

  /** Asks a cluster whether it would take a submission. Blocks; called by a worker. */
  @FunctionalInterface
  interface DryRun {
    Outcome<?> of(Wanted wanted);
  }

  /** The connections, by name. */
  ObservableList<String> connections();

  /** The shared way to a cluster. Blocks, so it is for workers; whoever asks does not close it. */
  Outcome<ClusterGateway> open(String connection);

  /** Opens a text as a new file. */
  void openFile(String name, String yaml);

  /** The resources of the file that is shown, as JSON. */
  List<ObjectNode> shownResources();

  /** Asks what to submit with; empty where the user thinks better of it. */
  Optional<Wanted> submission(
      ObjectNode resource,
      String connection,
      String namespace,
      Optional<Failed> last,
      DryRun dryRun);

  /**
   * A run was made.
   *
   * @param resource what it was made of
   */
  void submitted(ObjectNode resource, String connection, String namespace, String run);
}
