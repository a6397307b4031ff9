// SPDX-License-Identifier: Apache-2.0
package tiphys.app.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;
import tiphys.app.canvas.CanvasBench;
import tiphys.app.canvas.CanvasViewModel;
import tiphys.app.canvas.drawing.Drawing;
import tiphys.model.run.RunSnapshot;

/**
 * How long a frame of the canvas takes: from a change of the view to the finished picture of the
 * window, which is as large as the canvas. Every tenth task of the graph waits for one seven layers
 * above. "Nothing in sight" is the floor: what an empty picture of that size costs. The same graph
 * in React Flow stands beside it.
 */
public final class CanvasBenchmark {
  private static final int FRAMES = 120;
  private static final int WARM_UP = 40;

  private CanvasBenchmark() {}

  /** Takes the numbers of tasks, as {@code 100,1000,10000,50000}, which is what it does without. */
  public static void main(String[] arguments) {
    Optional<ReactFlow> other = ReactFlow.here();
    Window.start();
    String sizes = arguments.length > 0 ? arguments[0] : "100,1000,10000,50000";
    for (int tasks : Arrays.stream(sizes.split(",", -1)).mapToInt(Integer::parseInt).toArray()) {
      CanvasViewModel model = measure(tasks);
      Drawing drawing = Window.on(() -> CanvasBench.drawing(model));
      other.ifPresent(reactFlow -> reactFlow.measure(drawing));
    }
    System.exit(0);
  }

  private static CanvasViewModel measure(int tasks) {
    Shown shown = Shown.canvas(LargeWorkflow.withLongEdges(tasks));
    CanvasViewModel model = shown.model();
    System.out.printf(
        Locale.ROOT,
        "%n%,d tasks, %,d edges%n",
        tasks,
        shown.editor().state().get().graph(shown.editor().scope().orElseThrow()).edges().size());
    measure("nothing in sight", i -> CanvasBench.look(model, 1, 9_000_000 + i, 9_000));
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
    drag(model);
    colours(shown, tasks);
    return model;
  }

  private static void drag(CanvasViewModel model) {
    DoubleConsumer drag = Window.on(() -> CanvasBench.dragOf(model));
    measure("drag of a card", i -> drag.accept(i * 3));
    Window.run(() -> CanvasBench.letGo(model));
  }

  /** From a run's new state to its pixels, one a frame. */
  private static void colours(Shown shown, int tasks) {
    int first = Math.min(tasks, 60);
    Times times = new Times();
    LiveColours run = new LiveColours(tasks);
    Window.run(() -> CanvasBench.look(shown.model(), 1, 40, 40));
    for (int task = 0; task < first; task++) {
      RunSnapshot next = run.after(task);
      int expected = task + 1;
      BooleanSupplier isThere = () -> CanvasBench.succeeded(shown.model()) == expected;
      double whole = Window.frame(() -> shown.editor().showRun(next), isThere).whole();
      if (task >= first / 4) {
        times.add(whole);
      }
    }
    times.print("a state of a run, until it is seen");
    Window.run(shown.editor()::hideRun);
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
    List<Window.Frame> frames = new ArrayList<>();
    for (int i = -WARM_UP; i < FRAMES; i++) {
      int number = Math.floorMod(i, FRAMES);
      between.run();
      Window.Frame frame = Window.frame(() -> change.accept(number));
      if (i >= 0) {
        frames.add(frame);
      }
    }
    Times whole = new Times();
    Times work = new Times();
    frames.forEach(frame -> whole.add(frame.whole()));
    frames.forEach(frame -> work.add(frame.work()));
    whole.print(name);
    work.print("  work of the window's thread in it");
  }
}
