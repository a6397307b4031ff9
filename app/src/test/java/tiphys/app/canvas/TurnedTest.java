// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import tiphys.app.canvas.drawing.Port;
import tiphys.app.screen.Screen;
import tiphys.app.theme.ThemeChoice;
import tiphys.model.graph.FlowGroup;
import tiphys.model.graph.NodeId;
import tiphys.model.layout.Box;
import tiphys.model.layout.Heading;

/** A drawing that runs from left to right is worked with as one that runs down. */
class TurnedTest {
  private static final String STEPS =
      OnCanvas.HEAD
          + """
              - name: main
                steps:
                  - - {name: one, template: echo}
                  - - {name: two, template: echo}
                    - {name: three, template: echo}
                  - - {name: four, template: echo}
          """;

  @Test
  void whatRunsAfterATaskStandsAtItsRightAndTheHandConnectsItThere() {
    OnCanvas canvas = turned(OnCanvas.DIAMOND, ThemeChoice.LIGHT);

    assertTrue(box(canvas, "A").right() < box(canvas, "B").x());
    assertEquals(box(canvas, "B").x(), box(canvas, "C").x());
    Point2D from = canvas.portOf("A", Port.OUT);
    Point2D to = canvas.portOf("D", Port.IN);
    assertTrue(
        from.getX() > canvas.middleOf("A").getX() && to.getX() < canvas.middleOf("D").getX());
    canvas.hand().drag(from.getX(), from.getY(), to.getX(), to.getY());

    assertEquals(Set.of("A→B", "A→C", "B→D", "C→D", "A→D"), canvas.edges());
    canvas.picture("turned-diamond");
  }

  @Test
  void oneStepBackLetsItRunDownAgainWithTheCardsWhereTheyStood() {
    OnCanvas canvas = OnCanvas.show(OnCanvas.DIAMOND, ThemeChoice.LIGHT);
    Point2D at = canvas.middleOf("B");
    canvas.hand().drag(at.getX(), at.getY(), at.getX() + 90, at.getY() + 60);
    Box moved = box(canvas, "B");

    turn(canvas);
    assertEquals(Heading.RIGHT, Screen.onWindow(() -> canvas.model().drawing().heading()));
    canvas.undo();

    assertEquals(moved, box(canvas, "B"));
    assertEquals(OnCanvas.DIAMOND, canvas.text());
  }

  @Test
  void arrowsWalkAlongItsLayers() {
    OnCanvas canvas = turned(OnCanvas.DIAMOND, ThemeChoice.LIGHT);
    canvas.clickOn("A");

    canvas.hand().type(KeyCode.RIGHT);
    assertEquals(Set.of(new NodeId("B")), canvas.selected());
    canvas.hand().type(KeyCode.DOWN);
    assertEquals(Set.of(new NodeId("C")), canvas.selected());
    canvas.hand().type(KeyCode.RIGHT);
    assertEquals(Set.of(new NodeId("D")), canvas.selected());
  }

  @Test
  void groupsOfStepsStandSideBySideAndAStepIsCarriedBetweenThem() {
    OnCanvas canvas = turned(STEPS, ThemeChoice.DARK);
    canvas.picture("turned-steps");
    assertTrue(box(canvas, "one").right() < box(canvas, "two").x());
    Point2D from = canvas.middleOf("three");
    Point2D to = canvas.middleOf("four").add(0, 60);

    canvas.hand().drag(from.getX(), from.getY(), to.getX(), to.getY());

    assertEquals(List.of("[one]", "[two]", "[four, three]"), groups(canvas));
  }

  @Test
  void whatIsOpenInPlaceRunsTheSameWayAndPushesTheRestAside() {
    OnCanvas canvas = turned(InPlaceTest.DEEP, ThemeChoice.LIGHT);

    Screen.doOnWindow(() -> canvas.editor().inPlace().toggleAll());
    Screen.doOnWindow(canvas.model()::fit);

    canvas.picture("turned-open");
    assertTrue(box(canvas, "build").right() <= box(canvas, "deploy").x());
    assertTrue(box(canvas, "fetch").right() <= box(canvas, "build").x());
  }

  @Test
  void dataRunsBesideIt() {
    OnCanvas canvas = turned(DataEdgesTest.PASSING, ThemeChoice.LIGHT);

    Screen.doOnWindow(() -> canvas.model().showsData().set(true));

    canvas.picture("turned-data");
    Screen.doOnWindow(
        () ->
            canvas
                .model()
                .frame()
                .get()
                .data()
                .inputs()
                .ifPresent(
                    rail -> assertTrue(rail.right() < canvas.model().drawing().bounds().x())));
  }

  private static OnCanvas turned(String text, ThemeChoice theme) {
    OnCanvas canvas = OnCanvas.show(text, theme);
    turn(canvas);
    return canvas;
  }

  private static void turn(OnCanvas canvas) {
    Screen.doOnWindow(canvas.model()::turn);
    canvas.screen().settle();
  }

  private static Box box(OnCanvas canvas, String node) {
    return Screen.onWindow(() -> canvas.model().drawing().boxOf(new NodeId(node)).orElseThrow());
  }

  private static List<String> groups(OnCanvas canvas) {
    return Screen.onWindow(
        () ->
            canvas.model().graph().orElseThrow().groups().stream()
                .map(FlowGroup::members)
                .map(Object::toString)
                .toList());
  }
}
