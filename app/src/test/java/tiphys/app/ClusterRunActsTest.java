// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import tiphys.app.screen.Hand;
import tiphys.app.screen.Screen;

/** What is done with a run on a cluster from the window, and what is asked before. */
final class ClusterRunActsTest extends ClusterRunsInWindow {
  @Test
  void theMenuOfACardRetriesFromThereShowsItsLogAndCopiesThePodsName() throws Exception {
    submitted();
    cluster.task(RUN, "fetch", "Succeeded", "");
    cluster.task(RUN, "train", "Failed", "");
    cluster.phase(RUN, "Failed");
    await("it is over", () -> stateText().contains("Failed"));
    assertEquals(List.of(), cardMenu("report"));
    assertEquals(List.of("node-log", "node-retry", "node-copy"), cardMenu("fetch"));
    fire("node-copy");
    assertEquals(pod("fetch"), Screen.onWindow(() -> Clipboard.getSystemClipboard().getString()));
    assertEquals(List.of("node-log", "node-retry", "node-copy"), cardMenu("fetch"));
    fire("node-retry");
    await("it was shown", () -> answers.retries.size() == 1);
    assertTrue(answers.retries.getFirst().begunAnew().contains(RUN + ".fetch"));
    await("it is sent", () -> cluster.sent().getLast().path().endsWith("/flow-r1/retry"));
    assertEquals(
        "id=flow-r1-fetch", cluster.sent().getLast().body().path("nodeFieldSelector").asText());
    assertTrue(cluster.sent().getLast().body().path("restartSuccessful").asBoolean());
  }

  @Test
  void oneOfTheTimesThatATaskRanIsRetriedAlone() throws Exception {
    submitted();
    item(0, "Failed");
    item(1, "Failed");
    cluster.phase(RUN, "Failed");
    await("it is over", () -> stateText().contains("Failed"));
    choose("train");
    Screen.doOnWindow(screen.find(".canvas", Node.class)::requestFocus);
    Hand keys = new Hand(screen, screen.scene().getRoot());
    keys.type(KeyCode.O, KeyCode.ENTER, KeyCode.RIGHT);
    assertEquals(List.of("node-log", "node-retry", "node-copy"), openMenu());
    fire("node-retry");
    await("it was shown", () -> answers.retries.size() == 1);
    await("it is sent", () -> cluster.sent().getLast().path().endsWith("/flow-r1/retry"));
    assertEquals(
        "id=flow-r1-1", cluster.sent().getLast().body().path("nodeFieldSelector").asText());
  }

  private void item(int number, String phase) {
    cluster.change(
        RUN,
        "/status/nodes/" + RUN + "-" + number,
        """
        {"id":"flow-r1-%1$d","name":"flow-r1.train(%1$d:x)","displayName":"train(%1$d:x)",
         "type":"Pod","phase":"%2$s","templateName":"sh","boundaryID":"flow-r1"}
        """
            .formatted(number, phase));
  }

  @Test
  void theMenuOfACardLetsItsSuspendedStepGoOn() throws Exception {
    submitted();
    cluster.task(RUN, "fetch", "Running", "");
    cluster.change(
        RUN,
        "/status/nodes/" + RUN + "-test",
        """
        {"id":"flow-r1-test","name":"flow-r1.test","displayName":"test","type":"Suspend",
         "phase":"Running","templateName":"sh","boundaryID":"flow-r1"}
        """);
    await("it waits", () -> phase("test").isPresent());
    assertEquals(List.of("node-log", "node-copy"), cardMenu("fetch"));
    assertEquals(List.of("node-log", "node-resume"), cardMenu("test"));
    fire("node-resume");
    await("it is sent", () -> cluster.sent().getLast().path().endsWith("/flow-r1/resume"));
    assertEquals(
        "id=flow-r1-test", cluster.sent().getLast().body().path("nodeFieldSelector").asText());
  }

  /** What a run offers in the menu of a card, which its key opens. */
  private List<String> cardMenu(String task) {
    Screen.doOnWindow(() -> menus().forEach(Window::hide));
    choose(task);
    Screen.doOnWindow(screen.find(".canvas", Node.class)::requestFocus);
    return openMenu();
  }

  /** Of what is chosen. */
  private List<String> openMenu() {
    new Hand(screen, screen.scene().getRoot()).holding(true, false).type(KeyCode.F10);
    return Screen.onWindow(
        () ->
            menus().stream()
                .flatMap(menu -> menu.getItems().stream())
                .map(item -> String.valueOf(item.getId()))
                .filter(id -> id.startsWith("node-"))
                .toList());
  }

