// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;
import tiphys.app.concurrent.Background;
import tiphys.app.editor.Editor;
import tiphys.app.files.Example;
import tiphys.app.message.Language;
import tiphys.app.message.Messages;
import tiphys.app.screen.Screen;
import tiphys.app.theme.ThemeChoice;
import tiphys.exporter.local.EngineChoice;
import tiphys.model.diagram.Diagram;
import tiphys.model.graph.NodeId;
import tiphys.model.run.NodePhase;
import tiphys.model.run.RunOverlay;
import tiphys.model.run.TaskState;
import tiphys.model.state.Positions;

final class RunControlTest {
  private final Editor editor = new Editor(Diagram.open(Example.DIAMOND.text(), Positions.NONE));

  @Test
  void theButtonRunsTheFileAndEveryTaskTurnsGreen() throws Exception {
    RunControl runs = press(true);
    assertTrue(runs.run().isPresent());
    Map<NodeId, TaskState> states =
        Screen.onWindow(
            () ->
                RunOverlay.of(editor.overlay().get().orElseThrow())
                    .states(editor.scope().orElseThrow()));
    assertEquals(4, states.size());
    states.values().forEach(state -> assertEquals(Optional.of(NodePhase.SUCCEEDED), state.phase()));
  }

  @Test
  void withoutTheUsersConsentNothingIsExecuted() throws Exception {
    RunControl runs = press(false);
    assertTrue(runs.run().isEmpty());
    assertTrue(Screen.onWindow(() -> editor.overlay().get()).isEmpty());
  }

  /** Presses the button and waits until nothing runs. */
  private RunControl press(boolean agrees) throws InterruptedException {
    Background background =
        new Background(
            Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory()),
            Platform::runLater);
    CountDownLatch over = new CountDownLatch(1);
    RunControl[] runs = new RunControl[1];
    Screen screen =
        Screen.show(
            () -> {
              runs[0] =
                  new RunControl(editor, background, EngineChoice.PROCESS, _ -> agrees, _ -> {});
              return new RunButton(runs[0], Messages.in(Language.ENGLISH));
            },
            200,
            100,
            ThemeChoice.LIGHT);
    Button button = screen.find("#run-button", Button.class);
    Screen.doOnWindow(
        () -> {
          runs[0].isRunning().subscribe((was, now) -> onChange(was, now, over));
          button.fire();
        });
    assertTrue(over.await(60, TimeUnit.SECONDS), "the run did not end");
    screen.settle();
    return runs[0];
  }

  private static void onChange(boolean was, boolean now, CountDownLatch over) {
    if (was && !now) {
      over.countDown();
    }
  }
}
