// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tiphys.app.OpenDialog.button;
import static tiphys.app.OpenDialog.confirm;
import static tiphys.app.OpenDialog.header;
import static tiphys.app.OpenDialog.inDialog;
import static tiphys.app.OpenDialog.pictureOf;
import static tiphys.app.OpenDialog.shown;
import static tiphys.app.OpenDialog.type;
import static tiphys.app.OpenDialog.words;

import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DialogPane;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import tiphys.app.message.Language;
import tiphys.app.screen.Screen;
import tiphys.app.theme.ThemeChoice;

/** What is asked about runs on a cluster, in the dialogs that ask it. */
final class ClusterRunDialogsTest extends ClusterRunsInWindow {
  @Test
  void terminatingIsSaidInWordsAndNothingIsSentUntilItIsAgreedTo() throws Exception {
    submittedInDialog();
    long before = cluster.sent().size();
    later("Terminate the run…");
    DialogPane dialog = dialog();
    assertEquals("Terminate: flow-r1 on prod?", header(dialog));
    assertTrue(words(dialog).contains("exit handlers do not run"), words(dialog));
    pictureOf(dialog, "run-dialog-terminate");
    type(dialog, KeyCode.ESCAPE);
    await("it is gone", () -> shown().isEmpty());
    assertEquals(before, cluster.sent().size());
    later("Terminate the run…");
    confirm(dialog());
    await("it is sent", () -> cluster.sent().getLast().path().endsWith("/flow-r1/terminate"));
  }

  @Test
  void aRetryNamesWhatItBeginsAnewAndWhoseLinesAreLost() throws Exception {
    submittedInDialog();
    cluster.task(RUN, "fetch", "Succeeded", "");
    cluster.task(RUN, "train", "Failed", "");
    cluster.phase(RUN, "Failed");
    await("it is over", () -> stateText().contains("Failed"));
    Screen.doOnWindow(() -> settings.theme().set(ThemeChoice.DARK));
    later("Retry the run…");
    DialogPane dialog = dialog();
    assertEquals("Retry flow-r1", header(dialog));
    ListView<?> anew = (ListView<?>) inDialog(dialog, "#retry-anew");
    assertEquals(List.of(RUN + ".train"), Screen.onWindow(() -> List.copyOf(anew.getItems())));
    assertTrue(words(dialog).contains("1 pod is deleted"), words(dialog));
    pictureOf(dialog, "run-dialog-retry-dark");
    confirm(dialog);
    await("it is sent", () -> cluster.sent().getLast().path().endsWith("/flow-r1/retry"));
  }

  @Test
  void deletingIsAskedAndDoneByKey() throws Exception {
    submittedInDialog();
    Screen.doOnWindow(() -> settings.language().set(Optional.of(Language.JAPANESE)));
    Platform.runLater(() -> byId("action-run-delete").fire());
    DialogPane dialog = dialog();
    assertTrue(header(dialog).contains("flow-r1"), header(dialog));
    pictureOf(dialog, "run-dialog-delete-ja");
    type(dialog, KeyCode.ENTER);
    await("it is gone", () -> cluster.names().isEmpty());
    assertTrue(shown().isEmpty());
  }

  @Test
  void aSuspendedStepGoesOnOnlyWithTheValueThatItWaitsFor() throws Exception {
    submittedInDialog();
    cluster.change(
        RUN,
        "/status/nodes/" + RUN + "-test",
        """
        {"id":"flow-r1-test","name":"flow-r1.test","displayName":"test","type":"Suspend","phase":"Running",
         "templateName":"sh","boundaryID":"flow-r1",
         "inputs":{"parameters":[{"name":"approve","enum":["YES","NO"]}]},
         "outputs":{"parameters":[{"name":"approve","valueFrom":{"supplied":{}}}]}}
        """);
    await("it waits", () -> stateText().contains("Suspended"));
    later("Let the run go on…");
    DialogPane dialog = dialog();
    assertEquals("Values that the suspended step waits for", header(dialog));
    Button confirm = button(dialog, ButtonBar.ButtonData.OK_DONE);
    assertTrue(Screen.onWindow(confirm::isDisabled));
    Node field = inDialog(dialog, "#argument-approve");
    @SuppressWarnings("unchecked") // JavaFX looks up nodes of any type
    ComboBox<String> choice = (ComboBox<String>) field;
    Screen.doOnWindow(() -> choice.setValue("YES"));
    assertFalse(Screen.onWindow(confirm::isDisabled));
    pictureOf(dialog, "run-dialog-resume");
    Screen.doOnWindow(confirm::fire);
    await("it is sent", () -> cluster.sent().getLast().path().endsWith("/flow-r1/set"));
    assertEquals(
        "{\"approve\":\"YES\"}", cluster.sent().getLast().body().path("outputParameters").asText());
  }

  private void submittedInDialog() throws Exception {
    openWithDialogs(FLOW, chosen -> cluster.connect(chosen.folder(), "prod"));
    chooseCluster();
    press("#run-button");
    confirm(dialog());
    goesOn();
    await("the form is gone", () -> shown().isEmpty());
  }

  /** What asks does not come back before it is answered. */
  private void later(String entry) {
    Platform.runLater(() -> inMenu(entry).fire());
  }

  private DialogPane dialog() throws InterruptedException {
    await("a dialog is shown", () -> shown().isPresent());
    return shown().orElseThrow();
  }
}
