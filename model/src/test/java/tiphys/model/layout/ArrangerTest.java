// SPDX-License-Identifier: Apache-2.0
package tiphys.model.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import tiphys.model.command.AddTask;
import tiphys.model.command.Command;
import tiphys.model.command.ConnectTasks;
import tiphys.model.command.DeleteTasks;
import tiphys.model.command.LayOut;
import tiphys.model.command.MoveNodes;
import tiphys.model.command.RenameTask;
import tiphys.model.diagram.Diagram;
import tiphys.model.graph.FlowGraph;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.graph.Scopes;
import tiphys.model.state.DiagramState;
import tiphys.model.state.Positions;
import tiphys.model.text.SourceText;
import tiphys.model.workflow.TaskName;
import tiphys.model.workflow.TemplateName;

/** What stands somewhere stays there, and what a layout led through lanes keeps them. */
final class ArrangerTest {
  private static final Scope MAIN = new Scope(0, new TemplateName("main"));
  private static final String HEAD =
      """
      kind: Workflow
      spec:
        entrypoint: main
        templates:
          - name: echo
            container: {image: alpine}
          - name: main
            dag:
              tasks:
      """;

  /** B is passed by the edge from A to C. */
  private static final String SHORTCUT =
      """
                - {name: A, template: echo}
                - {name: B, template: echo, dependencies: [A]}
                - {name: C, template: echo, dependencies: [A, B]}
      """;

  @Property(tries = 150)
  void anEditMovesNothingThatWasThereBefore(
      @ForAll @IntRange(min = 3, max = 40) int tasks, @ForAll long seed) {
    Random random = new Random(seed);
    Diagram diagram =
        Diagram.open(SourceText.of(HEAD + randomTasks(tasks, random)), someMoved(random));
    Arrangement before = arranged(diagram, Optional.empty());
    Command edit = edit(graph(diagram), random);
    if (diagram.apply(edit).refusal().isPresent()) {
      return;
    }

    Arrangement after = arranged(diagram, Optional.of(before));

    Set<NodeId> both =
        after.corners().keySet().stream()
            .filter(before.corners()::containsKey)
            .collect(Collectors.toSet());
    both.forEach(node -> assertEquals(before.corners().get(node), after.corners().get(node)));
  }

  @Property(tries = 150)
  void whatIsNewLiesOverNothing(@ForAll @IntRange(min = 3, max = 40) int tasks, @ForAll long seed) {
    Random random = new Random(seed);
    Diagram diagram =
        Diagram.open(SourceText.of(HEAD + randomTasks(tasks, random)), Positions.NONE);
    Arrangement before = arranged(diagram, Optional.empty());
    diagram.apply(
        new AddTask(
            MAIN,
            new TemplateName("echo"),
            Optional.empty(),
            Optional.empty(),
            List.of(new NodeId("t" + random.nextInt(tasks))),
            List.of()));

    assertClear(arranged(diagram, Optional.of(before)));
  }

  @Property(tries = 100)
  void aPartIsLaidOutAmongOthersThatStay(
      @ForAll @IntRange(min = 4, max = 40) int tasks, @ForAll long seed) {
    Random random = new Random(seed);
    Diagram diagram =
        Diagram.open(SourceText.of(HEAD + randomTasks(tasks, random)), Positions.NONE);
    Set<NodeId> some =
        graph(diagram).nodes().stream()
            .map(node -> node.id())
            .filter(_ -> random.nextInt(3) == 0)
            .collect(Collectors.toSet());
    if (some.size() < 2) {
      return;
    }
    Arrangement before = arranged(diagram, Optional.empty());

    diagram.apply(new LayOut(MAIN, some, Optional.empty()));

    Arrangement after = arranged(diagram, Optional.of(before));
    before
        .corners()
        .forEach(
            (node, corner) -> {
              if (!some.contains(node)) {
                assertEquals(corner, after.corners().get(node));
              }
            });
    assertClear(after);
  }

