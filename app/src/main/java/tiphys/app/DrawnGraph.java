// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import tiphys.app.canvas.ChangedGraph;
import tiphys.app.difference.Graph;
import tiphys.app.message.Messages;
import tiphys.app.theme.Look;
import tiphys.model.difference.ScopeDifference;
import tiphys.model.graph.NodeId;

/** Has differences drawn as the canvas draws. */
final class DrawnGraph implements Graph {
  private final ChangedGraph drawn;

  DrawnGraph(Messages messages, ObservableValue<Look> look) {
    this.drawn = new ChangedGraph(messages, look);
  }

  @Override
  public Node node() {
    return drawn;
  }

  @Override
  public void show(ScopeDifference difference) {
    drawn.show(difference);
  }

  @Override
  public void choose(Optional<NodeId> node) {
    drawn.choose(node);
  }

  @Override
  public void onChosen(Consumer<NodeId> told) {
    drawn.onChosen(told);
  }
}
