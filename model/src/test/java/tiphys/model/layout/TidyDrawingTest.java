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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    assertEquals(0, quality(graph, Heading.DOWN).throughNodes());
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
    Arrangement tidy = Arranger.tidy(graph, Heading.DOWN);
    Box last = tidy.boxOf(new NodeId("last")).orElseThrow();
    assertEquals(tidy.bounds().bottom(), last.bottom());
    assertTrue(
        graph.nodes().stream()
            .filter(node -> !node.id().value().equals("last"))
            .allMatch(node -> tidy.boxOf(node.id()).orElseThrow().bottom() < last.y()));
  }

  @ParameterizedTest
  @CsvSource({"DOWN, 25", "DOWN, 200", "RIGHT, 25", "RIGHT, 200"})
  void manyTasksBetweenTheSameOnesStandInRowsAndNoEdgeRunsThroughOrOverAnother(
      Heading heading, int tasks) {
    FlowGraph graph = graph(fanOut(tasks));

    Arrangement tidy = Arranger.tidy(graph, heading);

    LayoutQuality quality = quality(graph, heading);
    assertEquals(0, quality.throughNodes());
    assertEquals(0, quality.crossings());
    assertTrue(tidy.bounds().width() < 4 * tidy.bounds().height(), tidy.bounds()::toString);
    assertTrue(tidy.bounds().height() < 4 * tidy.bounds().width(), tidy.bounds()::toString);
    List<Box> boxes = new ArrayList<>();
    for (FlowNode node : graph.nodes()) {
      Box box = tidy.boxOf(node.id()).orElseThrow();
      assertTrue(boxes.stream().noneMatch(box::intersects), node.id().value());
      boxes.add(box);
    }
  }

  @Test
  void twoDozenStillStandSideBySideAndOneMoreInABlockMovesFewOfTheOthers() {
    Arrangement line = Arranger.tidy(graph(fanOut(24)), Heading.DOWN);
    Arrangement block = Arranger.tidy(graph(fanOut(60)), Heading.DOWN);
    Arrangement more = Arranger.tidy(graph(fanOut(61)), Heading.DOWN);

    assertEquals(line.boxOf(new NodeId("t0")).orElseThrow().y(), lastOf(line, 24).y());
    assertEquals(
        lastOf(block, 60).y() - block.boxOf(new NodeId("t0")).orElseThrow().y(),
        lastOf(more, 60).y() - more.boxOf(new NodeId("t0")).orElseThrow().y());
  }

  private static Box lastOf(Arrangement arrangement, int tasks) {
    return arrangement.boxOf(new NodeId("t" + (tasks - 1))).orElseThrow();
  }

  @Test
  void whatStandsBesideABlockIsJoinedAroundIt() {
    FlowGraph graph =
        graph(
            fanOut(60)
                + "          - {name: beside, template: echo, depends: first}\n"
                + "          - {name: below, template: echo, depends: beside && last}\n"
                + "          - {name: far, template: echo, depends: first && below}\n");

    assertEquals(0, quality(graph, Heading.DOWN).throughNodes());
    assertEquals(0, quality(graph, Heading.RIGHT).throughNodes());
  }

  private static String fanOut(int tasks) {
    StringBuilder text = new StringBuilder("          - {name: first, template: echo}\n");
    List<String> names = new ArrayList<>();
    for (int i = 0; i < tasks; i++) {
      text.append("          - {name: t").append(i).append(", template: echo, depends: first}\n");
      names.add("t" + i);
    }
    text.append("          - {name: last, template: echo, depends: \"");
    return text.append(String.join(" && ", names)).append("\"}\n").toString();
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

  private static LayoutQuality quality(FlowGraph graph, Heading heading) {
    Arrangement tidy = Arranger.tidy(graph, heading);
    List<Box> boxes =
        graph.nodes().stream().map(node -> tidy.boxOf(node.id()).orElseThrow()).toList();
    List<EdgeLine> lines = new ArrayList<>();
    for (int e = 0; e < graph.edges().size(); e++) {
      FlowEdge edge = graph.edges().get(e);
      Box from = boxes.get(graph.source(e));
      Box to = boxes.get(graph.target(e));
      List<Point> points = new ArrayList<>();
      points.add(Route.leaving(from, heading));
      points.addAll(tidy.bends().getOrDefault(edge, List.of()));
      points.add(Route.reaching(to, heading));
      lines.add(new EdgeLine(graph.source(e), graph.target(e), points));
    }
    return LayoutQuality.of(boxes, lines);
  }
}
