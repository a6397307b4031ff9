// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import tiphys.app.message.Language;
import tiphys.app.runs.RunChoices;
import tiphys.app.screen.Hand;
import tiphys.app.screen.Screen;
import tiphys.app.theme.ThemeChoice;
import tiphys.model.run.NodePhase;

/** A file is sent to a cluster and its run watched in the window. */
final class ClusterRunWindowTest extends ClusterRunsInWindow {
  @Test
  void aFileIsSubmittedWhereTheMenuSaysAndItsTasksAreColouredAsTheyGoOn() throws Exception {
    open(FLOW);
    chooseCluster();
    press("#run-button");
    await("the form was shown", () -> answers.wishes.size() == 1);
    assertEquals("prod", answers.wishes.getFirst().connection());
    await("it is on the cluster", () -> cluster.names().contains(RUN));
    await("it waits for the controller", () -> stateText().contains("Waiting"));
    cluster.phase(RUN, "Running");
    cluster.task(RUN, "fetch", "Running", "");
    await("the task runs", () -> phase("fetch").equals(Optional.of(NodePhase.RUNNING)));
    assertTrue(stateText().contains("Running"), stateText());
    assertEquals("prod · default/flow-r1", text("#run-where"));
    screen.picture("cluster-run-started");
    cluster.task(RUN, "fetch", "Succeeded", ",\"finishedAt\":\"2026-11-25T00:00:04Z\"");
    cluster.task(RUN, "train", "Failed", ",\"message\":\"Error (exit code 1): no data\"");
    cluster.task(RUN, "test", "Running", "");
    await("one has failed", () -> phase("train").equals(Optional.of(NodePhase.FAILED)));
    assertTrue(stateText().contains("2 of 3"), stateText());
    cluster.task(RUN, "test", "Succeeded", "");
    cluster.change(RUN, "/status/message", "\"child 'flow-r1-train' failed\"");
    cluster.phase(RUN, "Failed");
    await("the run has failed", () -> stateText().contains("Failed"));
    await("it says why", () -> text("#run-said").contains("child 'flow-r1-train' failed"));
    await("the watch ends", () -> cluster.streams() == 0);
    screen.picture("cluster-run-failed");
    Screen.doOnWindow(() -> settings.theme().set(ThemeChoice.DARK));
    Screen.doOnWindow(() -> settings.language().set(Optional.of(Language.JAPANESE)));
    press("#run-state");
    await("it is shown in Japanese", () -> stateText().contains("失敗"));
    screen.picture("cluster-run-failed-dark-ja");
  }

  @Test
  void anInterruptionIsSaidInWordsAndNothingIsLostWhenItIsOver() throws Exception {
    submitted();
    cluster.task(RUN, "fetch", "Running", "");
    await("the task runs", () -> phase("fetch").equals(Optional.of(NodePhase.RUNNING)));
    cluster.setDown(true);
    await("it says so", () -> text("#run-note").contains("Interrupted at"));
    assertTrue(stateText().contains("Running, not live"), stateText());
    screen.picture("cluster-run-interrupted");
    cluster.task(RUN, "fetch", "Succeeded", "");
    cluster.task(RUN, "train", "Running", "");
    cluster.setDown(false);
    await("it goes on", () -> text("#run-note").contains("Live again since"));
    await("what came meanwhile is shown", () -> phase("train").isPresent());
    assertEquals(Optional.of(NodePhase.SUCCEEDED), phase("fetch"));
    assertFalse(stateText().contains("not live"), stateText());
  }

  @Test
  void whatTheClusterRefusesIsAskedAboutAgainWithEverythingThatWasGiven() throws Exception {
    open(FLOW);
    chooseCluster();
    cluster.refuseNext("templates.main is wrong");
    press("#run-button");
    await("it is asked twice", () -> answers.wishes.size() == 2);
    assertTrue(answers.wishes.getLast().trouble().isPresent());
    await("the second time it is taken", () -> cluster.names().contains(RUN));
  }

  @Test
  void aConnectionThatIsGoneIsSaidAtTheFootAndTheFileCanBeRunAgain() throws Exception {
    open(FLOW);
    chooseCluster();
    Files.delete(folder.resolve("config/connections.json"));
    press("#run-button");
    await("it says why", () -> !text("#status-refusal").isEmpty());
    assertFalse(screen.find("#run-button", Button.class).isDisabled());
    assertTrue(answers.wishes.isEmpty());
  }

  @Test
  void twoFilesShowTheirRunsAtTheSameTime() throws Exception {
    submitted();
    Path other = Files.writeString(folder.resolve("other.yaml"), FLOW.replace("flow-", "other-"));
    Screen.doOnWindow(() -> window.desk().open(other));
    await("the other is open", () -> file().name().equals("other.yaml"));
    screen.settle();
    press("#run-button");
    await("both are there", () -> cluster.names().equals(List.of(RUN, "other-r2")));
    cluster.phase("other-r2", "Running");
    cluster.task("other-r2", "fetch", "Failed", "");
    cluster.task(RUN, "fetch", "Succeeded", "");
    await("the one failed", () -> phase("fetch").equals(Optional.of(NodePhase.FAILED)));
    Screen.doOnWindow(() -> window.desk().files().showNext(1));
    await("the other did not", () -> phase("fetch").equals(Optional.of(NodePhase.SUCCEEDED)));
  }

  @Test
  void aRunTakenOffTheGraphGoesOnAndTheFileCanBeSubmittedAgain() throws Exception {
    submitted();
    await("it is watched", () -> cluster.streams() == 1);
    Screen.doOnWindow(() -> inMenu("Take the run off the graph").fire());
    await("nobody watches", () -> cluster.streams() == 0);
    assertTrue(Screen.onWindow(() -> file().editor().overlay().get()).isEmpty());
    press("#run-button");
    await("there are two", () -> cluster.names().size() == 2);
    assertTrue(cluster.sent().stream().allMatch(sent -> sent.method().equals("POST")));
  }

  @Test
  void aFileIsClosedWithoutAQuestionSinceItsRunGoesOn() throws Exception {
    submitted();
    await("it is watched", () -> cluster.streams() == 1);
    Screen.doOnWindow(() -> window.desk().close(file()));
    assertTrue(answers.endings.isEmpty());
    await("nobody watches", () -> cluster.streams() == 0);
  }

  @Test
  void aRunThatSomebodyDeletesStaysOnTheGraphAndIsSaidToBeGone() throws Exception {
    submitted();
    cluster.task(RUN, "fetch", "Succeeded", "");
    await("it is shown", () -> phase("fetch").isPresent());
    cluster.delete(RUN);
    await("it is said", () -> text("#run-note").contains("has this run no longer"));
    assertEquals(Optional.of(NodePhase.SUCCEEDED), phase("fetch"));
  }

  @Test
  void theMenuOffersTheClustersByKey() throws Exception {
    open(FLOW);
    new Hand(screen, screen.scene().getRoot()).holding(false, true).type(KeyCode.F5);
    MenuButton menu = screen.find("#run-engine", MenuButton.class);
    await("the menu is open", () -> Screen.onWindow(menu::isShowing));
    Screen.doOnWindow(menu::hide);
    Screen.doOnWindow(() -> item(menu, "Cluster prod").fire());
    assertEquals("prod", Screen.onWindow(menu::getText));
    assertEquals(
        Optional.of("prod"), Screen.onWindow(() -> new RunChoices(settings).connection().get()));
  }
}