  private static List<ContextMenu> menus() {
    return Window.getWindows().stream()
        .filter(ContextMenu.class::isInstance)
        .map(ContextMenu.class::cast)
        .toList();
  }

  private static void fire(String id) {
    Screen.doOnWindow(
        () -> {
          List<ContextMenu> open = menus();
          open.stream()
              .flatMap(menu -> menu.getItems().stream())
              .filter(item -> id.equals(item.getId()))
              .forEach(MenuItem::fire);
          open.forEach(Window::hide);
        });
  }

  @Test
  void stoppingAsksAndSendsWhatArgoCallsStop() throws Exception {
    submitted();
    answers.mayStop = false;
    press("#stop-button");
    assertEquals(List.of("stop flow-r1 on prod"), answers.stops);
    answers.mayStop = true;
    press("#stop-button");
    await("it is sent", () -> cluster.sent().getLast().path().endsWith("/flow-r1/stop"));
    assertEquals(1, cluster.sent().stream().filter(s -> s.path().endsWith("/stop")).count());
    cluster.change(RUN, "/spec/shutdown", "\"Stop\"");
    await("the bar says so", () -> stateText().contains("Stopping"));
    cluster.phase(RUN, "Failed");
    await("and that it is over", () -> stateText().contains("Stopped"));
  }

  @Test
  void aRetryShowsWhatItResetsAndTheRunIsWatchedAgain() throws Exception {
    submitted();
    cluster.task(RUN, "fetch", "Succeeded", "");
    cluster.task(RUN, "train", "Failed", "");
    cluster.phase(RUN, "Failed");
    await("the watch ends", () -> stateText().contains("Failed") && cluster.streams() == 0);
    Screen.doOnWindow(() -> inMenu("Retry the run…").fire());
    await("it was shown", () -> answers.retries.size() == 1);
    assertEquals(List.of(RUN + ".train"), answers.retries.getFirst().begunAnew());
    await("it is sent", () -> cluster.sent().getLast().path().endsWith("/flow-r1/retry"));
    cluster.phase(RUN, "Running");
    await("it is watched again", () -> stateText().contains("Running"));
    assertTrue(Screen.onWindow(() -> inMenu("Retry the run…").isDisable()));
  }

  @Test
  void aSuspendedStepIsAskedForItsValuesBeforeItGoesOn() throws Exception {
    submitted();
    cluster.change(
        RUN,
        "/status/nodes/" + RUN + "-test",
        """
        {"id":"flow-r1-test","name":"flow-r1.test","displayName":"test","type":"Suspend","phase":"Running",
         "templateName":"sh","boundaryID":"flow-r1",
         "inputs":{"parameters":[{"name":"approve","value":"NO","enum":["YES","NO"]}]},
         "outputs":{"parameters":[{"name":"approve","valueFrom":{"supplied":{}}}]}}
        """);
    await("the bar says so", () -> stateText().contains("Suspended"));
    screen.picture("cluster-run-suspended");
    answers.given = Map.of("approve", "YES");
    Screen.doOnWindow(() -> inMenu("Let the run go on…").fire());
    await("it is sent", () -> cluster.sent().getLast().path().endsWith("/flow-r1/set"));
    assertEquals(List.of("YES", "NO"), answers.outputs.getFirst().choices());
    assertEquals(
        "{\"approve\":\"YES\"}", cluster.sent().getLast().body().path("outputParameters").asText());
  }

  @Test
  void aRunSubmittedAgainTakesThePlaceOfTheOldOneOnTheGraph() throws Exception {
    submitted();
    Screen.doOnWindow(() -> inMenu("Submit the run again").fire());
    await("the new one is shown", () -> text("#run-where").endsWith("flow-r1-again"));
  }

  @Test
  void deletingAsksAndWhatIsShownIsSaidToBeGone() throws Exception {
    submitted();
    Screen.doOnWindow(() -> inMenu("Delete the run…").fire());
    await("it is gone", () -> text("#run-note").contains("has this run no longer"));
    assertEquals(List.of("delete flow-r1 on prod"), answers.stops);
    assertTrue(cluster.names().isEmpty());
  }

  @Test
  void whatTheClusterDoesNotDoIsSaidAtTheFoot() throws Exception {
    submitted();
    cluster.refuseNext("you may not");
    Screen.doOnWindow(() -> inMenu("Suspend the run").fire());
    await("it says why", () -> text("#status-refusal").contains("you may not"));
  }
}
