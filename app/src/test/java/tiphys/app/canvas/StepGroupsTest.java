// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import tiphys.app.screen.Screen;
import tiphys.app.theme.ThemeChoice;
import tiphys.model.graph.FlowGroup;

class StepGroupsTest {
  private static final String STEPS =
      OnCanvas.HEAD
          + """
              - name: main
                steps:
                  - - {name: one, template: echo}
                  # both at once
                  - - {name: two, template: echo}
                    - {name: three, template: echo}
                  - - {name: four, template: echo}
          """;

  @Test
  void aStepIsDraggedIntoAnotherGroup() {
    OnCanvas canvas = OnCanvas.show(STEPS, ThemeChoice.LIGHT);

    drag(canvas, "one", canvas.middleOf("three").add(110, 0));

    assertEquals(List.of("[two, three, one]", "[four]"), groups(canvas));
    canvas.picture("steps-dragged-into");
    canvas.undo();
    assertEquals(STEPS, canvas.text());
  }

  @Test
  void aStepIsDraggedToItsOtherSideOfANeighbour() {
    OnCanvas canvas = OnCanvas.show(STEPS, ThemeChoice.LIGHT);

    drag(canvas, "two", canvas.middleOf("three").add(20, 0));

    assertEquals(List.of("[one]", "[three, two]", "[four]"), groups(canvas));
  }

  @Test
  void aStepThatIsDraggedBetweenGroupsHasAGroupOfItsOwn() {
    OnCanvas canvas = OnCanvas.show(STEPS, ThemeChoice.DARK);
    Point2D between = canvas.middleOf("two").midpoint(canvas.middleOf("four"));
    Point2D from = canvas.middleOf("three");
    canvas.hand().press(from.getX(), from.getY());
    canvas.hand().dragTo(between.getX(), between.getY() - 5);
    canvas.hand().dragTo(between.getX(), between.getY());
    canvas.picture("steps-dragging-between");
    canvas.hand().release(between.getX(), between.getY());
    canvas.screen().settle();

    assertEquals(List.of("[one]", "[two]", "[three]", "[four]"), groups(canvas));
  }

  @Test
  void keysMoveAStepThroughTheGroups() {
    OnCanvas canvas = OnCanvas.show(STEPS, ThemeChoice.LIGHT);
    canvas.clickOn("three");

    nudge(canvas, KeyCode.LEFT);
    assertEquals(List.of("[one]", "[three, two]", "[four]"), groups(canvas));
    nudge(canvas, KeyCode.DOWN);
    assertEquals(List.of("[one]", "[two]", "[three]", "[four]"), groups(canvas));
    nudge(canvas, KeyCode.DOWN);
    assertEquals(List.of("[one]", "[two]", "[four, three]"), groups(canvas));
    nudge(canvas, KeyCode.UP);
    nudge(canvas, KeyCode.UP);
    assertEquals(List.of("[one]", "[two, three]", "[four]"), groups(canvas));
    assertEquals(STEPS, canvas.text());
  }

  private static void drag(OnCanvas canvas, String step, Point2D to) {
    Point2D from = canvas.middleOf(step);
    canvas.hand().drag(from.getX(), from.getY(), to.getX(), to.getY());
    canvas.screen().settle();
  }

  private static void nudge(OnCanvas canvas, KeyCode code) {
    canvas.hand().holding(true, false).withAlt().type(code);
    canvas.screen().settle();
  }

  private static List<String> groups(OnCanvas canvas) {
    return Screen.onWindow(
        () ->
            canvas.model().frame().get().groups().stream()
                .map(FlowGroup::members)
                .map(List::toString)
                .toList());
  }
}
