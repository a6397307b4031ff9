// SPDX-License-Identifier: Apache-2.0
package tiphys.app.bench;

import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
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
    Window.start();
    Editor editor =
        Window.on(() -> new Editor(Diagram.open(LargeWorkflow.of(tasks), Positions.NONE)));
    Background background = new Background(Executors.newCachedThreadPool(), Platform::runLater);
    CanvasViewModel model = Window.on(() -> new CanvasViewModel(editor, background));
    Window.run(() -> show(model));
    while (Window.on(() -> CanvasBench.isEmpty(model))) {
      Thread.onSpinWait();
    }
    measure("nothing in sight", i -> CanvasBench.look(model, 1, 9_000 + i, 9_000));
    measure("pan at 100 %", i -> CanvasBench.look(model, 1, -i * 17, -i * 9));
    measure("pan at 40 %", i -> CanvasBench.look(model, 0.4, -i * 17, -i * 9));
    measure("pan at 15 %", i -> CanvasBench.look(model, 0.15, -i * 17, -i * 9));
    measure(
        "pan with everything in sight",
        i -> {
          model.fit();
          CanvasBench.pan(model, i % 7);
        });
    measure(
        "zoom from 4 % to 160 %", i -> CanvasBench.look(model, 0.04 * Math.pow(1.032, i), 40, 40));
    System.exit(0);
  }

  private static void show(CanvasViewModel model) {
    Theme theme = new Theme(new SimpleObjectProperty<>(ThemeChoice.LIGHT));
    CanvasView view = new CanvasView(model, Messages.in(Language.ENGLISH), theme.look());
    Scene scene = new Scene(new StackPane(view), WIDTH, HEIGHT);
    theme.dress(scene);
    Stage stage = new Stage();
    stage.setScene(scene);
    stage.show();
  }

  private static void measure(String name, IntConsumer change) {
    Times whole = new Times();
    Times ours = new Times();
    for (int i = -WARM_UP; i < FRAMES; i++) {
      int number = Math.floorMod(i, FRAMES);
      Window.Frame frame = Window.frame(() -> change.accept(number));
      if (i >= 0) {
        whole.add(frame.whole());
        ours.add(frame.ours());
      }
    }
    whole.print(name);
    ours.print("  of it outside the renderer");
  }
}
