// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tiphys.app.concurrent.Background;
import tiphys.app.editor.Editor;
import tiphys.model.problem.Problem;
import tiphys.model.run.RunSnapshot;

/**
 * The run that lies over a file's graph: how far it is and how far that can be trusted. What comes
 * of one that is no longer shown is dropped. Belongs to the window's thread.
 */
final class ShownRun {
  private final Editor editor;
  private final Background background;
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<RunProgress> progress =
      new ReadOnlyObjectWrapper<>(RunProgress.NONE);
  private final ReadOnlyObjectWrapper<RunNote> note = new ReadOnlyObjectWrapper<>(RunNote.NONE);
  private final ReadOnlyObjectWrapper<Optional<LiveRun>> run =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<Ear> ear = Optional.empty();

  ShownRun(Editor editor, Background background) {
    this.editor = editor;
    this.background = background;
  }

  ReadOnlyBooleanProperty isRunning() {
    return running.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<RunProgress> progress() {
    return progress.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<RunNote> note() {
    return note.getReadOnlyProperty();
  }

  /** The run that goes on or was the last. */
  ReadOnlyObjectProperty<Optional<LiveRun>> run() {
    return run.getReadOnlyProperty();
  }

  boolean is(LiveRun other) {
    return run.get().filter(other::equals).isPresent();
  }

  /** One is about to begin. */
  void prepare() {
    running.set(true);
    note.set(RunNote.NONE);
    progress.set(RunProgress.of(RunProgress.Stage.PREPARING));
  }

  /** It begins as soon as there is an ear for it; the one before is left. */
  void begin(Function<RunEar, LiveRun> start) {
    run.get().ifPresent(LiveRun::leave);
    Ear mine = new Ear();
    ear = Optional.of(mine);
    run.set(Optional.of(start.apply(mine)));
  }

  /** Nothing has begun. */
  void giveUp() {
    running.set(false);
    progress.set(RunProgress.NONE);
    editor.hideRun();
  }

  /** What had ended goes on. */
  void goOn() {
    running.set(true);
  }

  void isGone() {
    note.set(RunNote.of(RunNote.Kind.DELETED));
  }

  /** Nobody looks at it any more. */
  void leave() {
    run.get().ifPresent(LiveRun::leave);
    run.set(Optional.empty());
    ear = Optional.empty();
    running.set(false);
  }

  /** Takes its colours off the graph. */
  void hide() {
    editor.hideRun();
    progress.set(RunProgress.NONE);
    note.set(RunNote.NONE);
  }

  private final class Ear implements RunEar {
    private final AtomicReference<Optional<News>> newest = new AtomicReference<>(Optional.empty());

    private record News(RunSnapshot snapshot, RunWill will) {}

    /** Snapshots that come faster than frames are shown once. */
    @Override
    public void heard(RunSnapshot snapshot, RunWill will) {
      if (newest.getAndSet(Optional.of(new News(snapshot, will))).isEmpty()) {
        ifShown(() -> newest.getAndSet(Optional.empty()).ifPresent(this::take));
      }
    }

    private void take(News news) {
      RunProgress now = RunProgress.of(news.snapshot(), news.will());
      editor.showRun(news.snapshot());
      progress.set(now);
      if (note.get().kind() == RunNote.Kind.UNREADABLE) {
        note.set(RunNote.NONE);
      }
    }

    @Override
    public void over() {
      ifShown(() -> running.set(false));
    }

    @Override
    public void interrupted(Problem why) {
      ifShown(() -> note.set(RunNote.of(RunNote.Kind.INTERRUPTED, why)));
    }

    @Override
    public void live() {
      ifShown(
          () -> {
            if (note.get().kind() == RunNote.Kind.INTERRUPTED) {
              note.set(RunNote.of(RunNote.Kind.LIVE_AGAIN));
            }
          });
    }

    @Override
    public void deleted() {
      ifShown(ShownRun.this::isGone);
    }

    @Override
    public void unreadable(Problem why) {
      ifShown(() -> note.set(RunNote.of(RunNote.Kind.UNREADABLE, why)));
    }

    private void ifShown(Runnable action) {
      background.onWindowThread(
          () -> {
            if (ear.filter(mine -> mine == this).isPresent()) {
              action.run();
            }
          });
    }
  }
}
