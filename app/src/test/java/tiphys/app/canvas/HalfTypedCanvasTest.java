// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;
import tiphys.app.canvas.drawing.Drawing;
import tiphys.app.editor.Selection;
import tiphys.app.screen.Screen;
import tiphys.app.theme.ThemeChoice;
import tiphys.model.command.RenameTask;
import tiphys.model.graph.FlowNode;
import tiphys.model.graph.NodeId;
import tiphys.model.problem.ProblemCode;
import tiphys.model.text.TextEdit;
import tiphys.model.text.TextEdits;
import tiphys.model.workflow.Behaviour;
import tiphys.model.workflow.TaskName;

/** What the canvas shows while the text cannot be read as a whole. */
class HalfTypedCanvasTest {
  private static final NodeId B = new NodeId("B");

  @Test
  void theCardWhoseTextIsBrokenIsGreyedAndNothingMoves() {
    for (ThemeChoice theme : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
      OnCanvas canvas = OnCanvas.show(OnCanvas.DIAMOND, theme);
      Drawing before = drawing(canvas);
      Screen.doOnWindow(() -> canvas.editor().select(Selection.of(B)));

      type(canvas, OnCanvas.DIAMOND.indexOf("name: B") + 6, "\"");

      canvas.screen().picture("half-typed-canvas-" + theme.name().toLowerCase(Locale.ROOT));
      Drawing broken = drawing(canvas);
      assertEquals(ids(before), ids(broken));
      assertTrue(broken.node(B).orElseThrow().has(Behaviour.LOST));
      assertFalse(broken.node(new NodeId("D")).orElseThrow().has(Behaviour.LOST));
      before
          .nodes()
          .forEach(node -> assertEquals(before.boxOf(node.id()), broken.boxOf(node.id())));
      assertEquals(4, broken.edges().size());
      assertEquals(Selection.of(B), Screen.onWindow(() -> canvas.editor().selection().get()));

      Screen.doOnWindow(canvas.editor()::undo);
      assertFalse(drawing(canvas).node(B).orElseThrow().has(Behaviour.LOST));
    }
  }

  @Test
  void whatWouldNeedTheBrokenPartIsRefusedInASentence() {
    OnCanvas canvas = OnCanvas.show(OnCanvas.DIAMOND, ThemeChoice.LIGHT);
    type(canvas, OnCanvas.DIAMOND.indexOf("name: B") + 6, "\"");

    Screen.doOnWindow(
        () ->
            canvas
                .editor()
                .apply(
                    new RenameTask(
                        canvas.editor().scope().orElseThrow(), B, new TaskName("other"))));

    assertEquals(
        ProblemCode.YAML_SYNTAX,
        Screen.onWindow(() -> canvas.editor().refusal().get().orElseThrow().code()));
  }

  @Test
  void thePadOfALostCardLeadsToItsTextAndOffersNothingElse() {
    OnCanvas canvas = OnCanvas.show(OnCanvas.DIAMOND, ThemeChoice.LIGHT);
    int at = OnCanvas.DIAMOND.indexOf("name: B") + 6;
    type(canvas, at, "\"");
    canvas.clickOn("B");
    canvas.screen().settle();
    canvas.screen().picture("half-typed-pad");

    List<String> offered =
        Screen.onWindow(
            () ->
                canvas.screen().scene().getRoot().lookupAll(".context-pad .button").stream()
                    .filter(Node::isVisible)
                    .map(Node::getAccessibleText)
                    .toList());
    assertEquals(List.of("Show the text that cannot be read"), offered);
    Screen.doOnWindow(canvas.screen().find("#pad-mend", Button.class)::fire);
    int line = Screen.onWindow(() -> lineOfReveal(canvas));
    assertEquals(Screen.onWindow(() -> canvas.editor().state().get().text().lineOf(at)), line);

    canvas.clickOn("C");
    canvas.screen().settle();
    assertFalse(canvas.screen().find("#pad-mend", Button.class).isVisible());
  }

  private static int lineOfReveal(OnCanvas canvas) {
    return canvas
        .editor()
        .state()
        .get()
        .text()
        .lineOf(canvas.editor().reveal().get().orElseThrow().range().start());
  }

  @Test
  void aTemplateThatIsBrokenAsAWholeIsStillSeen() {
    OnCanvas canvas = OnCanvas.show(OnCanvas.DIAMOND, ThemeChoice.LIGHT);
    type(canvas, OnCanvas.DIAMOND.indexOf("name: main") + 6, "[");

    Drawing broken = drawing(canvas);
    assertEquals(List.of("A", "B", "C", "D"), ids(broken));
    assertTrue(broken.nodes().stream().allMatch(node -> node.has(Behaviour.LOST)));
  }

  private static void type(OnCanvas canvas, int at, String typed) {
    Screen.doOnWindow(() -> canvas.editor().type(TextEdits.of(TextEdit.replace(at, at, typed))));
  }

  private static Drawing drawing(OnCanvas canvas) {
    canvas.screen().settle();
    return Screen.onWindow(() -> canvas.model().drawing());
  }

  private static List<String> ids(Drawing drawing) {
    return drawing.nodes().stream().map(FlowNode::id).map(NodeId::value).toList();
  }
}
