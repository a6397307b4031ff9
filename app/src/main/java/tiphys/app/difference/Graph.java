// SPDX-License-Identifier: Apache-2.0
package tiphys.app.difference;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import tiphys.model.difference.ScopeDifference;
import tiphys.model.graph.NodeId;

/** Where two versions of a template are shown as one graph. */
public interface Graph {
  Node node();

  void show(ScopeDifference difference);

  /** Marks a task and brings it into sight. */
  void choose(Optional<NodeId> node);

  /** Tells which task was clicked. */
  void onChosen(Consumer<NodeId> told);
}
