// SPDX-License-Identifier: Apache-2.0
package tiphys.app.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.stage.Stage;
import tiphys.app.Wiring;
import tiphys.app.canvas.CanvasBench;
import tiphys.app.editor.Editor;
import tiphys.app.editor.Selection;
import tiphys.app.screen.Screen;
import tiphys.app.settings.ConfigFolder;
import tiphys.app.window.TiphysWindow;
import tiphys.exporter.cluster.status.RunReader;
import tiphys.exporter.cluster.status.WorkflowObject;
import tiphys.model.graph.NodeId;

/**
 * Pictures of the program's window while a run of a thousand nodes is played: at its start, in its
 * middle, at its first failure and at its end, light and dark. They lie in the folder of the tests'
 * pictures, to be looked at.
 */
public final class RunPictures {
  private static final int TASKS = 1_000;
  private static final int EVENTS = 100;

  private RunPictures() {}

  public static void main(String[] arguments) throws Exception {
    Window.start();
    for (String theme : List.of("light", "dark")) {
      play(theme);
    }
    System.exit(0);
  }

  private static void play(String theme) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("tiphys-run-pictures");
    Path file = folder.resolve("thousand-tasks.yaml");
    Files.writeString(file, LargeWorkflow.of(TASKS).toString());
    Files.writeString(
        folder.resolve("settings.properties"),
        "theme=%s\nlanguage=en\nframe.width=1280\nframe.height=800\n".formatted(theme));
    System.setProperty(ConfigFolder.OVERRIDE, folder.toString());
    TiphysWindow window =
        Window.on(
            () -> {
              TiphysWindow made = new Wiring().window(new Stage());
              made.show();
              made.desk().open(file);
              return made;
            });
    Stage stage = Window.on(() -> (Stage) javafx.stage.Window.getWindows().getLast());
    while (Window.on(() -> nodes(stage)) < TASKS) {
      Thread.sleep(20);
    }
    Editor editor = Window.on(() -> window.desk().files().shown().get().orElseThrow().editor());
    Window.run(
        () ->
            CanvasBench.look(CanvasBench.modelIn(stage.getScene()).orElseThrow(), 0.4, -8_000, 45));
    PlayedWorkflow run = new PlayedWorkflow(TASKS + 1, EVENTS);
    RunReader reader = new RunReader();
    show(stage, editor, reader, run, 1, "start-" + theme);
    Window.run(() -> editor.select(Selection.of(new NodeId("task-96"))));
    show(stage, editor, reader, run, 10, "failure-" + theme);
    show(stage, editor, reader, run, EVENTS / 2, "middle-" + theme);
    show(stage, editor, reader, run, EVENTS, "end-" + theme);
    Window.run(stage::close);
  }

  private static int nodes(Stage stage) {
    return CanvasBench.modelIn(stage.getScene()).map(CanvasBench::nodes).orElse(0);
  }

  private static void show(
      Stage stage, Editor editor, RunReader reader, PlayedWorkflow run, int event, String name)
      throws IOException, InterruptedException {
    WorkflowObject workflow =
        new WorkflowObject((ObjectNode) new ObjectMapper().readTree(run.json(event)));
    Window.run(() -> editor.showRun(reader.read(workflow).result().orElseThrow()));
    while (Window.on(
            () -> CanvasBench.modelIn(stage.getScene()).map(CanvasBench::succeeded).orElse(0))
        != run.succeeded(event)) {
      Thread.sleep(20);
    }
    Screen.of(stage).picture("run-" + name);
  }
}
