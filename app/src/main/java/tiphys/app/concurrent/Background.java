// SPDX-License-Identifier: Apache-2.0
package tiphys.app.concurrent;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Does work on one thread and hands the result over on another. An exception in the work is a bug
 * and is left to the worker's thread.
 */
public final class Background {
  private final Executor worker;
  private final Executor window;

  /** Over two threads. @param window runs what it is given on the window's thread, in order */
  public Background(Executor worker, Executor window) {
    this.worker = worker;
    this.window = window;
  }

  public <T> void run(Supplier<T> work, Consumer<T> onWindowThread) {
    worker.execute(
        () -> {
          T result = work.get();
          window.execute(() -> onWindowThread.accept(result));
        });
  }

  /** Does work after a while; not at all, if the worker has ended by then. */
  public void later(Duration wait, Runnable work) {
    CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS, worker).execute(work);
  }

  /** Runs something on the window's thread, later. */
  public void onWindowThread(Runnable action) {
    window.execute(action);
  }

  /** A line of requests of which only the newest is answered. */
  public Newest newest() {
    return new Newest();
  }

  /**
   * A result that comes after a newer request is dropped, and a request that was overtaken before
   * it began is not worked on. Ask and receive on the window's thread.
   */
  public final class Newest {
    private final AtomicLong asked = new AtomicLong();

    public <T> void run(Supplier<T> work, Consumer<T> onWindowThread) {
      long mine = drop();
      worker.execute(
          () -> {
            if (mine == asked.get()) {
              T result = work.get();
              window.execute(
                  () -> {
                    if (mine == asked.get()) {
                      onWindowThread.accept(result);
                    }
                  });
            }
          });
    }

    /** Nothing that was asked before will be answered. */
    public long drop() {
      return asked.incrementAndGet();
    }
  }
}
