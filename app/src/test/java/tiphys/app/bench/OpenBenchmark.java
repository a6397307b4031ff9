// SPDX-License-Identifier: Apache-2.0
package tiphys.app.bench;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import tiphys.app.window.TiphysWindow;

/**
 * How long a file takes from the wish to open it to the picture of its tasks in the program's
 * window: read, checked, laid out and drawn. The first file comes right after the start, when
 * nothing is compiled yet. Afterwards, how much memory one such file holds.
 */
public final class OpenBenchmark {
  private static final int REPEATED = 5;

  private OpenBenchmark() {}

  /** Takes the number of tasks; 10,000 without it. */
  public static void main(String[] arguments) {
    int tasks = LargeWorkflow.tasks(arguments);
    Window.start();
    TiphysWindow window = Window.on(Shown::program);
    Window.frame(() -> {});
    double empty = heap();
    double first = Shown.open(window, tasks).whole();
    double full = heap();
    Times again = new Times();
    for (int i = 0; i < REPEATED; i++) {
      close(window);
      again.add(Shown.open(window, tasks).whole());
    }
    System.out.printf(
        Locale.ROOT,
        "open %,d tasks: right after the start %.0f ms, later %.0f ms (median of %d)%n",
        tasks,
        first,
        again.median(),
        REPEATED);
    System.out.printf(
        Locale.ROOT,
        "heap in use after a collection: %.0f MB with the file, %.0f MB before it%n",
        full,
        empty);
    System.exit(0);
  }

  private static void close(TiphysWindow window) {
    Window.run(() -> window.desk().files().shown().get().ifPresent(window.desk()::close));
    Window.frame(() -> {});
  }

  private static double heap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
  }
}
