// SPDX-License-Identifier: Apache-2.0
package tiphys.model.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import tiphys.model.graph.FlowEdge;
import tiphys.model.graph.FlowGraph;
import tiphys.model.graph.FlowNode;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scopes;
import tiphys.model.state.DiagramState;
import tiphys.model.state.Positions;
import tiphys.model.text.SourceText;

final class TidyDrawingTest {
  private static final String HEAD =
      """
      kind: Workflow
      spec:
        entrypoint: main
        templates:
          - name: main
            dag:
              tasks:
      """;

  @Property(tries = 100)
  void noEdgeRunsThroughANodeThatItHasNothingToDoWith(
      @ForAll @IntRange(min = 1, max = 60) int tasks, @ForAll long seed) {
    FlowGraph graph = graph(randomTasks(tasks, seed));

    assertEquals(0, quality(graph).throughNodes());
  }

  @Test
  void aTaskThatWaitsForTenThousandIsDrawnBelowThem() {
    StringBuilder tasks = new StringBuilder();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      tasks.append("          - {name: t").append(i).append(", template: echo}\n");
      names.add("t" + i);
    }
    tasks.append("          - {name: last, template: echo, depends: \"");
    tasks.append(String.join(" && ", names)).append("\"}\n");

    FlowGraph graph = graph(tasks.toString());

    assertEquals(10_000, graph.edges().size());
    assertEquals(
        128, Arranger.tidy(graph, Heading.DOWN).boxOf(new NodeId("last")).orElseThrow().y());
  }

  @Test
  void toTheRightEveryTaskStandsBeyondThoseThatItWaitsForAndOverNone() {
    FlowGraph graph = graph(randomTasks(300, 3));

    Arrangement tidy = Arranger.tidy(graph, Heading.RIGHT);

    List<Box> boxes = new ArrayList<>();
    for (FlowNode node : graph.nodes()) {
      Box box = tidy.boxOf(node.id()).orElseThrow();
      assertTrue(boxes.stream().noneMatch(box::intersects), node.id().value());
      boxes.add(box);
    }
    for (FlowEdge edge : graph.edges()) {
      Box from = tidy.boxOf(edge.from()).orElseThrow();
      Box to = tidy.boxOf(edge.to()).orElseThrow();
      assertTrue(from.right() < to.x(), edge.toString());
    }
  }

  private static FlowGraph graph(String tasks) {
    DiagramState state = DiagramState.of(SourceText.of(HEAD + tasks), Positions.NONE);
    return state.graph(Scopes.first(state.workflow(), 0));
  }

  private static String randomTasks(int tasks, long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < tasks; i++) {
      text.append("          - {name: t").append(i).append(", template: echo, dependencies: [");
      for (int k = i == 0 ? 0 : random.nextInt(3); k > 0; k--) {
        text.append("t").append(random.nextInt(i)).append(", ");
      }
      text.append("]}\n");
    }
    return text.toString();
  }

  private static LayoutQuality quality(FlowGraph graph) {
    Arrangement tidy = Arranger.tidy(graph, Heading.DOWN);
    List<Box> boxes =
        graph.nodes().stream().map(node -> tidy.boxOf(node.id()).orElseThrow()).toList();
    List<EdgeLine> lines = new ArrayList<>();
    for (int e = 0; e < graph.edges().size(); e++) {
      FlowEdge edge = graph.edges().get(e);
      Box from = boxes.get(graph.source(e));
      Box to = boxes.get(graph.target(e));
      List<Point> points = new ArrayList<>();
      points.add(new Point(from.x() + NodeSize.WIDTH / 2, from.bottom()));
      points.addAll(tidy.bends().getOrDefault(edge, List.of()));
      points.add(new Point(to.x() + NodeSize.WIDTH / 2, to.y()));
      lines.add(new EdgeLine(graph.source(e), graph.target(e), points));
    }
    return LayoutQuality.of(boxes, lines);
  }
}
