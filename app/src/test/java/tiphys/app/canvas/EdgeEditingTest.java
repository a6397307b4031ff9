// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import tiphys.app.canvas.drawing.Port;
import tiphys.app.editor.EditTool;
import tiphys.app.editor.Selection;
import tiphys.app.screen.Screen;
import tiphys.app.theme.ThemeChoice;
import tiphys.model.graph.FlowEdge;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.NodeKind;
import tiphys.model.layout.Point;

/** What is done with an edge by hand and by keys. */
class EdgeEditingTest {
  @Test
  void whatIsDroppedOnAnEdgeStandsOnIt() {
    OnCanvas canvas = OnCanvas.show(OnCanvas.DIAMOND, ThemeChoice.LIGHT);
    Point2D middle = middle(canvas, "A", "B");

    Screen.doOnWindow(() -> canvas.view().carry(NodeKind.HTTP, canvas.view().localToScene(middle)));
    canvas.picture("canvas-drop-on-edge");
    Screen.doOnWindow(canvas.view()::drop);

    assertEquals(Set.of("A→http", "http→B", "A→C", "B→D", "C→D"), canvas.edges());
  }

  @Test
  void whatIsPutOnAShortEdgeStandsBetweenItsEndsAndWhatLiesBeyondMakesRoom() {
    OnCanvas canvas = OnCanvas.show(OnCanvas.DIAMOND, ThemeChoice.LIGHT);
    Map<String, Point> before = corners(canvas);
    FlowEdge edge = new FlowEdge(new NodeId("A"), new NodeId("B"), "");
    Screen.doOnWindow(() -> canvas.editor().select(Selection.of(edge)));

    canvas.hand().type(KeyCode.A);
    canvas.hand().write("suspend");
    canvas.hand().type(KeyCode.ENTER);
    canvas.screen().settle();

    assertEquals(Set.of(new NodeId("suspend")), canvas.selected());
    Map<String, Point> expected = new HashMap<>(before);
    expected.replaceAll((task, at) -> task.equals("A") ? at : new Point(at.x(), at.y() + 128));
    assertEquals(expected, corners(canvas));
    assertEquals(128, canvas.corner("suspend").y());
    canvas.picture("edge-inserted-with-room");
    canvas.undo();
    assertEquals(before, corners(canvas));
  }

  private static Map<String, Point> corners(OnCanvas canvas) {
    return Stream.of("A", "B", "C", "D").collect(Collectors.toMap(task -> task, canvas::corner));
  }

  @Test
  void theConditionOfAnEdgeIsSeenWhereTheEdgeIsHighlighted() {
    for (ThemeChoice theme : new ThemeChoice[] {ThemeChoice.LIGHT, ThemeChoice.DARK}) {
      OnCanvas canvas =
          OnCanvas.show(OnCanvas.DIAMOND.replace("depends: A", "depends: A.Failed"), theme);
      int before = inkAtLabel(canvas);
      Point2D middle = middle(canvas, "A", "B");
      canvas.hand().moveTo(middle.getX(), middle.getY());
      canvas.picture("canvas-edge-label-hovered");

      assertEquals(before, inkAtLabel(canvas), "the label covers the line, highlighted or not");
    }
  }

  /** The colour in the label, left of its words. */
  private static int inkAtLabel(OnCanvas canvas) {
    Point2D middle = middle(canvas, "A", "B");
    return Screen.onWindow(
        () -> {
          Point2D at = canvas.view().localToScene(middle);
          return canvas
              .screen()
              .scene()
              .snapshot(null)
              .getPixelReader()
              .getArgb((int) at.getX(), (int) at.getY() - 6);
        });
  }

  @Test
  void anExpressionIsSeenAsAWholeWhereItIsTyped() {
    OnCanvas canvas = OnCanvas.show(OnCanvas.DIAMOND, ThemeChoice.LIGHT);
    canvas.clickOn("D");
    Screen.doOnWindow(() -> canvas.view().use(EditTool.WAIT_FOR));
    canvas.screen().settle();
    TextField field = canvas.screen().find(".rename .expression", TextField.class);
    Screen.doOnWindow(
        () ->
            field.setText(
                "(B.Succeeded || B.Skipped) && (C.Succeeded || C.Failed) && A.AnySucceeded"));
    canvas.screen().settle();
    canvas.picture("canvas-depends-field");

    Text measure = new Text(field.getText());
    measure.setFont(field.getFont());
    assertTrue(
        Screen.onWindow(() -> field.getWidth() > measure.getLayoutBounds().getWidth()),
        "" + field.getWidth());
  }

