// SPDX-License-Identifier: Apache-2.0
package tiphys.model.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tiphys.model.graph.FlowGraph;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.state.DiagramState;
import tiphys.model.state.Positions;
import tiphys.model.text.SourceText;
import tiphys.model.workflow.TemplateName;

/** What decided how long a run took. */
final class CriticalPathTest {
  private static final String DIAMOND =
      """
      kind: Workflow
      spec:
        entrypoint: main
        templates:
        - name: main
          dag:
            tasks:
            - {name: A, template: t}
            - {name: B, template: t, depends: A}
            - {name: C, template: t, depends: A}
            - {name: D, template: t, depends: B && C}
        - name: t
          container: {image: busybox}
      """;

  private final Map<String, NodeStatus> nodes = new LinkedHashMap<>();

  @Test
  void itGoesThroughTheSlowerOfTwoBranches() {
    ran("A", 0, 10);
    ran("B", 10, 20);
    ran("C", 10, 50);
    ran("D", 50, 60);

    assertEquals(names("A", "C", "D"), path());
  }

  @Test
  void whatStillRunsIsTheEndOfIt() {
    ran("A", 0, 10);
    ran("B", 10, -1);
    ran("C", 10, 50);

    assertEquals(names("A", "B"), path());
  }

  @Test
  void whatWasSkippedTookNoTime() {
    ran("A", 0, 10);
    ran("B", 10, 20);
    nodes.put("w.C", status("C", Optional.empty(), Optional.empty()));
    ran("D", 20, 30);

    assertEquals(names("A", "B", "D"), path());
  }

  @Test
  void thereIsNoneBeforeAnythingHasBegun() {
    assertEquals(List.of(), path());
  }

  private List<NodeId> path() {
    DiagramState state = DiagramState.of(SourceText.of(DIAMOND), Positions.NONE);
    FlowGraph graph = state.graph(new Scope(0, new TemplateName("main")));
    Map<NodeId, TaskState> states = new LinkedHashMap<>();
    for (String id : nodes.keySet()) {
      states.put(
          new NodeId(id.substring(2)),
          new TaskState(Optional.of(NodePhase.SUCCEEDED), 1, 1, 0, 0, 0, List.of(id), List.of()));
    }
    return CriticalPath.of(
        graph,
        states,
        new RunSnapshot("w", Optional.empty(), "", Optional.empty(), Optional.empty(), nodes));
  }

  private void ran(String task, long from, long to) {
    Optional<Instant> end = to < 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(to));
    nodes.put("w." + task, status(task, Optional.of(Instant.ofEpochSecond(from)), end));
  }

  private static NodeStatus status(String task, Optional<Instant> from, Optional<Instant> to) {
    return new NodeStatus(
        "w." + task,
        "w." + task,
        task,
        "Pod",
        "t",
        NodePhase.SUCCEEDED,
        "w",
        "",
        from,
        to,
        List.of(),
        NodeStatus.Values.NONE,
        NodeStatus.Values.NONE,
        false,
        false);
  }

  private static List<NodeId> names(String... names) {
    return Stream.of(names).map(NodeId::new).toList();
  }
}
