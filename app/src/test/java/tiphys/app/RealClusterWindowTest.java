// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static tiphys.app.OpenDialog.button;
import static tiphys.app.OpenDialog.confirm;
import static tiphys.app.OpenDialog.inDialog;
import static tiphys.app.OpenDialog.pictureOf;
import static tiphys.app.OpenDialog.shown;

import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tiphys.app.message.Language;
import tiphys.app.screen.Screen;
import tiphys.app.theme.ThemeChoice;
import tiphys.exporter.cluster.ClusterTarget;
import tiphys.exporter.cluster.TestBed;
import tiphys.exporter.cluster.bed.LoopbackStore;
import tiphys.exporter.cluster.connection.Connection;
import tiphys.exporter.cluster.connection.ConnectionStore;
import tiphys.exporter.cluster.connection.Target;
import tiphys.model.run.NodePhase;

/**
 * The window before a real cluster, where there is one: what a user does with it from the first
 * connection to the archive. The steps run as programs of this computer.
 */
@ParameterizedClass
@EnumSource(ClusterTarget.class)
final class RealClusterWindowTest extends RunsInWindow {
  private final ClusterTarget way;

  private final String own = UUID.randomUUID().toString().substring(0, 5);

  RealClusterWindowTest(ClusterTarget way) {
    this.way = way;
  }

  @Test
  void aConnectionIsWrittenTestedAndKept() throws Exception {
    Connection connection = TestBed.withController("bed", way);
    openWithDialogs(diamond(), _ -> {});
    Screen.doOnWindow(() -> byId("action-connections").fire());
    await("the connections", () -> sideWindow("#connections-list").isPresent());
    Scene connections = sideWindow("#connections-list").orElseThrow();
    write(connections, "#connection-name", "bed");
    switch (connection.target()) {
      case Target.KubeContext context -> {
        choose(connections, "#connection-way", 1);
        write(connections, "#connection-kubeconfig", context.kubeconfig().orElseThrow().toString());
      }
      case Target.ArgoServer server -> {
        write(connections, "#connection-address", server.address().toString());
        write(connections, "#connection-namespace", connection.namespace());
        choose(connections, "#connection-token", 5);
      }
    }
    fire(connections, "#connections-test");
    await("all of it works", () -> words(connections, "#connection-told").contains("works"));
    Screen.pictureOf(connections, named("connection"));
    fire(connections, "#connections-save");
    await("it is kept", () -> words(connections, "#connection-told").contains("Saved"));
    await("the light", () -> text("#connection-light").equals("1 cluster"));
  }

  @Test
  void aDiamondIsSubmittedWatchedSuspendedRetriedAndDeleted() throws Exception {
    openConnected();
    submit();
    await("the first task runs", () -> phase("fetch").equals(Optional.of(NodePhase.RUNNING)));
    picture("runs");
    choose("fetch");
    await("its lines come", () -> logLines().contains("hello world 2"));
    picture("log");
    await("it is over", () -> phase("fetch").equals(Optional.of(NodePhase.SUCCEEDED)));
    await("its last line", () -> logLines().contains("hello world 3"));
    await("one has failed", () -> phase("train").equals(Optional.of(NodePhase.FAILED)));
    choose();
    await("it waits", () -> phase("approve").equals(Optional.of(NodePhase.RUNNING)));
    await("the bar says so", () -> stateText().contains("Suspended"));
    picture("suspended");
    act("run-suspend");
    await("still", () -> stateText().contains("Suspended"));
    act("run-resume");
    answer("YES");
    await("it goes on", () -> phase("approve").equals(Optional.of(NodePhase.SUCCEEDED)));
    await("it has failed", () -> stateText().contains("Failed"));
    assertEquals(Optional.of(NodePhase.OMITTED), phase("report"));
    choose("train");
    await("why", () -> logLines().contains("no data"));
    picture("failed");
    Files.createFile(folder.resolve("data"));
    act("run-retry");
    pictureOf(dialog(), named("retry"));
    confirm(dialog());
    await("it has succeeded", () -> stateText().contains("Succeeded"));
    assertEquals(Optional.of(NodePhase.SUCCEEDED), phase("report"));
    choose("train");
    await("its new lines", () -> logLines().equals(List.of("training small")));
    picture("retried");
    Screen.doOnWindow(() -> settings.theme().set(ThemeChoice.DARK));
    Screen.doOnWindow(() -> settings.language().set(Optional.of(Language.JAPANESE)));
    press("#run-state");
    picture("retried-dark-ja");
    act("run-delete");
    confirm(dialog());
    await("it is gone", () -> text("#run-note").contains("クラスターにもうありません"));
  }