  @Test
  void thePadOfTheEdgeUnderThePointerInsertsAndDeletes() {
    for (ThemeChoice theme : new ThemeChoice[] {ThemeChoice.LIGHT, ThemeChoice.DARK}) {
      OnCanvas canvas = OnCanvas.show(OnCanvas.DIAMOND, theme);
      Point2D middle = middle(canvas, "A", "B");
      canvas.hand().moveTo(middle.getX(), middle.getY());
      assertTrue(canvas.screen().find(".edge-pad", Node.class).isVisible());
      canvas.picture("canvas-edge-pad");

      press(canvas, "#edge-insert");
      canvas.typeInto(".create-menu .text-field", "script");
      canvas.hand().type(KeyCode.ENTER);
      assertTrue(canvas.edges().containsAll(Set.of("A→script", "script→B")), "" + canvas.edges());

      canvas.hand().moveTo(5, 5);
      assertFalse(canvas.screen().find(".edge-pad", Node.class).isVisible());
      Point2D other = middle(canvas, "C", "D");
      canvas.hand().moveTo(other.getX(), other.getY());
      press(canvas, "#edge-delete");
      assertFalse(canvas.edges().contains("C→D"), "" + canvas.edges());
    }
  }

  @Test
  void aConditionIsChosenWithKeysAndShownOnTheEdge() {
    OnCanvas canvas = OnCanvas.show(OnCanvas.DIAMOND, ThemeChoice.LIGHT);
    canvas.clickOn("B");

    canvas.hand().type(KeyCode.PERIOD, KeyCode.W);
    choose("condition-failed");
    canvas.screen().settle();
    canvas.hand().type(KeyCode.W);
    choose("condition-errored");
    canvas.screen().settle();

    assertTrue(canvas.text().contains("{name: B, depends: A.Failed || A.Errored, template: echo}"));
    canvas.picture("canvas-condition");
  }

  @Test
  void aFreeExpressionIsTypedAndCheckedThere() {
    OnCanvas canvas = OnCanvas.show(OnCanvas.DIAMOND, ThemeChoice.LIGHT);
    canvas.clickOn("D");

    canvas.hand().holding(true, false).type(KeyCode.W);
    write(canvas, "B && X");
    assertEquals(OnCanvas.DIAMOND, canvas.text());
    canvas.picture("canvas-expression");
    write(canvas, "B && !C.Failed");

    assertTrue(canvas.text().contains("depends: B && !C.Failed"), canvas.text());
  }

  @Test
  void theEndOfAChosenEdgeIsPulledToAnotherCard() {
    OnCanvas canvas = OnCanvas.show(OnCanvas.DIAMOND, ThemeChoice.LIGHT);
    Point2D middle = middle(canvas, "B", "D");
    canvas.hand().click(middle.getX(), middle.getY());
    Point2D end = canvas.portOf("B", Port.OUT);
    Point2D to = canvas.middleOf("A");

    canvas.hand().drag(end.getX(), end.getY(), to.getX(), to.getY());

    assertEquals(Set.of("A→B", "A→C", "A→D", "C→D"), canvas.edges());
    canvas.undo();
    assertEquals(OnCanvas.DIAMOND, canvas.text());
  }

  private static void write(OnCanvas canvas, String expression) {
    Screen.doOnWindow(
        () ->
            canvas.view().lookupAll(".rename .text-field").stream()
                .filter(field -> field.getParent().isVisible())
                .forEach(field -> ((javafx.scene.control.TextField) field).setText(expression)));
    canvas.hand().holding(false, false).type(KeyCode.ENTER);
  }

  private static Point2D middle(OnCanvas canvas, String from, String to) {
    return Screen.onWindow(
        () -> {
          var drawing = canvas.model().drawing();
          var edge =
              drawing.edges().stream()
                  .filter(e -> e.from().equals(new NodeId(from)) && e.to().equals(new NodeId(to)))
                  .findFirst()
                  .orElseThrow();
          return canvas.view().middleOf(edge);
        });
  }

  private static void press(OnCanvas canvas, String button) {
    Button found = canvas.screen().find(button, Button.class);
    Screen.doOnWindow(found::fire);
    canvas.screen().settle();
  }

  private static void choose(String id) {
    Screen.doOnWindow(
        () -> {
          ContextMenu menu =
              Window.getWindows().stream()
                  .filter(ContextMenu.class::isInstance)
                  .map(ContextMenu.class::cast)
                  .filter(open -> open.getStyleClass().contains("condition-menu"))
                  .findFirst()
                  .orElseThrow();
          MenuItem item =
              menu.getItems().stream().filter(i -> id.equals(i.getId())).findFirst().orElseThrow();
          item.fire();
          menu.hide();
        });
  }
}
