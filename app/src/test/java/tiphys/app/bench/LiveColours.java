// SPDX-License-Identifier: Apache-2.0
package tiphys.app.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tiphys.model.run.NodePhase;
import tiphys.model.run.NodeStatus;
import tiphys.model.run.RunSnapshot;

/** A run of {@link LargeWorkflow} whose tasks succeed one after the other. */
final class LiveColours {
  private final Map<String, NodeStatus> nodes = new LinkedHashMap<>();

  LiveColours(int tasks) {
    nodes.put("wf", node("wf", "wf", "DAG", "main", NodePhase.RUNNING, ""));
    for (int i = 0; i < tasks; i++) {
      nodes.put("wf-" + i, task(i, NodePhase.RUNNING));
    }
  }

  /** The run after one more task has succeeded. */
  RunSnapshot after(int task) {
    nodes.put("wf-" + task, task(task, NodePhase.SUCCEEDED));
    return new RunSnapshot(
        "wf",
        Optional.of(NodePhase.RUNNING),
        "",
        Optional.empty(),
        Optional.empty(),
        new LinkedHashMap<>(nodes));
  }

  private static NodeStatus task(int number, NodePhase phase) {
    return node("wf-" + number, "wf.task-" + number, "Pod", "echo", phase, "wf");
  }

  private static NodeStatus node(
      String id, String name, String type, String template, NodePhase phase, String boundary) {
    return new NodeStatus(
        id,
        name,
        name.substring(name.indexOf('.') + 1),
        type,
        template,
        phase,
        boundary,
        "",
        Optional.empty(),
        Optional.empty(),
        List.of(),
        NodeStatus.Values.NONE,
        NodeStatus.Values.NONE,
        false,
        false);
  }
}
