// SPDX-License-Identifier: Apache-2.0
package tiphys.app.bench;

import java.util.function.IntConsumer;
import tiphys.app.canvas.CanvasBench;
import tiphys.app.canvas.CanvasViewModel;

/**
 * How long a frame of the canvas takes with many tasks: from a change of the view to the finished
 * picture of the window.
 */
public final class CanvasBenchmark {
  private static final int FRAMES = 120;
  private static final int WARM_UP = 40;

  private CanvasBenchmark() {}

  /** Takes the number of tasks; 10,000 without it. */
  public static void main(String[] arguments) {
    Window.start();
    CanvasViewModel model = Shown.canvas(LargeWorkflow.tasks(arguments)).model();
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
        "zoom on from 4 % to 160 %",
        i -> CanvasBench.look(model, 0.04 * Math.pow(1.032, i), 40, 40));
    measure(
        "a single step of zoom at 40 %",
        i -> CanvasBench.look(model, i % 2 == 0 ? 0.36 : 0.4, -900, -900), CanvasBenchmark::rest);
    System.exit(0);
  }

  /** Longer than a zoom that goes on takes from step to step. */
  private static void rest() {
    try {
      Thread.sleep(150);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void measure(String name, IntConsumer change) {
    measure(name, change, () -> {});
  }

  private static void measure(String name, IntConsumer change, Runnable between) {
    Times whole = new Times();
    Times ours = new Times();
    for (int i = -WARM_UP; i < FRAMES; i++) {
      int number = Math.floorMod(i, FRAMES);
      between.run();
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
