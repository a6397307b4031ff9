// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import tiphys.app.screen.Screen;
import tiphys.app.theme.ThemeChoice;
import tiphys.model.graph.NodeId;
import tiphys.model.problem.ProblemCode;

/** Copy, cut, paste and duplicate by keys, through the system's clipboard. */
class ClipboardTest {
  @Test
  void copiedTasksAreTextOnTheClipboardAndPasteIntoAnotherWindow() {
    OnCanvas from = OnCanvas.show(OnCanvas.DIAMOND.replace("echo", "say"), ThemeChoice.LIGHT);
    from.clickOn("A");
    from.hand().holding(true, false).click(from.middleOf("B").getX(), from.middleOf("B").getY());
    from.hand().holding(false, true).type(KeyCode.C);
    assertEquals(
        "- {name: A, template: say}\n- {name: B, depends: A, template: say}\n",
        Screen.onWindow(() -> Clipboard.getSystemClipboard().getString()));

    OnCanvas to = OnCanvas.show(OnCanvas.DIAMOND, ThemeChoice.LIGHT);
    to.clickOn("D");
    to.hand().holding(false, true).type(KeyCode.V);

    assertTrue(to.edges().contains("A-2→B-2"), "" + to.edges());
    assertEquals(Set.of(new NodeId("A-2"), new NodeId("B-2")), to.selected());
    assertTrue(
        to.text().endsWith("- name: say\n      container: {image: \"alpine:3.23\"}\n"), to.text());
    to.undo();
    assertEquals(OnCanvas.DIAMOND, to.text());
  }

  @Test
  void whatIsCutIsPastedBack() {
    OnCanvas canvas = OnCanvas.show(OnCanvas.DIAMOND, ThemeChoice.LIGHT);
    canvas.clickOn("D");

    canvas.hand().holding(false, true).type(KeyCode.X);
    assertEquals(Set.of("A→B", "A→C"), canvas.edges());
    canvas.hand().holding(false, true).type(KeyCode.V);

    assertEquals(Set.of("A→B", "A→C", "B→D", "C→D"), canvas.edges());
  }

  @Test
  void aDuplicateWaitsForTheSame() {
    OnCanvas canvas = OnCanvas.show(OnCanvas.DIAMOND, ThemeChoice.LIGHT);
    canvas.clickOn("D");

    canvas.hand().holding(false, true).type(KeyCode.D);

    assertTrue(canvas.edges().containsAll(Set.of("B→D-2", "C→D-2")), "" + canvas.edges());
    assertEquals(Set.of(new NodeId("D-2")), canvas.selected());
  }

  @Test
  void nonsenseIsRefusedInASentence() {
    OnCanvas canvas = OnCanvas.show(OnCanvas.DIAMOND, ThemeChoice.LIGHT);
    canvas.clickOn("D");
    Screen.doOnWindow(
        () -> {
          ClipboardContent content = new ClipboardContent();
          content.putString("Dear all, see you at three.");
          Clipboard.getSystemClipboard().setContent(content);
        });

    canvas.hand().holding(false, true).type(KeyCode.V);

    assertEquals(OnCanvas.DIAMOND, canvas.text());
    assertEquals(
        ProblemCode.PASTE_NOTHING,
        Screen.onWindow(() -> canvas.editor().refusal().get().orElseThrow().code()));
  }
}
