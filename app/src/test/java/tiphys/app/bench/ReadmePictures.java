// SPDX-License-Identifier: Apache-2.0
package tiphys.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.embed.swing.SwingFXUtils;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import tiphys.app.Wiring;
import tiphys.app.canvas.CanvasBench;
import tiphys.app.editor.Editor;
import tiphys.app.editor.Selection;
import tiphys.app.files.Example;
import tiphys.app.screen.Screen;
import tiphys.app.settings.ConfigFolder;
import tiphys.app.window.TiphysWindow;
import tiphys.exporter.local.EngineChoice;
import tiphys.exporter.local.RunRequest;
import tiphys.exporter.local.ThisComputer;
import tiphys.model.graph.NodeId;
import tiphys.model.run.NodePhase;
import tiphys.model.run.RunSnapshot;

/**
 * Makes the README's pictures: the program's own window with the diamond, with the map-reduce after
 * a run on this computer, and with a thousand tasks; light, dark, and in Japanese.
 */
public final class ReadmePictures {
  private static final Path FOLDER = Path.of("..", ".github", "pictures");
  private static final Path MAP_REDUCE =
      Path.of("..", "..", "shared", "argo", "examples", "map-reduce.yaml");
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 800;
  private static final int TASKS = 1_000;

  /** The program would rather wait for ever than show half a picture. */
  private static final long PATIENCE_NANOS = 120_000_000_000L;

  private final Path work = Files.createTempDirectory("tiphys-pictures");

  private ReadmePictures() throws IOException {}

  public static void main(String[] arguments) throws Exception {
    Window.start();
    new ReadmePictures().make();
    System.exit(0);
  }

  private void make() throws Exception {
    Path large = work.resolve("thousand-tasks.yaml");
    Files.writeString(large, LargeWorkflow.of(TASKS).toString());
    Path mapReduce = Files.copy(MAP_REDUCE, work.resolve("map-reduce.yaml"));
    Optional<RunSnapshot> run = Optional.empty();
    Map<String, String> looks = Map.of("light", "en", "dark", "en", "ja", "ja");
    for (Map.Entry<String, String> look : new java.util.TreeMap<>(looks).entrySet()) {
      String name = look.getKey();
      TiphysWindow window = open(name.equals("dark") ? "dark" : "light", look.getValue());

      Window.run(() -> window.desk().open(Example.DIAMOND));
      await(() -> nodes() == 4, "the diamond");
      Window.run(() -> editor(window).select(Selection.of(new NodeId("C"))));
      picture("diamond-" + name);

      Window.run(() -> window.desk().open(mapReduce));
      await(() -> nodes() == 3, "the map-reduce");
      RunSnapshot ran = run.isPresent() ? run.get() : run(editor(window));
      run = Optional.of(ran);
      Window.run(
          () -> {
            editor(window).showRun(ran);
            editor(window).select(Selection.of(new NodeId("map")));
          });
      picture("map-reduce-" + name);

      Window.run(() -> window.desk().open(large));
      await(() -> nodes() == TASKS, "a thousand tasks");
      Window.run(
          () -> CanvasBench.look(CanvasBench.modelIn(scene()).orElseThrow(), 0.3, -1500, 45));
      picture("thousand-tasks-" + name);
    }
  }

  /** Settings stand where the program looks for a user's own. */
  private TiphysWindow open(String theme, String language) throws IOException {
    Path config = Files.createTempDirectory(work, "config");
    Files.writeString(
        config.resolve("settings.properties"),
        "theme=%s\nlanguage=%s\nframe.width=%d\nframe.height=%d\n"
            .formatted(theme, language, WIDTH, HEIGHT));
    System.setProperty(ConfigFolder.OVERRIDE, config.toString());
    return Window.on(
        () -> {
          java.util.List.copyOf(javafx.stage.Window.getWindows())
              .forEach(javafx.stage.Window::hide);
          TiphysWindow window = new Wiring().window(new Stage());
          window.show();
          return window;
        });
  }

  private RunSnapshot run(Editor editor) throws InterruptedException {
    RunSnapshot end =
        ThisComputer.start(
                ThisComputer.preview(
                        new RunRequest(
                            Window.on(() -> editor.state().get().tree()),
                            0,
                            Map.of(),
                            EngineChoice.PROCESS,
                            work.resolve("run")))
                    .result()
                    .orElseThrow(),
                _ -> {})
            .await();
    if (end.phase().filter(NodePhase.SUCCEEDED::equals).isEmpty()) {
      throw new IllegalStateException("the map-reduce ended as " + end.phase());
    }
    return end;
  }

  private static void picture(String name) throws IOException {
    Screen screen = Screen.of((Stage) javafx.stage.Window.getWindows().getFirst());
    screen.settle();
    screen.awaitFinePicture();
    Path file = FOLDER.resolve(name + ".png");
    var image = Window.on(() -> SwingFXUtils.fromFXImage(screen.scene().snapshot(null), null));
    ImageIO.write(image, "png", file.toFile());
    System.out.println(file.normalize() + "  " + Files.size(file) / 1000 + " kB");
  }

  private static void await(BooleanSupplier isThere, String what) {
    long begun = System.nanoTime();
    while (!Window.on(isThere::getAsBoolean)) {
      if (System.nanoTime() - begun > PATIENCE_NANOS) {
        throw new IllegalStateException(what + " did not come");
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        throw new UncheckedIOException(new IOException(e));
      }
    }
  }

  private static int nodes() {
    return CanvasBench.modelIn(scene()).map(CanvasBench::nodes).orElse(0);
  }

  private static Editor editor(TiphysWindow window) {
    return window.desk().files().shown().get().orElseThrow().editor();
  }

  private static javafx.scene.Scene scene() {
    return javafx.stage.Window.getWindows().getFirst().getScene();
  }
}
