// SPDX-License-Identifier: Apache-2.0
package tiphys.app.timeline;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tiphys.model.run.NodeIds;
import tiphys.model.run.NodePhase;
import tiphys.model.run.NodeStatus;
import tiphys.model.run.RunSnapshot;

/** A run of which each node is told with its seconds. */
public final class TimedRun {
  /** A little while ago, since a run that goes on lasts until now. */
  @SuppressWarnings("TimeInStaticInitializer") // the same for all that is compared
  public static final Instant START =
      Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(99);

  private static final String RUN = "flow";

  private final Map<String, NodeStatus> nodes = new LinkedHashMap<>();

  /** One node of the run {@code flow}. @param to negative while it goes on */
  public TimedRun node(
      String name,
      String type,
      String template,
      String boundary,
      NodePhase phase,
      int from,
      int to,
      String... children) {
    String id = NodeIds.of(RUN, name);
    nodes.put(
        id,
        new NodeStatus(
            id,
            name,
            name.substring(name.lastIndexOf('.') + 1),
            type,
            template,
            phase,
            boundary.isEmpty() ? "" : NodeIds.of(RUN, boundary),
            phase == NodePhase.FAILED ? "Error (exit code 1)" : "",
            phase == NodePhase.OMITTED ? Optional.empty() : at(from),
            to < 0 ? Optional.empty() : at(to),
            Arrays.stream(children).map(child -> NodeIds.of(RUN, child)).toList(),
            NodeStatus.Values.NONE,
            NodeStatus.Values.NONE,
            false,
            name.matches(".*\\)\\(\\d+\\)")));
    return this;
  }

  public RunSnapshot snapshot(NodePhase phase, int until) {
    return new RunSnapshot(
        RUN,
        Optional.of(phase),
        "",
        at(0),
        until < 0 ? Optional.empty() : at(until),
        new LinkedHashMap<>(nodes));
  }

  /** Fetches, works on three things of which one is tried twice, goes deeper, and goes on. */
  public static RunSnapshot ofEverything() {
    return new TimedRun()
        .node("flow", "DAG", "main", "", NodePhase.RUNNING, 0, -1, "flow.fetch")
        .node("flow.fetch", "Pod", "sh", "flow", NodePhase.SUCCEEDED, 0, 14, "flow.work")
        .node(
            "flow.work",
            "TaskGroup",
            "sh",
            "flow",
            NodePhase.SUCCEEDED,
            15,
            62,
            "flow.work(0:a)",
            "flow.work(1:b)",
            "flow.work(2:c)")
        .node("flow.work(0:a)", "Pod", "sh", "flow", NodePhase.SUCCEEDED, 15, 40, "flow.more")
        .node(
            "flow.work(1:b)",
            "Retry",
            "sh",
            "flow",
            NodePhase.SUCCEEDED,
            15,
            62,
            "flow.work(1:b)(0)",
            "flow.work(1:b)(1)")
        .node("flow.work(1:b)(0)", "Pod", "sh", "flow", NodePhase.FAILED, 15, 33)
        .node("flow.work(1:b)(1)", "Pod", "sh", "flow", NodePhase.SUCCEEDED, 36, 62, "flow.more")
        .node("flow.work(2:c)", "Pod", "sh", "flow", NodePhase.SUCCEEDED, 16, 27, "flow.more")
        .node("flow.more", "DAG", "inner", "flow", NodePhase.RUNNING, 63, -1, "flow.more.deep")
        .node(
            "flow.more.deep",
            "Pod",
            "sh",
            "flow.more",
            NodePhase.SUCCEEDED,
            63,
            75,
            "flow.more.last")
        .node("flow.more.last", "Pod", "sh", "flow.more", NodePhase.RUNNING, 76, -1)
        .snapshot(NodePhase.RUNNING, -1);
  }

  private static Optional<Instant> at(int seconds) {
    return Optional.of(START.plusSeconds(seconds));
  }
}