  @Test
  void aRunIsStoppedSubmittedAgainAndTerminated() throws Exception {
    openConnected();
    submit();
    await("it runs", () -> phase("fetch").equals(Optional.of(NodePhase.RUNNING)));
    act("stop");
    confirm(dialog());
    await("it is stopped", () -> stateText().contains("Stopped"));
    picture("stopped");
    String first = text("#run-where");
    act("run-resubmit");
    await("another one runs", () -> !text("#run-where").equals(first));
    await("it goes on", () -> stateText().contains("Running"));
    act("run-terminate");
    confirm(dialog());
    await("it is stopped too", () -> stateText().contains("Stopped"));
    Screen.doOnWindow(() -> byId("action-show-history").fire());
    await("both are listed", () -> ownRuns() == 2);
    picture("history");
    select(screen.scene(), "#history-runs", "bed-" + own);
    press("#history-compare");
    await("they are compared", () -> has("#history-comparison"));
    picture("compared");
  }

  @Test
  void aTemplateIsKeptSubmittedAndDeletedAndACronWorkflowPaused() throws Exception {
    openConnected(
        """
        apiVersion: argoproj.io/v1alpha1
        kind: WorkflowTemplate
        metadata: {name: bed-template-%1$s}
        spec:
          entrypoint: main
          arguments: {parameters: [{name: who, value: you}]}
          templates:
          - name: main
            container: {image: busybox, command: [echo, "hello {{workflow.parameters.who}}"]}
        ---
        apiVersion: argoproj.io/v1alpha1
        kind: CronWorkflow
        metadata: {name: bed-cron-%1$s}
        spec:
          schedules: ["30 2 * * *"]
          timezone: Asia/Tokyo
          workflowSpec: {workflowTemplateRef: {name: bed-template-%1$s}}
        """
            .formatted(own));
    Screen.doOnWindow(() -> byId("action-templates").fire());
    await("the templates", () -> sideWindow("#stored-table").isPresent());
    Scene stored = sideWindow("#stored-table").orElseThrow();
    fireLater(stored, "#stored-keep");
    confirm(dialog());
    await("the first", () -> words(stored, "#stored-told").contains("bed-template"));
    confirm(dialog());
    await("the second", () -> words(stored, "#stored-told").contains("bed-cron"));
    await(
        "both are listed",
        () -> rows(stored, "#stored-table").stream().filter(this::isOwn).count() == 2);
    select(stored, "#stored-table", "bed-cron-" + own);
    fire(stored, "#stored-suspend");
    await("it is paused", () -> words(stored, "#stored-told").contains("suspended"));
    Screen.pictureOf(stored, named("stored"));
    select(stored, "#stored-table", "bed-template-" + own);
    fireLater(stored, "#stored-submit");
    DialogPane form = dialog();
    Screen.doOnWindow(() -> ((TextInputControl) inDialog(form, "#argument-who")).setText("bed"));
    confirm(form);
    await("it is watched", () -> stateText().contains("Succeeded"));
    picture("template-run");
    for (String name : List.of("bed-cron-" + own, "bed-template-" + own)) {
      select(stored, "#stored-table", name);
      fireLater(stored, "#stored-delete");
      confirm(dialog());
      await(
          "it is gone",
          () -> rows(stored, "#stored-table").stream().noneMatch(row -> row.contains(name)));
    }
  }

