// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import tiphys.app.concurrent.Background;
import tiphys.app.editor.Editor;
import tiphys.model.diagram.Diagram;
import tiphys.model.state.Positions;
import tiphys.model.text.SourceText;

/** A graph that takes a while to lay out does not hold up the window, nor who will not wait. */
class LongLayoutTest {
  private static final int TASKS = 900;

  private final Deque<Runnable> worker = new ArrayDeque<>();
  private final Background background = new Background(worker::add, Runnable::run);

  @Test
  void aLargeGraphIsLaidOutBesideTheWindowAndDrawnThen() {
    CanvasViewModel model = model();
    assertTrue(model.drawing().isEmpty());

    while (!worker.isEmpty()) {
      worker.remove().run();
    }

    assertEquals(TASKS, model.drawing().nodes().size());
  }

  @Test
  void whoWillNotWaitForALayoutHasTheTasksInRows() throws InterruptedException {
    CanvasViewModel model = model();
    while (background.goingOn().isEmpty()) {
      Thread.sleep(5);
    }
    assertEquals(
        Background.Told.of("window.waiting.layout", TASKS), background.goingOn().getFirst().what());

    background.goingOn().getFirst().giveUp();

    assertEquals(TASKS, model.drawing().nodes().size());
    assertEquals(List.of(), background.goingOn());
  }

  private CanvasViewModel model() {
    StringBuilder text =
        new StringBuilder("kind: Workflow\nspec:\n  templates:\n  - name: main\n    dag:\n");
    text.append("      tasks:\n");
    for (int i = 0; i < TASKS; i++) {
      text.append("      - {name: t").append(i).append(", template: echo, depends: \"");
      text.append(i == 0 ? "" : "t" + i / 2).append("\"}\n");
    }
    return new CanvasViewModel(
        new Editor(Diagram.open(SourceText.of(text.toString()), Positions.NONE)), background);
  }
}
