// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import tiphys.app.canvas.drawing.Port;
import tiphys.app.message.Language;
import tiphys.app.screen.Screen;
import tiphys.app.theme.ThemeChoice;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.NodeKind;

class CanvasEditingTest {
  @Test
  void aLineFromPortToPortConnectsAndOneUndoTakesItBack() {
    OnCanvas canvas = OnCanvas.show(OnCanvas.DIAMOND, ThemeChoice.LIGHT);

    pull(canvas, "B", Port.OUT, canvas.middleOf("C"));

    assertTrue(canvas.edges().contains("B→C"), "" + canvas.edges());
    canvas.undo();
    assertEquals(OnCanvas.DIAMOND, canvas.text());
  }

  @Test
  void aCycleIsRefusedInWordsWhileTheLineHangs() {
    OnCanvas canvas = OnCanvas.show(OnCanvas.DIAMOND, ThemeChoice.LIGHT);
    Point2D from = canvas.portOf("D", Port.OUT);
    Point2D to = canvas.middleOf("A");

    canvas.hand().press(from.getX(), from.getY());
    canvas.hand().dragTo(from.getX() + 30, from.getY() + 10);
    canvas.hand().dragTo(to.getX(), to.getY());

    Label tip = canvas.screen().find(".canvas-refusal", Label.class);
    assertTrue(tip.isVisible());
    assertTrue(tip.getText().contains("A → "), tip.getText());
    canvas.picture("canvas-refusal");
    canvas.hand().release(to.getX(), to.getY());
    assertFalse(tip.isVisible());
    assertEquals(OnCanvas.DIAMOND, canvas.text());
  }

  @Test
  void aLineDroppedOnNothingOffersWhatToCreateThere() {
    OnCanvas canvas = OnCanvas.show(OnCanvas.DIAMOND, ThemeChoice.LIGHT);
    Point2D from = canvas.portOf("D", Port.OUT);

    pull(canvas, "D", Port.OUT, from.add(-160, 40));
    canvas.picture("canvas-create");
    canvas.typeInto(".create-menu .text-field", "script");
    canvas.hand().type(KeyCode.ENTER);

    assertTrue(canvas.edges().contains("D→script"), "" + canvas.edges());
    assertEquals(Set.of(new NodeId("script")), canvas.selected());
  }

  @Test
  void aNameIsChangedInPlaceAndTakenNamesAreRefusedThere() {
    OnCanvas canvas = OnCanvas.show(OnCanvas.DIAMOND, ThemeChoice.LIGHT);
    canvas.clickOn("A");

    canvas.hand().type(KeyCode.F2);
    canvas.typeInto(".rename .text-field", "B");
    canvas.hand().type(KeyCode.ENTER);
    assertTrue(canvas.screen().find(".rename .canvas-refusal", Label.class).isVisible());
    canvas.picture("canvas-rename");
    canvas.typeInto(".rename .text-field", "start");
    canvas.hand().type(KeyCode.ENTER);

    assertEquals(Set.of("start→B", "start→C", "B→D", "C→D"), canvas.edges());
    assertFalse(canvas.screen().find(".rename", Node.class).isVisible());
  }

  @Test
  void deleteTakesAwayCardsAndAChosenConnection() {
    OnCanvas canvas = OnCanvas.show(OnCanvas.DIAMOND, ThemeChoice.LIGHT);
    canvas.clickOn("B");

    canvas.hand().type(KeyCode.DELETE);
    assertEquals(Set.of("A→C", "C→D"), canvas.edges());

    Point2D below = canvas.portOf("C", Port.OUT);
    Point2D above = canvas.portOf("D", Port.IN);
    Point2D middle = below.midpoint(above);
    canvas.hand().click(middle.getX(), middle.getY());
    canvas.hand().type(KeyCode.DELETE);
    assertEquals(Set.of("A→C"), canvas.edges());
  }

  @Test
  void aConnectionIsMadeWithKeysAlone() {
    OnCanvas canvas = OnCanvas.show(OnCanvas.DIAMOND, ThemeChoice.LIGHT);
    canvas.clickOn("A");

    canvas.hand().type(KeyCode.C, KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);

    assertTrue(canvas.edges().contains("A→D"), "" + canvas.edges());
  }

  @Test
  void anEmptyTemplateSaysWhatToDoAndItsButtonDoesIt() {
    for (Language language : Language.values()) {
      OnCanvas canvas =
          OnCanvas.show(
              OnCanvas.HEAD + "    - name: main\n      dag: {tasks: []}\n",
              ThemeChoice.LIGHT,
              language);
      canvas.picture("canvas-empty-" + language);
      Button first = canvas.screen().find(".empty-buttons .button", Button.class);
      Screen.doOnWindow(first::fire);
      canvas.screen().settle();
      assertEquals(Set.of(new NodeId("container")), canvas.selected());
      assertFalse(canvas.screen().find(".empty-canvas", Node.class).isVisible());
    }
  }

  @Test
  void whatIsCarriedFromThePaletteStandsWhereItIsDropped() {
    OnCanvas canvas = OnCanvas.show(OnCanvas.DIAMOND, ThemeChoice.LIGHT);

    Screen.doOnWindow(
        () -> {
          canvas.view().carry(NodeKind.HTTP, canvas.view().localToScene(200, 200));
          canvas.view().carry(NodeKind.HTTP, canvas.view().localToScene(180, 160));
        });
    canvas.picture("canvas-carry");
    Screen.doOnWindow(canvas.view()::drop);

    assertEquals(180, canvas.middleOf("http").getX(), 12);
    assertEquals(160, canvas.middleOf("http").getY(), 12);
  }

  @Test
  void theFirstTaskOfAnEmptyCanvasStandsWhereItIsDroppedToo() {
    OnCanvas canvas =
        OnCanvas.show(
            OnCanvas.HEAD + "    - name: main\n      dag: {tasks: []}\n", ThemeChoice.LIGHT);

    Screen.doOnWindow(
        () -> {
          canvas.view().carry(NodeKind.HTTP, canvas.view().localToScene(200, 200));
          canvas.view().carry(NodeKind.HTTP, canvas.view().localToScene(180, 160));
          canvas.view().drop();
        });
    canvas.screen().settle();

    assertEquals(180, canvas.middleOf("http").getX(), 12);
    assertEquals(160, canvas.middleOf("http").getY(), 12);
  }

  @Test
  void letGoOutsideTheCanvasNothingIsCreated() {
    OnCanvas canvas = OnCanvas.show(OnCanvas.DIAMOND, ThemeChoice.LIGHT);

    Screen.doOnWindow(
        () -> {
          canvas.view().carry(NodeKind.HTTP, canvas.view().localToScene(200, 200));
          canvas.view().carry(NodeKind.HTTP, canvas.view().localToScene(-50, 200));
          canvas.view().drop();
        });

    assertEquals(OnCanvas.DIAMOND, canvas.text());
  }

  @Test
  void whatIsChosenIsSaidInASentence() {
    OnCanvas canvas = OnCanvas.show(OnCanvas.DIAMOND, ThemeChoice.LIGHT);

    canvas.clickOn("D");

    String said = Screen.onWindow(canvas.view()::getAccessibleText);
    assertEquals("D, Container.  Runs after B, C. Nothing waits for it.", said);
  }

  private static void pull(OnCanvas canvas, String node, Port port, Point2D to) {
    Point2D from = canvas.portOf(node, port);
    canvas.hand().drag(from.getX(), from.getY(), to.getX(), to.getY());
  }
}
