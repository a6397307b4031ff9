// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import tiphys.app.editor.Editor;
import tiphys.app.editor.Selection;
import tiphys.app.files.OpenFile;
import tiphys.app.message.Language;
import tiphys.app.runs.Answers;
import tiphys.app.runs.LoopbackCluster;
import tiphys.app.runs.RunChoices;
import tiphys.app.screen.Hand;
import tiphys.app.screen.Screen;
import tiphys.app.settings.Settings;
import tiphys.app.theme.ThemeChoice;
import tiphys.app.window.TiphysWindow;
import tiphys.model.graph.NodeId;
import tiphys.model.run.NodeIds;
import tiphys.model.run.NodePhase;
import tiphys.model.run.RunOverlay;
import tiphys.model.run.TaskState;

/** A file is sent to a cluster and its run watched in the window. */
@SuppressWarnings("NullAway.Init") // the window is opened by each test
final class ClusterRunWindowTest {
  private static final String RUN = "flow-r1";
  private static final String FLOW =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: Workflow
      metadata: {generateName: flow-}
      spec:
        entrypoint: main
        arguments: {parameters: [{name: who, value: you}]}
        templates:
        - name: main
          dag:
            tasks:
            - {name: fetch, template: sh}
            - {name: train, template: sh, depends: fetch}
            - {name: test, template: sh, depends: fetch}
            - {name: report, template: sh, depends: train && test}
        - name: sh
          container: {image: busybox, command: [echo, "{{workflow.parameters.who}}"]}
      """;

  @TempDir Path folder;
  private final LoopbackCluster cluster = new LoopbackCluster();
  private final Answers answers = new Answers();
  private Wiring wiring;
  private TiphysWindow window;
  private Settings settings;
  private Screen screen;
  private Stage stage;

  @AfterEach
  void close() {
    if (stage != null) {
      Screen.doOnWindow(
          () -> {
            stage.hide();
            wiring.stop();
          });
    }
    cluster.close();
  }

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
  void aPodsLinesAreShownAndStayWhenThePodIsGone() throws Exception {
    submitted();
    String pod = pod("fetch");
    cluster.addLog(pod, "hello you\nhello me\n");
    cluster.addLog("another", "never shown\n");
    cluster.task(RUN, "fetch", "Succeeded", "");
    await("it is shown", () -> phase("fetch").isPresent());
    choose("fetch");
    await("its lines are", () -> logLines().equals(List.of("hello you", "hello me")));
    cluster.addLog(pod, "");
    choose("report");
    choose("fetch");
    await("they stay", () -> logLines().equals(List.of("hello you", "hello me")));
    screen.picture("cluster-run-log");
  }

  @Test
  void theContainerOfALogIsChosenAndTheChoiceHoldsForTheNextStep() throws Exception {
    submitted();
    for (String task : List.of("fetch", "train")) {
      cluster.addLog(pod(task), task + " itself\n");
      cluster.addLog(pod(task), "wait", task + " watched\n");
      cluster.task(RUN, task, "Running", "");
    }
    await("they run", () -> phase("train").isPresent());
    choose("fetch");
    await("its own lines are shown", () -> logLines().equals(List.of("fetch itself")));
    ComboBox<String> containers = choice("#run-container");
    assertEquals(List.of("main", "init", "wait"), Screen.onWindow(containers::getItems));
    Screen.doOnWindow(() -> containers.setValue("wait"));
    await("the other's are shown", () -> logLines().equals(List.of("fetch watched")));
    choose("train");
    await("of the next step too", () -> logLines().equals(List.of("train watched")));
    screen.picture("cluster-run-log-container");
    choose();
    ListView<?> nodes = screen.find("#run-nodes", ListView.class);
    await("the run is listed", () -> Screen.onWindow(() -> nodes.getItems().contains(RUN)));
    Screen.doOnWindow(() -> nodes.getSelectionModel().select(nodes.getItems().indexOf(RUN)));
    await("of the whole run as well", () -> logLines().contains(pod("fetch") + ": fetch watched"));
    assertTrue(logLines().contains(pod("train") + ": train watched"));
  }

  @Test
  void aLogThatBreaksGoesOnByItselfWhereItWas() throws Exception {
    submitted();
    cluster.addLog(pod("fetch"), "one\ntwo\n");
    cluster.task(RUN, "fetch", "Running", "");
    await("it runs", () -> phase("fetch").isPresent());
    choose("fetch");
    await("its lines are shown", () -> logLines().equals(List.of("one", "two")));
    cluster.setDown(true);
    await("the log says so", () -> text("#run-log-note").startsWith("Interrupted"));
    screen.picture("cluster-run-log-interrupted");
    cluster.addLog(pod("fetch"), "one\ntwo\nthree\n");
    cluster.setDown(false);
    await("it goes on", () -> logLines().equals(List.of("one", "two", "three")));
    await("nothing is said any more", () -> text("#run-log-note").isEmpty());
  }

  @Test
  void theLinesOfAStepThatNobodyLookedAtAreKeptWhenItEnds() throws Exception {
    submitted();
    cluster.addLog(pod("train"), "at work\n");
    cluster.task(RUN, "fetch", "Running", "");
    cluster.task(RUN, "train", "Running", "");
    await("they run", () -> phase("train").isPresent());
    choose("fetch");
    cluster.task(RUN, "train", "Failed", "");
    await(
        "its lines are fetched",
        () -> cluster.logsAsked().stream().anyMatch(query -> query.contains(pod("train"))));
    cluster.addLog(pod("train"), "");
    choose("train");
    await("they are shown", () -> logLines().equals(List.of("at work")));
    assertEquals(
        1, cluster.logsAsked().stream().filter(query -> query.contains(pod("train"))).count());
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

  private static MenuItem item(MenuButton menu, String text) {
    return menu.getItems().stream()
        .filter(item -> text.equals(item.getText()))
        .findFirst()
        .orElseThrow();
  }

  private MenuItem inMenu(String text) {
    MenuBar bar = (MenuBar) stage.getScene().getRoot().lookup(".menu-bar");
    return bar.getMenus().stream()
        .flatMap(menu -> menu.getItems().stream())
        .filter(item -> text.equals(item.getText()))
        .findFirst()
        .orElseThrow();
  }

  private void chooseCluster() {
    MenuButton menu = screen.find("#run-engine", MenuButton.class);
    Screen.doOnWindow(() -> item(menu, "Cluster prod").fire());
  }

  private void submitted() throws Exception {
    open(FLOW);
    chooseCluster();
    press("#run-button");
    await("it is on the cluster", () -> cluster.names().contains(RUN));
    cluster.phase(RUN, "Running");
    await("it runs", () -> stateText().contains("Running"));
  }

  private void open(String text) throws IOException, InterruptedException, TimeoutException {
    Path path = Files.writeString(folder.resolve("flow.yaml"), text);
    Path config = Files.createDirectories(folder.resolve("config"));
    cluster.connect(config, "prod");
    settings = Settings.in(config);
    FxToolkit.registerPrimaryStage();
    Screen.doOnWindow(
        () -> {
          stage = new Stage();
          settings.theme().set(ThemeChoice.LIGHT);
          settings.language().set(Optional.of(Language.ENGLISH));
          wiring = new Wiring(settings);
          window = wiring.window(stage, new RunWindowTest.NoFileQuestions(), answers);
          window.show();
          window.desk().open(path);
        });
    screen = Screen.of(stage);
    await("the file is open", () -> window.desk().files().shown().get().isPresent());
    screen.settle();
  }

  private void press(String button) {
    Button found = screen.find(button, Button.class);
    Screen.doOnWindow(found::fire);
  }

  private void choose(String... tasks) {
    Screen.doOnWindow(
        () ->
            file()
                .editor()
                .select(tasks.length == 0 ? Selection.NONE : Selection.of(new NodeId(tasks[0]))));
    screen.settle();
  }

  private static String pod(String task) {
    return NodeIds.podName(RUN, RUN + "." + task, "sh");
  }

  @SuppressWarnings("unchecked") // JavaFX looks up nodes of any type
  private ComboBox<String> choice(String selector) {
    return (ComboBox<String>) screen.find(selector, ComboBox.class);
  }

  private OpenFile file() {
    return window.desk().files().shown().get().orElseThrow();
  }

  private Optional<NodePhase> phase(String task) {
    return Screen.onWindow(
        () -> {
          Editor editor = file().editor();
          Map<NodeId, TaskState> states =
              editor
                  .overlay()
                  .get()
                  .map(run -> RunOverlay.of(run).states(editor.scope().orElseThrow()))
                  .orElse(Map.of());
          return Optional.ofNullable(states.get(new NodeId(task))).flatMap(TaskState::phase);
        });
  }

  private String stateText() {
    return text("#run-state");
  }

  private String text(String selector) {
    return Screen.onWindow(
        () ->
            stage.getScene().getRoot().lookup(selector) instanceof Labeled found
                ? found.getText()
                : "");
  }

  private List<?> logLines() {
    return Screen.onWindow(
        () ->
            stage.getScene().getRoot().lookup("#run-log") instanceof ListView<?> log
                ? List.copyOf(log.getItems())
                : List.of());
  }

  private static void await(String what, BooleanSupplier holds) throws InterruptedException {
    for (int i = 0; i < 1500; i++) {
      if (holds.getAsBoolean()) {
        return;
      }
      Thread.sleep(20);
    }
    throw new AssertionError("did not come: " + what);
  }
}
