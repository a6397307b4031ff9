// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tiphys.app.message.Language;
import tiphys.app.screen.Screen;
import tiphys.app.theme.ThemeChoice;

/** What a slow cluster is asked is told and can be given up; nothing else waits for it. */
final class SlowClusterInWindowTest extends ClusterRunsInWindow {
  @Test
  void aSubmissionThatIsNotAwaitedIsSaidToHavePerhapsBeenDone() throws Exception {
    open(FLOW);
    chooseCluster();
    cluster.holdBack("POST /api/v1/workflows");
    press("#run-button");
    await("it is told", () -> waiting().equals("Submitting flow- to prod…"));
    screen.picture("cluster-slow-submit");
    press("#stop-waiting");
    await("it says what that means", () -> text("#status-refusal").contains("You did not wait"));
    assertFalse(screen.find("#run-button", Button.class).isDisabled());
    assertFalse(stateText().contains("Preparing"), stateText());
    await("the request is broken off", () -> waiting().isEmpty());
    cluster.holdBack("");
    press("#run-button");
    await("it can be submitted again", () -> stateText().contains("Waiting"));
  }

  @Test
  void theStopButtonGivesUpWhatHasNotBegunYet() throws Exception {
    open(FLOW);
    chooseCluster();
    cluster.holdBack("POST /api/v1/workflows");
    press("#run-button");
    await("it prepares", () -> cluster.held() > 0);
    press("#stop-button");
    await("it is given up", () -> !screen.find("#run-button", Button.class).isDisabled());
    assertTrue(text("#status-refusal").contains("You did not wait"));
  }

  @ParameterizedTest
  @CsvSource({
    "Suspend the run, PUT, Suspending flow-r1 on prod…",
    "Terminate the run…, PUT, Terminating flow-r1 on prod…",
    "Submit the run again, PUT, Submitting flow-r1 to prod again…",
    "Delete the run…, DELETE, Deleting flow-r1 from prod…"
  })
  void whateverIsDoneWithARunIsToldAndGivenUp(String entry, String method, String told)
      throws Exception {
    submitted();
    cluster.holdBack(method + " /api/v1/workflows");
    Screen.doOnWindow(() -> inMenu(entry).fire());
    await("it is told", () -> waiting().equals(told));
    assertTrue(stateText().contains("Running"), "the run goes on beside it");
    press("#stop-waiting");
    await("it says what that means", () -> text("#status-refusal").contains("You did not wait"));
    assertEquals("", waiting());
  }

  @Test
  void aRetryThatIsLookedAtIsGivenUpWithoutAQuestion() throws Exception {
    submitted();
    cluster.task(RUN, "train", "Failed", "");
    cluster.phase(RUN, "Failed");
    await("it is over", () -> stateText().contains("Failed"));
    cluster.holdBack("GET /api/v1/workflows");
    Screen.doOnWindow(() -> inMenu("Retry the run…").fire());
    await("it is told", () -> waiting().equals("Fetching flow-r1 from prod…"));
    Screen.doOnWindow(() -> settings.theme().set(ThemeChoice.DARK));
    Screen.doOnWindow(() -> settings.language().set(Optional.of(Language.JAPANESE)));
    await("in Japanese too", () -> waiting().equals("flow-r1 を prod から取得しています…"));
    screen.picture("cluster-slow-dark-ja");
    press("#stop-waiting");
    await("it is given up", () -> waiting().isEmpty());
    assertEquals(List.of(), answers.retries);
    assertEquals("", text("#status-refusal"));
  }

  @Test
  void anArtifactThatTakesLongIsGivenUpAndLeavesNothing() throws Exception {
    submitted();
    cluster.task(
        RUN,
        "fetch",
        "Succeeded",
        ",\"outputs\":{\"artifacts\":[{\"name\":\"model\",\"s3\":{\"key\":\"m/model.bin\"}}]}");
    await("it is shown", () -> phase("fetch").isPresent());
    choose("fetch");
    await("it is listed", () -> has("#save-artifact-model"));
    answers.saveTo = Optional.of(Files.createDirectory(folder.resolve("saved")));
    cluster.holdBack("GET /artifact-files");
    press("#save-artifact-model");
    await("it is told", () -> waiting().equals("Fetching model…"));
    press("#stop-waiting");
    await("it is given up", () -> waiting().isEmpty());
    try (var left = Files.list(folder.resolve("saved"))) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void theListOfRunsIsStoppedAndAskedForAgain() throws Exception {
    submitted();
    cluster.holdBack("GET /api/v1/workflows/default?");
    Screen.doOnWindow(() -> byId("action-show-history").fire());
    await("it is told", () -> waiting().equals("Listing the runs of prod…"));
    press("#stop-waiting");
    await("it says so", () -> text("#history-note").contains("was not awaited"));
    cluster.holdBack("");
    press("#history-refresh");
    await("they are listed", () -> listed().equals(List.of(RUN)));
  }

  private List<String> listed() {
    TableView<?> runs = screen.find("#history-runs", TableView.class);
    return Screen.onWindow(
        () ->
            runs.getItems().stream()
                .map(String::valueOf)
                .map(row -> row.contains("\"name\":\"" + RUN) ? RUN : "another")
                .toList());
  }

  /** What is told to go on; empty where nothing does. */
  private String waiting() {
    return Screen.onWindow(
        () ->
            stage.getScene().getRoot().lookupAll("#waiting .label").stream()
                .map(label -> ((Labeled) label).getText())
                .collect(Collectors.joining()));
  }
}
