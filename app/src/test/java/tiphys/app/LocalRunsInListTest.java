// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tiphys.app.message.Language;
import tiphys.app.runs.LoopbackCluster;
import tiphys.app.runs.RunChoices;
import tiphys.app.screen.Screen;
import tiphys.app.theme.ThemeChoice;
import tiphys.exporter.local.EngineChoice;
import tiphys.model.run.NodePhase;

/** Runs of this computer stand in one list with those of a cluster. */
final class LocalRunsInListTest extends RunsInWindow {
  private static final String FILE =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: Workflow
      metadata: {generateName: here-}
      spec:
        entrypoint: main
        templates:
        - name: main
          dag: {tasks: [{name: greet, template: hello}]}
        - name: hello
          container: {image: busybox, command: [echo, hello]}
      """;

  private final LoopbackCluster cluster = new LoopbackCluster();

  @AfterEach
  void closeCluster() {
    cluster.close();
  }

  @Test
  void oneIsListedWhenItIsOverAndOpenedAgainWithItsLines() throws Exception {
    ran();
    assertEquals("", text("#history-note"));
    assertTrue(listed().getFirst().startsWith("here-"), listed().toString());
    screen.picture("history-here");
    filter("#history-where", "cluster");
    assertEquals(List.of("there-r1"), listed());
    filter("#history-where", "here");
    filter("#history-which", "of-file");
    assertEquals(1, listed().size());
    Screen.doOnWindow(() -> settings.theme().set(ThemeChoice.DARK));
    Screen.doOnWindow(() -> table().getSelectionModel().select(0));
    screen.picture("history-here-dark");

    press("#history-open");

    await("its colours", () -> phase("greet").equals(Optional.of(NodePhase.SUCCEEDED)));
    choose("greet");
    await("its lines", () -> logLines().equals(List.of("hello")));
    assertTrue(Screen.onWindow(() -> !screen.find("#run-button", Button.class).isDisabled()));
  }

  @Test
  void oneOfAnotherFileGetsATabAndIsComparedWithOneOfACluster() throws Exception {
    ran();
    Screen.doOnWindow(() -> window.desk().create());
    screen.settle();
    showRuns();
    Screen.doOnWindow(() -> table().getSelectionModel().selectAll());
    press("#history-compare");
    await("they are compared", () -> has("#history-comparison"));
    press("#history-back");
    Screen.doOnWindow(() -> table().getSelectionModel().clearAndSelect(0));
    press("#history-open");
    await("a tab", () -> Screen.onWindow(() -> file().name()).startsWith("here-"));
    await("its colours", () -> phase("greet").equals(Optional.of(NodePhase.SUCCEEDED)));
    Screen.doOnWindow(() -> settings.language().set(Optional.of(Language.JAPANESE)));
    showRuns();
    screen.picture("history-here-ja");
  }

  /** A run here, and one that a cluster has. */
  private void ran() throws Exception {
    cluster.put(
        """
        {"metadata":{"name":"there-r1","uid":"u1","creationTimestamp":"2026-11-25T00:00:00Z"},
         "spec":{"entrypoint":"main"},
         "status":{"phase":"Failed","startedAt":"2026-11-25T00:00:00Z","message":"no data"}}
        """);
    open(
        FILE,
        chosen -> {
          cluster.connect(chosen.folder(), "prod");
          new RunChoices(chosen).runHere(EngineChoice.PROCESS);
        });
    press("#run-button");
    await("it is over", () -> stateText().contains("Succeeded"));
    showRuns();
  }

  private void showRuns() throws InterruptedException {
    Screen.doOnWindow(() -> byId("action-show-history").fire());
    await("both are listed", () -> listed().size() == 2);
  }

  private List<String> listed() {
    return Screen.onWindow(
        () ->
            stage.getScene().getRoot().lookup("#history-runs") instanceof TableView<?> runs
                ? IntStream.range(0, runs.getItems().size())
                    .mapToObj(i -> String.valueOf(runs.getColumns().get(1).getCellData(i)))
                    .toList()
                : List.of());
  }

  private TableView<?> table() {
    return screen.find("#history-runs", TableView.class);
  }

  @SuppressWarnings("unchecked") // JavaFX looks up nodes of any type
  private void filter(String field, String value) {
    ComboBox<String> choice = (ComboBox<String>) screen.find(field, ComboBox.class);
    Screen.doOnWindow(() -> choice.setValue(value));
  }
}
