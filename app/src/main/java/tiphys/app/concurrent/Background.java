// SPDX-License-Identifier: Apache-2.0
package tiphys.app.concurrent;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Does work on one thread and hands the result over on another. An exception in the work is a bug
 * and is left to the worker's thread.
 */
public final class Background {
  /** What takes longer is told. */
  private static final Duration MOMENT = Duration.ofMillis(100);

  private final Executor worker;
  private final Executor window;
  private final ObservableList<Work> goingOn = FXCollections.observableArrayList();

  /** One for all: a list like this hears of the other only as long as somebody holds it. */
  private final ObservableList<Work> told = FXCollections.unmodifiableObservableList(goingOn);

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

  /**
   * Does work that the user is told about, once it takes longer than a moment, and can give up.
   *
   * @param givenUp what is done instead then, on the window's thread
   */
  public <T> Work run(Told what, Supplier<T> work, Consumer<T> onWindowThread, Runnable givenUp) {
    Work going = new Work(what, givenUp);
    CompletableFuture.delayedExecutor(MOMENT.toMillis(), TimeUnit.MILLISECONDS, window)
        .execute(going::show);
    worker.execute(
        () -> {
          try {
            if (!going.isOver) {
              T result = work.get();
              window.execute(() -> going.end(() -> onWindowThread.accept(result)));
            }
          } finally {
            window.execute(() -> going.end(() -> {}));
          }
        });
    return going;
  }

  /** What takes longer than a moment now, the newest last. Belongs to the window's thread. */
  public ObservableList<Work> goingOn() {
    return told;
  }

  /** What is done, as a sentence. @param key of the sentence with the arguments */
  public record Told(String key, List<Object> arguments) {
    public Told {
      arguments = List.copyOf(arguments);
    }

    public static Told of(String key, Object... arguments) {
      return new Told(key, List.of(arguments));
    }
  }

  /** Something that goes on. Belongs to the window's thread. */
  public final class Work {
    private final Told what;
    private final Runnable givenUp;
    private volatile boolean isOver;

    private Work(Told what, Runnable givenUp) {
      this.what = what;
      this.givenUp = givenUp;
    }

    public Told what() {
      return what;
    }

    /** Nobody waits for it any more: what comes of it is dropped. */
    public void giveUp() {
      end(givenUp);
    }

    private void show() {
      if (!isOver) {
        goingOn.add(this);
      }
    }

    private void end(Runnable then) {
      if (!isOver) {
        isOver = true;
        goingOn.remove(this);
        then.run();
      }
    }
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
    private Optional<Work> newest = Optional.empty();

    /** The same with work that the user is told about and can give up. */
    public <T> void run(Told what, Supplier<T> work, Consumer<T> onWindowThread, Runnable givenUp) {
      drop();
      newest = Optional.of(Background.this.run(what, work, onWindowThread, givenUp));
    }

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
      Optional<Work> overtaken = newest;
      newest = Optional.empty();
      overtaken.ifPresent(work -> work.end(() -> {}));
      return asked.incrementAndGet();
    }
  }
}
