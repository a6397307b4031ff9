// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import tiphys.model.run.NodePhase;
import tiphys.model.run.NodeStatus;
import tiphys.model.run.RunSnapshot;

/** Tells a line for each node of a run whose state is another than before. */
final class NodeNews {
  private final Console console;
  private final Map<String, NodePhase> told = new HashMap<>();

  NodeNews(Console console) {
    this.console = console;
  }

  void tell(RunSnapshot snapshot) {
    for (NodeStatus node : snapshot.nodes().values()) {
      if (node.phase() != told.put(node.id(), node.phase())) {
        String message = node.message().isEmpty() ? "" : " — " + node.message();
        console
            .err()
            .println(
                WatchTree.mark(node.phase())
                    + " "
                    + node.name()
                    + "  "
                    + phase(node.phase())
                    + message);
      }
    }
  }

  /** How it ended. */
  void end(RunSnapshot end) {
    String phase = phase(end.phase().orElse(NodePhase.ERROR));
    String line = console.messages().text("cli.run-end", end.workflowName(), phase, end.message());
    console.err().println(line.strip()); // most runs end without a message
  }

  private String phase(NodePhase phase) {
    return console.messages().text("phase." + phase.name().toLowerCase(Locale.ROOT));
  }
}
