// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import tiphys.app.canvas.drawing.Viewport;
import tiphys.app.canvas.gesture.Feedback;
import tiphys.app.editor.EditTool;
import tiphys.app.editor.Selection;
import tiphys.app.screen.Screen;
import tiphys.app.theme.ThemeChoice;
import tiphys.model.graph.NodeId;
import tiphys.model.layout.Box;

/** Cards are chosen, put in line and moved apart, by hand and by keys. */
class ArrangingTest {
  @Test
  void whatComesBeforeAndAfterIsChosenByKeys() {
    OnCanvas canvas = OnCanvas.show(OnCanvas.DIAMOND, ThemeChoice.LIGHT);
    canvas.clickOn("B");

    canvas.hand().holding(true, false).type(KeyCode.LEFT);
    assertEquals(Set.of("A", "B"), chosen(canvas));
    canvas.hand().holding(true, false).type(KeyCode.RIGHT);

    assertEquals(Set.of("A", "B", "C", "D"), chosen(canvas));
  }

  @Test
  void chosenCardsAreAlignedInARowOrAColumnAndOneStepTakesItBack() {
    OnCanvas canvas = OnCanvas.show(OnCanvas.DIAMOND, ThemeChoice.LIGHT);
    choose(canvas, "A", "B");
    Box before = box(canvas, "B");

    canvas.hand().holding(true, false).type(KeyCode.X);
    assertEquals(box(canvas, "A").x(), box(canvas, "B").x());
    assertEquals(before.y(), box(canvas, "B").y());
    canvas.undo();
    assertEquals(before, box(canvas, "B"));
    canvas.hand().holding(true, false).type(KeyCode.Y);

    assertEquals(box(canvas, "A").y(), box(canvas, "B").y());
  }

  @Test
  void chosenCardsAreDistributedWithTheSameDistance() {
    OnCanvas canvas = OnCanvas.show(OnCanvas.DIAMOND, ThemeChoice.LIGHT);
    choose(canvas, "A", "B", "D");
    use(canvas, EditTool.ALIGN_COLUMN);
    choose(canvas, "B");
    canvas.hand().holding(true, false).withAlt().type(KeyCode.DOWN);
    choose(canvas, "A", "B", "D");

    use(canvas, EditTool.SPREAD_DOWN);

    double first = box(canvas, "B").y() - box(canvas, "A").y();
    assertEquals(first, box(canvas, "D").y() - box(canvas, "B").y(), 0.01);
  }

  @Test
  void whatIsChosenIsLaidOutAnewAndTheRestStays() {
    OnCanvas canvas = OnCanvas.show(OnCanvas.DIAMOND, ThemeChoice.LIGHT);
    Box rest = box(canvas, "A");
    choose(canvas, "B", "C", "D");
    use(canvas, EditTool.ALIGN_COLUMN);
    Box inLine = box(canvas, "C");

    Screen.onWindow(
        () -> {
          canvas.model().layOut();
          return true;
        });

    assertEquals(rest, box(canvas, "A"));
    assertEquals(box(canvas, "B").y(), box(canvas, "C").y());
    assertTrue(box(canvas, "D").y() > box(canvas, "C").y());
    canvas.undo();
    assertEquals(inLine, box(canvas, "C"));
  }

  @Test
  void whatIsHeldAtTheBorderTakesTheViewAlong() throws InterruptedException {
    OnCanvas canvas = OnCanvas.show(OnCanvas.DIAMOND, ThemeChoice.LIGHT);
    Point2D from = canvas.middleOf("D");
    double before = canvas.corner("D").y();
    Viewport seen = Screen.onWindow(() -> canvas.model().viewport());

    canvas.hand().press(from.getX(), from.getY());
    canvas.hand().dragTo(from.getX(), 612);
    for (int i = 0; i < 2_000; i++) {
      Viewport now = Screen.onWindow(() -> canvas.model().viewport());
      if (now.offsetY() < seen.offsetY() - 100) {
        break;
      }
      Thread.sleep(10);
    }
    canvas.hand().release(from.getX(), 612);

    assertTrue(canvas.corner("D").y() > before + 100);
  }

  @Test
  void stepsSayWhyTheyCannotBeAligned() {
    OnCanvas canvas =
        OnCanvas.show(
            OnCanvas.HEAD
                + """
                    - name: main
                      steps:
                        - - {name: one, template: echo}
                          - {name: two, template: echo}
                """,
            ThemeChoice.LIGHT);
    choose(canvas, "one", "two");

    use(canvas, EditTool.ALIGN_COLUMN);

    assertTrue(
        Screen.onWindow(() -> canvas.model().editor().refusal().get()).isPresent(), "nothing said");
  }

