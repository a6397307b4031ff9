// SPDX-License-Identifier: Apache-2.0
package tiphys.app.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import tiphys.app.canvas.CanvasBench;
import tiphys.app.canvas.CanvasView;
import tiphys.app.canvas.CanvasViewModel;
import tiphys.app.concurrent.Background;
import tiphys.app.editor.Editor;
import tiphys.app.message.Language;
import tiphys.app.message.Messages;
import tiphys.app.theme.Theme;
import tiphys.app.theme.ThemeChoice;
import tiphys.model.diagram.Diagram;
import tiphys.model.state.Positions;
import tiphys.model.text.SourceText;

/**
 * How long a frame of the canvas takes with many tasks: from a change of the view to the finished
 * picture of the window.
 */
public final class CanvasBenchmark {
  private static final int FRAMES = 120;
  private static final int WARM_UP = 40;
  private static final double WIDTH = 1400;
  private static final double HEIGHT = 900;

  private CanvasBenchmark() {}

  /** Takes the number of tasks; 10,000 without it. */
  public static void main(String[] arguments) {
    int tasks = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
    CompletableFuture<Void> started = new CompletableFuture<>();
    Platform.startup(() -> started.complete(null));
    started.join();
    long opening = System.nanoTime();
    Editor editor = onWindow(() -> new Editor(Diagram.open(text(tasks), Positions.NONE)));
    report("open", opening);
    long drawing = System.nanoTime();
    Background background = new Background(Executors.newCachedThreadPool(), Platform::runLater);
    CanvasViewModel model = onWindow(() -> new CanvasViewModel(editor, background));
    Scene scene = onWindow(() -> scene(model));
    WritableImage picture = new WritableImage((int) WIDTH, (int) HEIGHT);
    while (onWindow(() -> CanvasBench.isEmpty(model))) {
      Thread.onSpinWait();
    }
    frame(scene, picture);
    report("laid out and first frame", drawing);
    measure("nothing in sight", scene, picture, i -> CanvasBench.look(model, 1, 9_000 + i, 9_000));
    measure("pan at 100 %", scene, picture, i -> CanvasBench.look(model, 1, -i * 17, -i * 9));
    measure("pan at 40 %", scene, picture, i -> CanvasBench.look(model, 0.4, -i * 17, -i * 9));
    measure("pan at 15 %", scene, picture, i -> CanvasBench.look(model, 0.15, -i * 17, -i * 9));
    measure(
        "everything in sight",
        scene,
        picture,
        i -> {
          model.fit();
          CanvasBench.pan(model, i % 7);
        });
    measure(
        "zoom from 4 % to 160 %",
        scene, picture, i -> CanvasBench.look(model, 0.04 * Math.pow(1.032, i), 40, 40));
    System.exit(0);
  }

  private static Scene scene(CanvasViewModel model) {
    Theme theme = new Theme(new SimpleObjectProperty<>(ThemeChoice.LIGHT));
    CanvasView view = new CanvasView(model, Messages.in(Language.ENGLISH), theme.look());
    Scene scene = new Scene(new StackPane(view), WIDTH, HEIGHT);
    theme.dress(scene);
    Stage stage = new Stage();
    stage.setScene(scene);
    stage.show();
    return scene;
  }

  private static void measure(String name, Scene scene, WritableImage picture, IntConsumer change) {
    double[] times = new double[FRAMES];
    for (int i = -WARM_UP; i < FRAMES; i++) {
      int number = Math.floorMod(i, FRAMES);
      onWindow(
          () -> {
            change.accept(number);
            return number;
          });
      long begun = System.nanoTime();
      frame(scene, picture);
      times[number] = (System.nanoTime() - begun) / 1e6;
    }
    Arrays.sort(times);
    System.out.printf(
        Locale.ROOT,
        "%-26s p50 %6.1f ms   p95 %6.1f ms   max %6.1f ms%n",
        name,
        times[FRAMES / 2],
        times[FRAMES * 95 / 100],
        times[FRAMES - 1]);
  }

  /** Lays out, paints and renders the window once. */
  private static void frame(Scene scene, WritableImage picture) {
    onWindow(() -> scene.snapshot(picture));
  }

  private static void report(String name, long since) {
    System.out.printf(Locale.ROOT, "%-26s %6.0f ms%n", name, (System.nanoTime() - since) / 1e6);
  }

  private static <T> T onWindow(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, Platform::runLater).join();
  }

  /** Layers of a hundred tasks, each of which waits for two of the layer above. */
  private static SourceText text(int tasks) {
    StringBuilder text = new StringBuilder(tasks * 80);
    text.append(
        """
        apiVersion: argoproj.io/v1alpha1
        kind: Workflow
        metadata: {generateName: large-}
        spec:
          entrypoint: main
          templates:
            - name: echo
              container: {image: "alpine:3.23"}
            - name: main
              dag:
                tasks:
        """);
    int layer = 100;
    for (int i = 0; i < tasks; i++) {
      text.append("          - name: task-").append(i).append("\n            template: echo\n");
      if (i >= layer) {
        int one = i - layer;
        int other = one - one % layer + (i * 7 + 3) % layer;
        text.append("            depends: task-").append(one);
        if (other != one) {
          text.append(" && task-").append(other);
        }
        text.append('\n');
      }
    }
    return SourceText.of(text.toString());
  }
}
