// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import tiphys.app.concurrent.Background;
import tiphys.app.editor.Editor;
import tiphys.exporter.cluster.status.WorkflowObject;
import tiphys.exporter.local.KeptRun;
import tiphys.exporter.local.KeptRuns;
import tiphys.model.graph.Scope;
import tiphys.model.problem.Problem;
import tiphys.model.run.NodeStatus;

/**
 * The run that a file shows: one at a time, here or on a cluster. Belongs to the window's thread.
 */
public final class RunControl {
  private final Editor editor;
  private final Means means;
  private final StartHere here;
  private final StartOnCluster onCluster;
  private final ShownRun shown;
  private final BooleanExpression clearable;
  private final ObjectBinding<Set<RunAct>> possible;
  private final RunActs actions;
  private final ReadOnlyIntegerWrapper detailsAsked = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper whereAsked = new ReadOnlyIntegerWrapper();
  private boolean isLeft;

  /**
   * What runs need of the program.
   *
   * @param background for work of this computer
   * @param remote for what waits for other computers
   * @param kept the runs of this computer that can be found again
   */
  public record Means(
      Background background,
      Background remote,
      RunChoices choices,
      KeptRuns kept,
      RunQuestions questions,
      Destinations destinations) {}

  /**
   * Where a file comes from.
   *
   * @param path empty for one that is not on the disk yet
   * @param isChangedByOthers whether the one on the disk is not the one that was read or written
   * @param takenOver how often what others wrote was taken over
   */
  public record Origin(
      Supplier<Optional<Path>> path, BooleanSupplier isChangedByOthers, IntSupplier takenOver) {}

  public RunControl(Editor editor, Means means, Origin origin) {
    this.editor = editor;
    this.means = means;
    LastArguments last = new LastArguments(means.choices(), origin.path());
    RunStart start = new Started();
    this.here = new StartHere(means, origin, last, start);
    this.onCluster = new StartOnCluster(means, last, start);
    this.actions = new RunActs(means, new Acted());
    this.shown = new ShownRun(editor, means.background());
    this.possible =
        Bindings.createObjectBinding(
            () -> RunAct.possible(run().get(), progress().get(), note().get()),
            run(),
            progress(),
            note());
    this.clearable =
        Bindings.createBooleanBinding(
            () -> !isRunning().get() || run().get().flatMap(LiveRun::place).isPresent(),
            isRunning(),
            run());
  }

  public ReadOnlyBooleanProperty isRunning() {
    return shown.isRunning();
  }

  /** Whether the run can be taken off the graph; one on a cluster goes on without being shown. */
  public BooleanExpression isClearable() {
    return clearable;
  }

  ReadOnlyObjectProperty<RunProgress> progress() {
    return shown.progress();
  }

  ReadOnlyObjectProperty<RunNote> note() {
    return shown.note();
  }

  /** Goes up whenever the details of the run are to be brought to the front. */
  public ReadOnlyIntegerProperty detailsAsked() {
    return detailsAsked.getReadOnlyProperty();
  }

  /** Goes up whenever the user is to choose where to run. */
  ReadOnlyIntegerProperty whereAsked() {
    return whereAsked.getReadOnlyProperty();
  }

  Means means() {
    return means;
  }

  /** The run that goes on or was the last. */
  ReadOnlyObjectProperty<Optional<LiveRun>> run() {
    return shown.run();
  }

  /** Whether what goes on ends when the file is closed. */
  public boolean endsWithFile() {
    return isRunning().get() && run().get().flatMap(LiveRun::place).isEmpty();
  }

  /** Runs with the last values; asks for them where there are none, or one is missing. */
  public void start() {
    begin(false);
  }

  /** Runs after the values were asked for. */
  public void startWithArguments() {
    begin(true);
  }

  /** Shows a run of a cluster over this file's graph, live until it is over. */
  public void follow(String connection, String namespace, String name) {
    if (givesWay()) {
      onCluster.follow(connection, namespace, name);
    }
  }

