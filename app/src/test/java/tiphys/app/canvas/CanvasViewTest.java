// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import tiphys.app.screen.Screen;
import tiphys.app.theme.ThemeChoice;
import tiphys.model.graph.NodeId;
import tiphys.model.layout.Point;
import tiphys.model.run.NodePhase;
import tiphys.model.run.NodeStatus;
import tiphys.model.run.RunSnapshot;

class CanvasViewTest {
  private static final NodeId A = new NodeId("A");
  private static final NodeId B = new NodeId("B");

  @Test
  void aClickSelectsACardAndAClickOnNothingSelectsNone() {
    OnCanvas canvas = OnCanvas.show(OnCanvas.DIAMOND, ThemeChoice.LIGHT);

    canvas.clickOn("A");
    assertEquals(Set.of(A), canvas.selected());

    canvas.hand().click(30, 500);
    assertEquals(Set.of(), canvas.selected());
  }

  @Test
  void aDragMovesACardAndUndoPutsItBack() {
    OnCanvas canvas = OnCanvas.show(OnCanvas.DIAMOND, ThemeChoice.LIGHT);
    Point before = canvas.corner("B");
    Point2D at = canvas.middleOf("B");

    canvas.hand().drag(at.getX(), at.getY(), at.getX() - 60, at.getY() + 80);

    Point after = canvas.corner("B");
    assertEquals(before.x() - 60, after.x(), 10);
    assertEquals(before.y() + 80, after.y(), 10);
    canvas.undo();
    assertEquals(before, canvas.corner("B"));
  }

  @Test
  void aRectangleDrawnOnNothingSelectsWhatItMeets() {
    OnCanvas canvas = OnCanvas.show(OnCanvas.DIAMOND, ThemeChoice.LIGHT);
    Point2D b = canvas.middleOf("B");
    Point2D c = canvas.middleOf("C");

    canvas.hand().drag(b.getX() - 150, b.getY() - 45, c.getX(), c.getY() + 10);

    assertEquals(Set.of(B, new NodeId("C")), canvas.selected());
  }

  @Test
  void theWheelPansAndWithControlItZoomsWhereThePointerIs() {
    OnCanvas canvas = OnCanvas.show(OnCanvas.DIAMOND, ThemeChoice.LIGHT);
    Point2D before = canvas.middleOf("A");

    canvas.hand().scroll(100, 100, 0, -40);
    assertEquals(before.add(0, -40), canvas.middleOf("A"));

    Point2D anchor = canvas.middleOf("A");
    canvas.hand().holding(false, true).scroll(anchor.getX(), anchor.getY(), 0, 40);
    assertTrue(canvas.percent() > 100, "" + canvas.percent());
    assertEquals(anchor.getX(), canvas.middleOf("A").getX(), 0.01);
  }

  @Test
  void arrowsWalkFromCardToCard() {
    OnCanvas canvas = OnCanvas.show(OnCanvas.DIAMOND, ThemeChoice.LIGHT);

    canvas.clickOn("A");
    canvas.hand().type(KeyCode.DOWN);
    Set<NodeId> below = canvas.selected();
    assertTrue(below.equals(Set.of(B)) || below.equals(Set.of(new NodeId("C"))), "" + below);
    canvas.hand().type(KeyCode.DOWN);
    assertEquals(Set.of(new NodeId("D")), canvas.selected());
    canvas.hand().type(KeyCode.UP, KeyCode.UP, KeyCode.TAB);
    assertEquals(Set.of(B), canvas.selected());
    canvas.hand().holding(false, true).type(KeyCode.A);
    assertEquals(4, canvas.selected().size());
  }

  @Test
  void aDoubleClickOpensWhatHasAnInsideAndBackspaceLeavesIt() {
    OnCanvas canvas = OnCanvas.show(OnCanvas.NESTED, ThemeChoice.LIGHT);
    Point2D inner = canvas.middleOf("inner");

    canvas.hand().doubleClick(inner.getX(), inner.getY());
    assertEquals("inside", canvas.scopeName());

    canvas.hand().type(KeyCode.BACK_SPACE);
    assertEquals("main", canvas.scopeName());
    assertEquals(Set.of(new NodeId("inner")), canvas.selected());
  }

  @Test
  void aRunColoursTheDrawingAndWhatHasNotStartedStaysAsItWas() {
    OnCanvas canvas = OnCanvas.show(OnCanvas.DIAMOND, ThemeChoice.DARK);

    Screen.doOnWindow(
        () ->
            canvas
                .editor()
                .showRun(
                    run(
                        status("wf", "DAG", "main", NodePhase.RUNNING, ""),
                        status("wf.A", "Pod", "echo", NodePhase.SUCCEEDED, "wf"),
                        status("wf.B", "Pod", "echo", NodePhase.RUNNING, "wf"),
                        status("wf.C", "Pod", "echo", NodePhase.FAILED, "wf"))));

    canvas.picture("canvas-run");
    assertEquals(
        Map.of("A", NodePhase.SUCCEEDED, "B", NodePhase.RUNNING, "C", NodePhase.FAILED),
        canvas.phases());
    Screen.doOnWindow(canvas.editor()::hideRun);
    assertEquals(Map.of(), canvas.phases());
  }

  @Test
  void aLargeGraphIsLaidOutInTheBackgroundAndShownWhole() {
    StringBuilder text =
        new StringBuilder(OnCanvas.HEAD + "    - name: main\n      dag:\n        tasks:\n");
    for (int i = 0; i < 3_000; i++) {
      text.append("          - {name: t%d, template: echo".formatted(i));
      text.append(i < 60 ? "}\n" : ", depends: t%d && t%d}\n".formatted(i - 60, i - 59));
    }

    OnCanvas canvas = OnCanvas.show(text.toString(), ThemeChoice.LIGHT);
    while (Screen.onWindow(() -> canvas.model().drawing().isEmpty())) {
      Thread.onSpinWait();
    }

    canvas.picture("canvas-large");
    assertEquals(3_000, Screen.onWindow(() -> canvas.model().drawing().nodes().size()));
    assertTrue(canvas.percent() < 30, "" + canvas.percent());
    canvas.hand().type(KeyCode.DIGIT0);
    canvas.picture("canvas-large-near");
    assertEquals(100, canvas.percent());
  }

  @Test
  void itCanBeLookedAt() {
    for (ThemeChoice theme : new ThemeChoice[] {ThemeChoice.LIGHT, ThemeChoice.DARK}) {
      OnCanvas canvas = OnCanvas.show(OnCanvas.RICH, theme);
      canvas.clickOn("map");
      canvas.picture("canvas-rich");
      canvas.hand().holding(false, true).scroll(300, 200, 0, -300);
      canvas.picture("canvas-far");
    }
  }

  private static RunSnapshot run(NodeStatus... nodes) {
    Map<String, NodeStatus> byId = new LinkedHashMap<>();
    for (NodeStatus node : nodes) {
      byId.put(node.id(), node);
    }
    return new RunSnapshot(
        "wf", Optional.of(NodePhase.RUNNING), "", Optional.empty(), Optional.empty(), byId);
  }

  private static NodeStatus status(
      String name, String type, String template, NodePhase phase, String boundary) {
    return new NodeStatus(
        name,
        name,
        name,
        type,
        template,
        phase,
        boundary,
        "",
        Optional.empty(),
        Optional.empty(),
        List.of(),
        NodeStatus.Values.NONE,
        NodeStatus.Values.NONE,
        false,
        false);
  }
}