  @Test
  void whatStepsLeftInAStoreIsListedLookedIntoAndSavedWhenTheirPodsAreGone() throws Exception {
    try (LoopbackStore store = new LoopbackStore()) {
      openConnected(keeping(store.address()));
      press("#run-button");
      confirm(dialog());
      await("it is over", () -> stateText().contains("Succeeded"));
      Screen.doOnWindow(() -> byId("action-clear-run").fire());
      Screen.doOnWindow(() -> byId("action-show-history").fire());
      await("it is listed", () -> ownRuns() == 1);
      select(screen.scene(), "#history-runs", "bed-" + own);
      press("#history-open");
      await("it is shown", () -> phase("leave").equals(Optional.of(NodePhase.SUCCEEDED)));
      choose("leave");
      await("they are listed", () -> has("#preview-artifact-report"));
      press("#preview-artifact-report");
      if (way == ClusterTarget.KUBERNETES) {
        await("it says why not", () -> text("#artifact-refusal").contains("only an Argo Server"));
        picture("artifacts");
        return;
      }
      await("the page", () -> value("#artifact-report").equals("<h1>done</h1>"));
      press("#preview-artifact-packed");
      await("what is in it", () -> value("#artifact-packed").contains("done"));
      press("#preview-artifact-plot");
      await("the picture", () -> has("#artifact-plot"));
      await("its lines", () -> logLines().contains("printed at last"));
      picture("artifacts");
    }
  }

  private String keeping(String store) {
    return """
      apiVersion: argoproj.io/v1alpha1
      kind: Workflow
      metadata: {generateName: bed-%1$s-}
      spec:
        entrypoint: main
        podGC: {strategy: OnPodCompletion}
        templates:
        - name: main
          dag: {tasks: [{name: leave, template: leave}]}
        - name: leave
          archiveLocation: {archiveLogs: true, http: {url: "%2$s/logs"}}
          container:
            image: busybox
            command: [sh, -c]
            args:
            - |
              echo '<h1>done</h1>' > /tmp/report.html
              cp /tmp/report.html /tmp/packed.html
              echo iVBORw0KGgoAAAANSUhEUgAAAEAAAAAYCAIAAADF1mwTAAAAfUlEQVR42u3PwQ2AMAxD0YzDiIzYcRgBJCRuLSVNbEfC8gDv21F89gfQtu3tuhV1P7ei7koBPbp6wNitGzDpVgz4SlcJ8Ln5AYtuZkAUHR0Q68YFJLkRAdn0rACMOz4A7I4MYNFXA7huf4CI2xOgRp8N0HS/B4i7RwFV6PdPAZQ2zPIjqXIAAAAASUVORK5CYII= | base64 -d > /tmp/plot.png
              echo printed at last
          outputs:
            artifacts:
            - {name: report, path: /tmp/report.html, archive: {none: {}}, http: {url: "%2$s/report.html"}}
            - {name: packed, path: /tmp/packed.html, http: {url: "%2$s/packed.tgz"}}
            - {name: plot, path: /tmp/plot.png, archive: {none: {}}, http: {url: "%2$s/plot.png"}}
      """
        .formatted(own, store);
  }

  private String diamond() {
    return """
      apiVersion: argoproj.io/v1alpha1
      kind: Workflow
      metadata: {generateName: bed-%1$s-}
      spec:
        entrypoint: main
        arguments:
          parameters:
          - {name: who, value: you, description: Who is greeted}
          - {name: size, value: small, enum: [small, large]}
        templates:
        - name: main
          dag:
            tasks:
            - {name: fetch, template: say}
            - {name: approve, template: approve, depends: fetch}
            - {name: train, template: train, depends: fetch}
            - {name: report, template: say, depends: approve && train}
        - name: say
          container:
            image: busybox
            command: [sh, -c]
            args: ['for i in 1 2 3; do echo "hello {{workflow.parameters.who}} $i"; sleep 1; done']
        - name: train
          container:
            image: busybox
            command: [sh, -c]
            args: ['echo "training {{workflow.parameters.size}}"; test -f %2$s || { echo no data; exit 3; }']
        - name: approve
          suspend: {}
          inputs: {parameters: [{name: answer, value: 'NO', enum: ['YES', 'NO']}]}
          outputs: {parameters: [{name: answer, valueFrom: {supplied: {}}}]}
      """
        .formatted(own, folder.resolve("data"));
  }

  private void openConnected() throws Exception {
    openConnected(diamond());
  }

