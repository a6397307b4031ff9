// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import tiphys.app.message.Language;
import tiphys.app.runs.RunChoices;
import tiphys.app.screen.Hand;
import tiphys.app.screen.Screen;
import tiphys.app.theme.ThemeChoice;
import tiphys.exporter.local.EngineChoice;
import tiphys.model.command.RenameTask;
import tiphys.model.graph.NodeId;
import tiphys.model.run.NodePhase;
import tiphys.model.run.RunSnapshot;
import tiphys.model.run.TaskState;
import tiphys.model.workflow.TaskName;

/** A file is run and watched in the window. */
final class RunWindowTest extends RunsInWindow {
  private static final Path EXAMPLES = Path.of("..", "..", "shared", "argo", "examples");

  @Test
  void theMapReduceEndsWithItsTotalShownAndItsFanOutCounted() throws Exception {
    open(Files.readString(EXAMPLES.resolve("map-reduce.yaml")));
    press("#run-button");
    await("the run ends", () -> stateText().contains("Succeeded"));
    assertTrue(stateText().contains("6 of 6 · map-reduce-"), stateText());
    TaskState map = state("map").orElseThrow();
    assertEquals(4, map.total());
    assertEquals(4, map.succeeded());
    choose("reduce");
    await("the artifact is read", () -> has("#artifact-total"));
    assertEquals("{\"total\": 20}", value("#artifact-total"));
    screen.picture("run-map-reduce-reduce");
    choose("map");
    await("the parts are listed", () -> items("#run-nodes").size() == 5);
    screen.picture("run-map-reduce-map");
    Screen.doOnWindow(() -> settings.language().set(Optional.of(Language.JAPANESE)));
    Screen.doOnWindow(() -> settings.theme().set(ThemeChoice.DARK));
    press("#run-state");
    await("the run is still there", () -> stateText().contains("成功"));
    choose("map");
    await("the parts are listed", () -> items("#run-nodes").size() == 5);
    screen.picture("run-map-reduce-dark-ja");
  }

  @Test
  void eachTimeThatATaskRanIsACardWithItsOwnLog() throws Exception {
    open(
        dag(
            """
                  - {name: each, template: sh, withItems: [one, two, three], arguments: {parameters: [{name: do, value: "echo saw {{item}}"}]}}
            """));
    runToTheEnd();
    choose("each");
    Screen.doOnWindow(screen.find(".canvas", Node.class)::requestFocus);
    Hand keys = new Hand(screen, screen.scene().getRoot());
    keys.type(KeyCode.O, KeyCode.ENTER, KeyCode.RIGHT);
    await("the log of the second", () -> logLines().equals(List.of("saw two")));
    screen.picture("run-stack");
    keys.type(KeyCode.RIGHT);
    await("the log of the third", () -> logLines().equals(List.of("saw three")));
    keys.holding(true, false).type(KeyCode.F10);
    screen.picture("run-stack-menu");
  }

  @Test
  void ofAFailedStepTheReasonIsShownAtOnceAndItsDependentsAreOmitted() throws Exception {
    open(
        dag(
            """
                  - {name: good, template: sh, arguments: {parameters: [{name: do, value: "echo fine"}]}}
                  - {name: bad, template: sh, depends: good, arguments: {parameters: [{name: do, value: "echo no such table >&2; exit 3"}]}}
                  - {name: after, template: sh, depends: bad, arguments: {parameters: [{name: do, value: "echo never"}]}}
            """));
    press("#run-button");
    await("the run ends", () -> stateText().contains("Failed"));
    assertEquals(Optional.of(NodePhase.OMITTED), phase("after"));
    await("the failed step is chosen by itself", () -> has("#run-message"));
    assertTrue(text("#run-message").contains("exit code 3"), text("#run-message"));
    assertTrue(text("#run-message").contains("no such table"), text("#run-message"));
    await("its log is shown", () -> logLines().contains("no such table"));
    screen.picture("run-failing");
    choose("after");
    await(
        "the omitted one says so", () -> has("#run-phase") && text("#run-phase").equals("Omitted"));
  }