  /** The same for a run that was got already, as the archive may have it. */
  public void follow(String connection, WorkflowObject known) {
    if (givesWay()) {
      onCluster.follow(connection, known);
    }
  }

  /** The same for one that was on this computer and is over. */
  public void show(KeptRun kept) {
    if (givesWay()) {
      here.show(kept);
    }
  }

  private boolean givesWay() {
    if (endsWithFile() && !means.questions().mayEnd(List.of(progress().get().name()))) {
      return false;
    }
    shown.leave();
    shown.prepare();
    return true;
  }

  /** Hears what becomes of runs that go on; it is held as long as this, or until it is ended. */
  public Subscription onNews(Consumer<RunNews> told) {
    return progress()
        .subscribe(
            (before, now) ->
                RunNews.between(before, now, run().get().flatMap(LiveRun::place))
                    .filter(
                        news -> news.isFor(editor.overlay().get(), editor.state().get().workflow()))
                    .ifPresent(told));
  }

  public void showDetails() {
    detailsAsked.set(detailsAsked.get() + 1);
  }

  public void askWhere() {
    whereAsked.set(whereAsked.get() + 1);
  }

  /** What can be done with the run now. */
  public ObservableValue<Set<RunAct>> acts() {
    return possible;
  }

  /**
   * Ends what goes on; nothing happens where nothing does. On a cluster it is asked first. What has
   * not begun yet is waited for no longer.
   */
  public void stop() {
    if (progress().get().stage() == RunProgress.Stage.PREPARING) {
      onCluster.giveUp();
    } else {
      act(RunAct.STOP);
    }
  }

  /** Does something with the run, if that is possible now. */
  public void act(RunAct act) {
    if (possible.get().contains(act)) {
      act(act, Optional.empty());
    }
  }

  /**
   * @param node the one that is meant; absent for the whole run
   */
  void act(RunAct act, Optional<NodeStatus> node) {
    switch (run().get().orElse(null)) {
      case RunHere local when act == RunAct.STOP -> local.stop();
      case RunHere local when act == RunAct.RESUME -> local.resume();
      case RunOnCluster remote -> actions.act(act, remote, node);
      case RunHere _, RunBefore _ -> {}
      case null -> {}
    }
  }

  /** Takes the last run off the graph. */
  public void clear() {
    if (clearable.get()) {
      if (isRunning().get()) {
        shown.leave();
      }
      shown.hide();
    }
  }

  /** For a file that is closed: what runs here ends, what runs on a cluster goes on. */
  public void leave() {
    isLeft = true;
    shown.leave();
  }

  private void begin(boolean asksForArguments) {
    if (isRunning().get()) {
      return;
    }
    shown.prepare();
    RunStart.Wish wish =
        new RunStart.Wish(
            editor.state().get().tree(),
            editor.scope().map(Scope::resource).orElse(0),
            asksForArguments);
    means
        .choices()
        .connection()
        .get()
        .ifPresentOrElse(name -> onCluster.begin(wish, name), () -> here.begin(wish));
  }

  private final class Started implements RunStart {
    @Override
    public void begins(Function<RunEar, LiveRun> start) {
      if (isLeft) {
        return;
      }
      shown.begin(start);
      showDetails();
    }

    @Override
    public void givesUp(Optional<Problem> why) {
      why.ifPresent(editor::refuse);
      shown.giveUp();
    }
  }

  private final class Acted implements RunActs.Then {
    @Override
    public void isRefused(Problem why) {
      editor.refuse(why);
    }

    @Override
    public void goesOn(RunOnCluster acted, WorkflowObject now) {
      if (shown.is(acted)) {
        shown.goOn();
        means.remote().run(() -> acted.follow(now), _ -> {});
      }
    }

    @Override
    public void begins(RunPlace other) {
      if (!isLeft) {
        follow(other.connection(), other.namespace(), other.name());
      }
    }

    @Override
    public void isDeleted(RunOnCluster acted) {
      if (shown.is(acted)) {
        shown.isGone();
      }
    }
  }
}
