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
  private final ObservableList<Work> goingOn;

  /** One for all: a list like this hears of the other only as long as somebody holds it. */
  private final ObservableList<Work> told;

  private final boolean breaksOff;

  /** Over two threads. @param window runs what it is given on the window's thread, in order */
  public Background(Executor worker, Executor window) {
    this(worker, window, FXCollections.observableArrayList(), false);
  }

  private Background(
      Executor worker, Executor window, ObservableList<Work> goingOn, boolean breaksOff) {
    this.worker = worker;
    this.window = window;
    this.goingOn = goingOn;
    this.told = FXCollections.unmodifiableObservableList(goingOn);
    this.breaksOff = breaksOff;
  }

  /**
   * For work that waits for others, on threads of its own: what takes long there is told with what
   * takes long here, and what is given up there is interrupted.
   */
  public Background waiting(Executor other) {
    return new Background(other, window, goingOn, true);
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
          going.enter();
          try {
            if (!going.isOver) {
              T result = work.get();
              window.execute(() -> going.end(() -> onWindowThread.accept(result)));
            }
          } finally {
            going.leave();
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
    private Optional<Thread> busy = Optional.empty();

    private Work(Told what, Runnable givenUp) {
      this.what = what;
      this.givenUp = givenUp;
    }

    public Told what() {
      return what;
    }

    /** Nobody waits for it any more: what comes of it is dropped. */
    public void giveUp() {
      giveUp(givenUp);
    }

    private void giveUp(Runnable then) {
      end(then);
      breakOff();
    }

    private synchronized void enter() {
      busy = Optional.of(Thread.currentThread());
    }

    /** From here on the thread does something else, which nobody is to interrupt. */
    private synchronized void leave() {
      busy = Optional.empty();
      var _ = breaksOff && Thread.interrupted();
    }

    private synchronized void breakOff() {
      if (breaksOff) {
        busy.ifPresent(Thread::interrupt);
      }
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

    /** The user waits no longer for what was asked last; nothing happens where that is over. */
    public void giveUp() {
      newest.ifPresent(Work::giveUp);
    }

    /** Nothing that was asked before will be answered. */
    public long drop() {
      Optional<Work> overtaken = newest;
      newest = Optional.empty();
      overtaken.ifPresent(work -> work.giveUp(() -> {}));
      return asked.incrementAndGet();
    }
  }
}