  @Test
  void theLogFollowsLineByLineWhileTheStepRuns() throws Exception {
    Path go = folder.resolve("go");
    open(
        dag(
            """
                  - {name: talk, template: sh, arguments: {parameters: [{name: do, value: "echo first; while [ ! -e %s ]; do sleep 0.05; done; echo second; while [ ! -e %s.on ]; do sleep 0.05; done"}]}}
            """
                .formatted(go, go)));
    press("#run-button");
    await("the first line is there", () -> logLines().equals(List.of("first")));
    assertTrue(stateText().contains("Running"), stateText());
    screen.picture("run-going-on");
    Files.createFile(go);
    await("the second line is there", () -> logLines().equals(List.of("first", "second")));
    TextField find = screen.find("#run-find", TextField.class);
    Screen.doOnWindow(
        () -> {
          find.setText("FIRST");
          find.getOnAction().handle(null);
        });
    assertEquals("first", Screen.onWindow(() -> log().getSelectionModel().getSelectedItem()));
    assertFalse(screen.find("#run-follow", ToggleButton.class).isSelected());
    Files.createFile(folder.resolve("go.on"));
    await("the run ends", () -> stateText().contains("Succeeded"));
  }

  @Test
  void stoppedFromTheWindowNoProcessIsLeft() throws Exception {
    open(sleeping());
    press("#run-button");
    await("the step runs", () -> logLines().contains("started") && isSleeping());
    press("#stop-button");
    await("the bar says so", () -> stateText().contains("Stopped"));
    await("no process is left", () -> !isSleeping());
  }

  @Test
  void aFileThatIsClosedWhileItRunsAsksAndLeavesNoProcess() throws Exception {
    open(sleeping());
    press("#run-button");
    await("the step runs", () -> logLines().contains("started") && isSleeping());
    answers.mayEnd = false;
    Screen.doOnWindow(() -> window.desk().close(file()));
    assertEquals(1, Screen.onWindow(() -> window.desk().files().list().size()));
    assertTrue(isSleeping());
    answers.mayEnd = true;
    Screen.doOnWindow(() -> window.desk().close(file()));
    assertEquals(List.of("flow.yaml"), answers.endings.getLast());
    await("no process is left", () -> !isSleeping());
  }

  @Test
  void aWindowThatIsClosedLeavesNoProcess() throws Exception {
    open(sleeping());
    press("#run-button");
    await("the step runs", () -> logLines().contains("started") && isSleeping());
    Screen.doOnWindow(stage::hide);
    await("no process is left", () -> !isSleeping());
  }

  @Test
  void aFileIsAskedAboutOnceUntilSomebodyElseChangesIt() throws Exception {
    open(
        dag(
            "      - {name: a, template: sh, arguments: {parameters: [{name: do, value: \"echo\"}]}}\n"));
    runToTheEnd();
    runToTheEnd();
    assertEquals(1, answers.plans.size());
    Files.writeString(
        folder.resolve("flow.yaml"), "# by somebody else\n" + file().editor().state().get().text());
    runToTheEnd();
    assertEquals(2, answers.plans.size());
  }

  @Test
  void whatSomebodyElseWroteIsAskedAboutAfterItWasTakenOverToo() throws Exception {
    open(
        dag(
            "      - {name: a, template: sh, arguments: {parameters: [{name: do, value: \"echo\"}]}}\n"));
    runToTheEnd();
    Files.writeString(
        folder.resolve("flow.yaml"), "# by somebody else\n" + file().editor().state().get().text());
    Screen.doOnWindow(() -> window.desk().readAgain());
    await(
        "it is taken over",
        () -> file().editor().state().get().text().toString().startsWith("# by"));
    runToTheEnd();
    assertEquals(2, answers.plans.size());
  }

  @Test
  void aRunThatIsNotAgreedToExecutesNothing() throws Exception {
    answers.agrees = false;
    open(sleeping());
    press("#run-button");
    await("it was asked", () -> answers.plans.size() == 1);
    await("nothing goes on", () -> !screen.find("#run-button", Button.class).isDisabled());
    assertTrue(Screen.onWindow(() -> file().editor().overlay().get()).isEmpty());
  }

