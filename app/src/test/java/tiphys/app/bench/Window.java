// SPDX-License-Identifier: Apache-2.0
package tiphys.app.bench;

import com.sun.javafx.tk.RenderJob;
import com.sun.javafx.tk.TKPulseListener;
import com.sun.javafx.tk.Toolkit;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/**
 * The thread of the window, and its frames. A frame is measured as a window has it: a change in a
 * pulse's animation phase, then styles and layout, then the hand-over to the renderer, until the
 * renderer has given the pixels to the window. The wait for the next sixtieth of a second before a
 * pulse is not in it, nor is what a screen does afterwards.
 */
final class Window {
  /**
   * What a frame took, in milliseconds.
   *
   * @param change the change itself
   * @param ours the change and the rest of the window's thread; what is left is the renderer's
   * @param work what of that the thread did work: the same on a machine that others use as well
   * @param whole from the change to the pixels
   * @param next the frame that follows, from its beginning to its pixels: what was put off is in it
   */
  record Frame(double change, double ours, double work, double whole, double next) {}

  private static final int LONGEST_FRAME_S = 120;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Window() {}

  /**
   * Starts the thread. From now on anything that goes wrong, on it or on the one that asks, ends
   * the program: a benchmark that waits for a picture that never comes would wait for ever.
   */
  static void start() {
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, trouble) -> {
          System.err.println("on thread " + thread.getName());
          trouble.printStackTrace();
          Runtime.getRuntime().halt(1);
        });
    CompletableFuture<Void> started = new CompletableFuture<>();
    Platform.startup(() -> started.complete(null));
    started.join();
    Platform.setImplicitExit(false);
  }

  static <T> T on(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, Platform::runLater).join();
  }

  static void run(Runnable work) {
    CompletableFuture.runAsync(work, Platform::runLater).join();
  }

  /** Makes a change at the beginning of the next pulse and waits for its pixels. */
  static Frame frame(Runnable change) {
    return frame(change, () -> true);
  }

  /** Makes a change and waits for the pixels of the first pulse that has what it leads to. */
  static Frame frame(Runnable change, BooleanSupplier isThere) {
    CompletableFuture<Frame> done = new CompletableFuture<>();
    run(() -> new OneFrame(change, isThere, done).start());
    return done.orTimeout(LONGEST_FRAME_S, TimeUnit.SECONDS).join();
  }

  /**
   * Makes a change as soon as the thread can, as the program does, and waits for the pixels of the
   * first pulse that has what it leads to; answers with the milliseconds from a moment before, as
   * {@link System#nanoTime}. The wait for that pulse is in it.
   */
  static double painted(long since, Runnable change, BooleanSupplier isThere) {
    CompletableFuture<Pixels> painted = new CompletableFuture<>();
    AnimationTimer awaiting =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            if (isThere.getAsBoolean()) {
              stop();
              OneFrame.measure(since, 0, painted);
            }
          }
        };
    run(
        () -> {
          change.run();
          awaiting.start();
        });
    return painted.orTimeout(LONGEST_FRAME_S, TimeUnit.SECONDS).join().whole();
  }

  private static final class OneFrame extends AnimationTimer {
    private final Runnable change;
    private final BooleanSupplier isThere;
    private final CompletableFuture<Frame> done;
    private final CompletableFuture<Pixels> first = new CompletableFuture<>();
    private final CompletableFuture<Pixels> next = new CompletableFuture<>();
    private long begun;
    private long workBefore;
    private double changed;
    private boolean isShown;

    OneFrame(Runnable change, BooleanSupplier isThere, CompletableFuture<Frame> done) {
      this.change = change;
      this.isThere = isThere;
      this.done = done;
    }

    @Override
    public void handle(long now) {
      if (isShown) {
        stop();
        measure(System.nanoTime(), THREADS.getCurrentThreadCpuTime(), next);
        var _ = first.thenAcceptBoth(next, this::finish);
        return;
      }
      if (begun == 0) {
        begun = System.nanoTime();
        workBefore = THREADS.getCurrentThreadCpuTime();
        change.run();
        changed = Times.since(begun);
      }
      if (isThere.getAsBoolean()) {
        isShown = true;
        measure(begun, workBefore, first);
      }
    }

    private void finish(Pixels shown, Pixels following) {
      done.complete(
          new Frame(changed, shown.ours(), shown.work(), shown.whole(), following.whole()));
    }

    /** From a moment to the end of this pulse on the window's thread, and to its pixels. */
    private static void measure(long from, long workBefore, CompletableFuture<Pixels> measured) {
      Toolkit toolkit = Toolkit.getToolkit();
      toolkit.addPostSceneTkPulseListener(
          new TKPulseListener() {
            @Override
            public void pulse() {
              toolkit.removePostSceneTkPulseListener(this);
              // Only after this listener does the pulse give its pictures to the renderer.
              Platform.runLater(() -> afterPulse(from, workBefore, measured));
            }
          });
    }

    private static void afterPulse(long from, long workBefore, CompletableFuture<Pixels> measured) {
      double ours = Times.since(from);
      double work = (THREADS.getCurrentThreadCpuTime() - workBefore) / 1e6;
      var _ =
          Toolkit.getToolkit()
              .addRenderJob(
                  new RenderJob(
                      () -> measured.complete(new Pixels(ours, work, Times.since(from)))));
    }
  }

  private record Pixels(double ours, double work, double whole) {}
}