  private void openConnected(String text) throws Exception {
    Connection connection = TestBed.withController("bed", way);
    openWithDialogs(text, chosen -> new ConnectionStore(chosen.folder()).add(connection));
    MenuButton menu = screen.find("#run-engine", MenuButton.class);
    Screen.doOnWindow(() -> ClusterRunsInWindow.item(menu, "Cluster bed").fire());
  }

  private void submit() throws InterruptedException {
    press("#run-button");
    DialogPane form = dialog();
    Screen.doOnWindow(() -> ((TextInputControl) inDialog(form, "#argument-who")).setText("world"));
    pictureOf(form, named("form"));
    confirm(form);
    await("it is on the cluster", () -> text("#run-where").contains("bed-" + own));
    await("the form is gone", () -> shown().isEmpty());
  }

  private void answer(String value) throws InterruptedException {
    DialogPane form = dialog();
    @SuppressWarnings("unchecked") // JavaFX looks up nodes of any type
    ComboBox<String> choice = (ComboBox<String>) inDialog(form, "#argument-answer");
    Screen.doOnWindow(() -> choice.setValue(value));
    pictureOf(form, named("resume"));
    Screen.doOnWindow(button(form, ButtonBar.ButtonData.OK_DONE)::fire);
  }

  private void picture(String name) {
    screen.picture(named(name));
  }

  private String named(String name) {
    return "bed-" + way.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + name;
  }

  private DialogPane dialog() throws InterruptedException {
    await("a dialog is shown", () -> shown().isPresent());
    return shown().orElseThrow();
  }

  /** What may ask does not come back before it is answered. */
  private void act(String action) {
    Platform.runLater(() -> byId("action-" + action).fire());
  }

  private static Optional<Scene> sideWindow(String part) {
    return Screen.onWindow(
        () ->
            Window.getWindows().stream()
                .map(Window::getScene)
                .filter(scene -> scene.lookup(part) != null)
                .findFirst());
  }

  private static <T extends Node> T in(Scene scene, String part, Class<T> type) {
    return type.cast(Screen.onWindow(() -> scene.lookup(part)));
  }

  private static void write(Scene scene, String field, String text) {
    TextInputControl found = in(scene, field, TextInputControl.class);
    Screen.doOnWindow(() -> found.setText(text));
  }

  private static void choose(Scene scene, String field, int choice) {
    ComboBox<?> found = in(scene, field, ComboBox.class);
    Screen.doOnWindow(() -> found.getSelectionModel().select(choice));
  }

  private static void fire(Scene scene, String button) throws InterruptedException {
    Button found = in(scene, button, Button.class);
    await(button + " can be pressed", () -> !Screen.onWindow(found::isDisabled));
    Screen.doOnWindow(found::fire);
  }

  private static void fireLater(Scene scene, String button) throws InterruptedException {
    Button found = in(scene, button, Button.class);
    await(button + " can be pressed", () -> !Screen.onWindow(found::isDisabled));
    Platform.runLater(found::fire);
  }

  private static String words(Scene scene, String part) {
    return Screen.onWindow(
        () ->
            Stream.concat(
                    Stream.of(scene.lookup(part)), scene.lookup(part).lookupAll(".label").stream())
                .filter(Labeled.class::isInstance)
                .map(label -> String.valueOf(((Labeled) label).getText()))
                .collect(Collectors.joining("\n")));
  }

  private static List<String> rows(Scene scene, String table) {
    return Screen.onWindow(
        () ->
            ((TableView<?>) scene.lookup(table)).getItems().stream().map(String::valueOf).toList());
  }

  /** Every line that names it. */
  private static void select(Scene scene, String table, String name) {
    List<String> rows = rows(scene, table);
    Screen.doOnWindow(
        () -> {
          TableView<?> found = (TableView<?>) scene.lookup(table);
          found.getSelectionModel().clearSelection();
          for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).contains(name)) {
              found.getSelectionModel().select(i);
            }
          }
        });
  }

  private long ownRuns() {
    return rows(screen.scene(), "#history-runs").stream().filter(this::isOwn).count();
  }

  private boolean isOwn(String row) {
    return row.contains(own);
  }
}