  @Test
  void aSimulationDoesNotAskAndTheChoiceIsRemembered() throws Exception {
    open(
        dag(
            "      - {name: a, template: sh, arguments: {parameters: [{name: do, value: \"echo\"}]}}\n"));
    Screen.doOnWindow(() -> new RunChoices(settings).engine().set(EngineChoice.SIMULATE));
    close();
    open(Files.readString(folder.resolve("flow.yaml")), false);
    runToTheEnd();
    assertTrue(answers.plans.isEmpty());
    assertTrue(stateText().contains("Succeeded"));
  }

  @Test
  void valuesAreAskedForOnceAndRememberedBesideTheSettings() throws Exception {
    String text =
        dag("      - {name: a, template: sh, arguments: {parameters: [{name: do, value: \"echo {{workflow.parameters.who}}\"}]}}\n")
            .replace(
                "  templates:",
                "  arguments: {parameters: [{name: who, value: nobody}]}\n  templates:");
    open(text);
    answers.given = Map.of("who", "world");
    runToTheEnd();
    await("the value is seen by the step", () -> logLines().contains("world"));
    runToTheEnd();
    assertEquals(1, answers.forms.size());
    new Hand(screen, screen.scene().getRoot()).holding(true, true).type(KeyCode.ENTER);
    await("“Run with…” asks again", () -> answers.forms.size() == 2);
    assertEquals(Map.of("who", "world"), answers.forms.getLast());
    assertEquals(text, Files.readString(folder.resolve("flow.yaml")));
  }

  @Test
  void whileTheDrawingIsEditedTasksThatStillExistStayColoured() throws Exception {
    open(
        dag(
            """
                  - {name: a, template: sh, arguments: {parameters: [{name: do, value: "echo"}]}}
                  - {name: b, template: sh, depends: a, arguments: {parameters: [{name: do, value: "echo"}]}}
            """));
    runToTheEnd();
    Screen.doOnWindow(
        () ->
            file()
                .editor()
                .apply(
                    new RenameTask(
                        file().editor().scope().orElseThrow(),
                        new NodeId("b"),
                        new TaskName("c"))));
    assertEquals(Optional.of(NodePhase.SUCCEEDED), phase("a"));
    screen.picture("run-edited");
  }

  private static String dag(String tasks) {
    return """
    apiVersion: argoproj.io/v1alpha1
    kind: Workflow
    metadata: {name: flow}
    spec:
      entrypoint: main
      templates:
      - name: main
        dag:
          tasks:
    """
        + tasks
        + """
      - name: sh
        inputs: {parameters: [{name: do}]}
        container: {image: busybox, command: [sh, -c], args: ["{{inputs.parameters.do}}"]}
    """;
  }

  /** Sleeps so long that no other process does. */
  private static String sleeping() {
    return dag(
        "      - {name: a, template: sh, arguments: {parameters: [{name: do, value: \"echo started; exec sleep 86397\"}]}}\n");
  }

  private static boolean isSleeping() {
    return ProcessHandle.allProcesses()
        .anyMatch(process -> process.info().commandLine().orElse("").contains("sleep 86397"));
  }

  private void open(String text) throws Exception {
    open(text, true);
  }

  private void open(String text, boolean asProcesses) throws Exception {
    open(
        text,
        chosen -> {
          if (asProcesses) {
            new RunChoices(chosen).engine().set(EngineChoice.PROCESS);
          }
        });
  }

  private void runToTheEnd() throws InterruptedException {
    Optional<RunSnapshot> before = Screen.onWindow(() -> file().editor().overlay().get());
    press("#run-button");
    // the button is not greyed at once, so its being active alone does not tell that a run was
    await(
        "another run ends",
        () ->
            !Screen.onWindow(() -> file().editor().overlay().get()).equals(before)
                && !screen.find("#run-button", Button.class).isDisabled());
  }

  private ListView<?> log() {
    return screen.find("#run-log", ListView.class);
  }
}