  @Test
  void aPartKeepsTheOrderThatNodesBetweenGiveIt() {
    Diagram diagram =
        Diagram.open(SourceText.of(HEAD + SHORTCUT.replace("[A, B]", "[B]")), Positions.NONE);

    diagram.apply(new LayOut(MAIN, Set.of(new NodeId("A"), new NodeId("C")), Optional.empty()));

    Arrangement after = arranged(diagram, Optional.empty());
    assertTrue(box(after, "A").bottom() < box(after, "C").y());
  }

  @Test
  void theLaneOfALongEdgeHoldsUntilOneOfItsEndsIsMoved() {
    Diagram diagram = Diagram.open(SourceText.of(HEAD + SHORTCUT), Positions.NONE);
    diagram.apply(LayOut.all(MAIN));
    Arrangement tidy = Arranger.tidy(graph(diagram), Heading.DOWN);

    assertFalse(tidy.bends().isEmpty());
    assertEquals(tidy.bends(), reopened(diagram).bends());
    diagram.apply(new RenameTask(MAIN, new NodeId("A"), new TaskName("first")));
    assertEquals(1, reopened(diagram).bends().size());
    diagram.apply(new MoveNodes(MAIN, Map.of(new NodeId("C"), new Point(500, 500))));
    assertTrue(reopened(diagram).bends().isEmpty());
    diagram.undo();
    assertEquals(1, reopened(diagram).bends().size());
  }

  @Test
  void whereOneCardWasMovedTheOthersStandAsBeforeWhenTheFileIsOpenedAgain() {
    Diagram diagram =
        Diagram.open(SourceText.of(HEAD + randomTasks(30, new Random(3))), Positions.NONE);
    Arrangement before = arranged(diagram, Optional.empty());
    NodeId moved = new NodeId("t7");
    diagram.apply(new MoveNodes(MAIN, Map.of(moved, new Point(-900, -900))));

    Map<NodeId, Point> corners = new HashMap<>(reopened(diagram).corners());

    assertEquals(new Point(-900, -900), corners.remove(moved));
    corners.forEach((node, corner) -> assertEquals(before.corners().get(node), corner));
  }

  private static Arrangement reopened(Diagram diagram) {
    return arranged(diagram, Optional.empty());
  }

  private static Arrangement arranged(Diagram diagram, Optional<Arrangement> before) {
    Positions positions = diagram.state().positions();
    return Arranger.arrange(
        graph(diagram), positions.heading(), positions.in(MAIN), positions.lanesIn(MAIN), before);
  }

  private static FlowGraph graph(Diagram diagram) {
    DiagramState state = diagram.state();
    return state.graph(Scopes.first(state.workflow(), 0));
  }

  private static Positions someMoved(Random random) {
    Map<NodeId, Point> places = new HashMap<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      Point far = new Point(-1_000 - 400 * i, random.nextInt(2_000));
      places.put(new NodeId("t" + random.nextInt(5)), far);
    }
    return Positions.NONE.with(MAIN, places);
  }

  private static Command edit(FlowGraph graph, Random random) {
    NodeId one = graph.nodes().get(random.nextInt(graph.nodes().size())).id();
    NodeId other = graph.nodes().get(random.nextInt(graph.nodes().size())).id();
    return switch (random.nextInt(4)) {
      case 0 -> new ConnectTasks(MAIN, one, other);
      case 1 -> new DeleteTasks(MAIN, Set.of(one));
      case 2 -> new RenameTask(MAIN, one, new TaskName("renamed"));
      default ->
          new AddTask(
              MAIN,
              new TemplateName("echo"),
              Optional.empty(),
              Optional.empty(),
              List.of(one),
              List.of(other));
    };
  }

  private static String randomTasks(int tasks, Random random) {
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

  private static void assertClear(Arrangement arrangement) {
    List<NodeId> nodes = new ArrayList<>(arrangement.corners().keySet());
    for (int i = 0; i < nodes.size(); i++) {
      Box one = arrangement.boxOf(nodes.get(i)).orElseThrow();
      for (int j = i + 1; j < nodes.size(); j++) {
        assertFalse(one.intersects(arrangement.boxOf(nodes.get(j)).orElseThrow()));
      }
    }
  }

  private static Box box(Arrangement arrangement, String node) {
    return arrangement.boxOf(new NodeId(node)).orElseThrow();
  }
}