  @Test
  void aLassoChoosesWhatItGoesAround() {
    OnCanvas canvas = OnCanvas.show(OnCanvas.DIAMOND, ThemeChoice.LIGHT);
    canvas.clickOn("A");
    canvas.hand().type(KeyCode.L);

    Point2D b = canvas.middleOf("B");
    canvas.hand().press(b.getX() - 20, b.getY() - 60);
    canvas.hand().dragTo(b.getX() + 60, b.getY() + 10);
    canvas.hand().dragTo(b.getX() - 10, b.getY() + 70);
    canvas.hand().dragTo(b.getX() - 90, b.getY() + 10);
    canvas.picture("canvas-lasso");
    canvas.hand().release(b.getX() - 90, b.getY() + 10);

    assertEquals(Set.of("B"), chosen(canvas));
  }

  @Test
  void roomIsMadeBelowALineAndTakenBackByOneStep() {
    OnCanvas canvas = OnCanvas.show(OnCanvas.DIAMOND, ThemeChoice.DARK);
    Box above = box(canvas, "A");
    Box below = box(canvas, "D");
    Point2D between =
        canvas.middleOf("A").add(0, canvas.middleOf("B").subtract(canvas.middleOf("A")).getY() / 2);

    canvas.hand().type(KeyCode.S);
    canvas.hand().press(between.getX(), between.getY());
    canvas.hand().dragTo(between.getX() + 3, between.getY() + 80);
    canvas.picture("canvas-room");
    canvas.hand().release(between.getX() + 3, between.getY() + 80);

    assertEquals(above, box(canvas, "A"));
    assertTrue(box(canvas, "D").y() > below.y() + 40, "" + box(canvas, "D"));
    assertEquals(below.x(), box(canvas, "D").x());
    canvas.undo();
    assertEquals(below, box(canvas, "D"));
  }

  @Test
  void aToolIsPutDownByEscape() {
    OnCanvas canvas = OnCanvas.show(OnCanvas.DIAMOND, ThemeChoice.LIGHT);

    canvas.hand().type(KeyCode.S);
    canvas.hand().type(KeyCode.ESCAPE);
    Box before = box(canvas, "D");
    Point2D at = canvas.middleOf("A").subtract(0, 60);
    canvas.hand().drag(at.getX(), at.getY(), at.getX(), at.getY() + 90);

    assertEquals(before, box(canvas, "D"));
  }

  @Test
  void whatIsChosenIsShownAlone() {
    OnCanvas canvas = OnCanvas.show(OnCanvas.DIAMOND, ThemeChoice.LIGHT);
    canvas.hand().type(KeyCode.MINUS, KeyCode.MINUS);
    canvas.clickOn("D");

    canvas.hand().holding(true, false).type(KeyCode.F);

    Point2D middle = canvas.middleOf("D");
    assertEquals(500, middle.getX(), 2);
    assertEquals(310, middle.getY(), 2);
    assertEquals(100, canvas.percent());
  }

  @Test
  void aPointerThatRestsOnACardDimsWhatHasNothingToDoWithIt() throws InterruptedException {
    OnCanvas canvas = OnCanvas.show(OnCanvas.DIAMOND, ThemeChoice.LIGHT);
    Point2D at = canvas.middleOf("B");

    canvas.hand().moveTo(at.getX(), at.getY());
    for (int i = 0; i < 500 && feedback(canvas).dimmed().isEmpty(); i++) {
      Thread.sleep(20);
    }

    assertEquals(Set.of(new NodeId("C")), feedback(canvas).dimmed());
    canvas.picture("canvas-kin");
    canvas.hand().moveTo(3, 3);
    assertEquals(Feedback.NONE, feedback(canvas));
  }

  private static Feedback feedback(OnCanvas canvas) {
    return Screen.onWindow(() -> canvas.model().feedback());
  }

  private static void use(OnCanvas canvas, EditTool tool) {
    Screen.doOnWindow(() -> canvas.view().use(tool));
    canvas.screen().settle();
  }

  private static void choose(OnCanvas canvas, String... names) {
    Screen.doOnWindow(
        () ->
            canvas
                .model()
                .select(
                    Selection.of(Stream.of(names).map(NodeId::new).collect(Collectors.toSet()))));
  }

  private static Set<String> chosen(OnCanvas canvas) {
    return Screen.onWindow(
        () ->
            canvas.model().selection().nodes().stream()
                .map(NodeId::value)
                .collect(Collectors.toSet()));
  }

  private static Box box(OnCanvas canvas, String name) {
    return Screen.onWindow(() -> canvas.model().drawing().boxOf(new NodeId(name)).orElseThrow());
  }
}
