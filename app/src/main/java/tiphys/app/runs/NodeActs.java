// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.MenuItem;
import tiphys.app.message.Messages;
import tiphys.model.run.NodePhase;
import tiphys.model.run.NodeStatus;

/** What can be done with one node of a run on a cluster. */
record NodeActs(RunControl control, Messages messages) {
  List<MenuItem> of(NodeStatus node) {
    List<MenuItem> items = new ArrayList<>();
    boolean isOnCluster = control.run().get().flatMap(LiveRun::place).isPresent();
    Set<RunAct> possible = control.acts().getValue();
    boolean isWaiting = node.type().equals("Suspend") && node.phase() == NodePhase.RUNNING;
    if (isOnCluster && isWaiting && possible.contains(RunAct.RESUME)) {
      items.add(item("runs.node-resume", RunAct.RESUME, node));
    }
    boolean isOver = !possible.isEmpty() && !possible.contains(RunAct.STOP);
    if (isOnCluster && isOver && node.phase().isFinished()) {
      items.add(item("runs.node-retry", RunAct.RETRY, node));
    }
    return items;
  }

  private MenuItem item(String key, RunAct act, NodeStatus node) {
    MenuItem item = new MenuItem(messages.text(key, node.displayName()));
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> control.act(act, Optional.of(node)));
    return item;
  }
}
