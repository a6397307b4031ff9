// SPDX-License-Identifier: Apache-2.0
package tiphys.app.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import tiphys.app.Wiring;
import tiphys.app.canvas.CanvasBench;
import tiphys.app.editor.Editor;
import tiphys.app.editor.Selection;
import tiphys.app.screen.Screen;
import tiphys.app.settings.ConfigFolder;
import tiphys.app.window.TiphysWindow;
import tiphys.exporter.cluster.Clusters;
import tiphys.exporter.cluster.connection.Connection;
import tiphys.exporter.cluster.connection.Target;
import tiphys.exporter.cluster.connection.TokenSource;
import tiphys.exporter.cluster.connection.Trust;
import tiphys.model.graph.NodeId;

/**
 * Pictures of the program's window while a run of a thousand nodes is played to it by an Argo
 * Server on loopback: chosen in the list of runs, at its start, in its middle, at its first failure
 * and at its end, light and dark. They lie in the folder of the tests' pictures, to be looked at.
 */
public final class RunPictures {
  private static final int TASKS = 1_000;
  private static final int EVENTS = 100;
  private static final int FIRST_FAILURE = 640;
  private static final int SECOND_FAILURE = 687;

  private final TiphysWindow window;
  private final Stage stage;
  private final Editor editor;
  private final PlayedWorkflow workflow;
  private final PlayedRun run;
  private final String theme;

  private RunPictures(TiphysWindow window, PlayedWorkflow workflow, PlayedRun run, String theme) {
    this.window = window;
    this.workflow = workflow;
    this.run = run;
    this.theme = theme;
    this.stage = Window.on(() -> (Stage) javafx.stage.Window.getWindows().getLast());
    await(() -> model(CanvasBench::nodes) == TASKS);
    this.editor = Window.on(() -> this.window.desk().files().shown().get().orElseThrow().editor());
  }

  public static void main(String[] arguments) throws Exception {
    Window.start();
    for (String theme : List.of("light", "dark")) {
      play(theme);
    }
    System.exit(0);
  }

  private static void play(String theme) throws IOException {
    PlayedWorkflow workflow =
        PlayedWorkflow.withLosses(
            TASKS + 1, EVENTS, task -> task == FIRST_FAILURE || task == SECOND_FAILURE);
    try (PlayedRun run = new PlayedRun(workflow, EVENTS, EVENTS + 1)) {
      Path file = settings(theme, run.address()).resolve("thousand-tasks.yaml");
      Files.writeString(file, LargeWorkflow.of(TASKS).toString());
      TiphysWindow window =
          Window.on(
              () -> {
                TiphysWindow made = new Wiring().window(new Stage());
                made.show();
                made.desk().open(file);
                return made;
              });
      new RunPictures(window, workflow, run, theme).take();
    }
  }

  private static Path settings(String theme, String address) throws IOException {
    Path folder = Files.createTempDirectory("tiphys-run-pictures");
    Files.writeString(
        folder.resolve("settings.properties"),
        "theme=%s\nlanguage=en\nframe.width=1280\nframe.height=800\n".formatted(theme));
    System.setProperty(ConfigFolder.OVERRIDE, folder.toString());
    new Clusters(folder, Map.of())
        .connections()
        .add(
            new Connection(
                "played",
                new Target.ArgoServer(
                    URI.create(address), new TokenSource.None(), new Trust.OfSystem()),
                "default"));
    return folder;
  }

  private void take() {
    choose("show-history");
    await(() -> find("#history-runs", TableView.class).getItems().size() == 1);
    Window.run(() -> find("#history-runs", TableView.class).getSelectionModel().select(0));
    picture("listed");
    Window.run(() -> find("#history-open", Button.class).fire());
    lookAt(-8_000);
    show(1, "start");
    show(EVENTS / 2, "middle");
    Window.run(() -> editor.select(Selection.of(new NodeId("task-" + FIRST_FAILURE))));
    choose("fit-chosen");
    show(workflow.endOf(FIRST_FAILURE), "failure");
    Window.run(() -> editor.select(Selection.NONE));
    choose("show-timeline");
    show(EVENTS, "end");
    Window.run(stage::close);
  }

  /** A part of the drawing in which cards can be read. */
  private void lookAt(double x) {
    Window.run(
        () -> CanvasBench.look(CanvasBench.modelIn(stage.getScene()).orElseThrow(), 0.4, x, 45));
  }

  /** Plays up to an event and waits for its colours. */
  private void show(int event, String name) {
    run.taken(event - 1);
    await(() -> model(CanvasBench::succeeded) == workflow.succeeded(event));
    picture(name);
  }

  private void picture(String name) {
    Screen.of(stage).picture("run-" + name + "-" + theme);
  }

  private int model(java.util.function.ToIntFunction<tiphys.app.canvas.CanvasViewModel> asked) {
    return CanvasBench.modelIn(stage.getScene()).map(asked::applyAsInt).orElse(0);
  }

  private <T> T find(String id, Class<T> type) {
    Scene scene = stage.getScene();
    return type.cast(scene.getRoot().lookup(id));
  }

  private void choose(String action) {
    Window.run(
        () ->
            find(".menu-bar", MenuBar.class).getMenus().stream()
                .flatMap(RunPictures::items)
                .filter(item -> ("action-" + action).equals(item.getId()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no menu has " + action))
                .fire());
  }

  private static Stream<MenuItem> items(MenuItem item) {
    return item instanceof Menu menu
        ? menu.getItems().stream().flatMap(RunPictures::items)
        : Stream.of(item);
  }

  private static void await(BooleanSupplier isThere) {
    try {
      while (!Window.on(isThere::getAsBoolean)) {
        Thread.sleep(20);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
