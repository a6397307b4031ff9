// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tiphys.app.concurrent.Background;
import tiphys.app.editor.Editor;
import tiphys.exporter.local.ActiveRun;
import tiphys.exporter.local.EngineChoice;
import tiphys.exporter.local.RunPreview;
import tiphys.exporter.local.RunRequest;
import tiphys.exporter.local.ThisComputer;
import tiphys.exporter.local.WorkflowParameter;
import tiphys.model.graph.Scope;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.run.RunSnapshot;
import tiphys.model.yaml.YamlTree;

/**
 * The run of one file: one at a time, agreed to before the first. Belongs to the window's thread.
 */
public final class RunControl {
  private final Editor editor;
  private final Background background;
  private final RunChoices choices;
  private final RunQuestions questions;
  private final Origin origin;
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<RunProgress> progress =
      new ReadOnlyObjectWrapper<>(RunProgress.NONE);
  private final ReadOnlyIntegerWrapper detailsAsked = new ReadOnlyIntegerWrapper();
  private final AtomicReference<Optional<RunSnapshot>> newest =
      new AtomicReference<>(Optional.empty());
  private final Set<EngineChoice> agreedTo = EnumSet.noneOf(EngineChoice.class);
  private int agreedVersion;
  private Map<String, String> lastArguments = Map.of();
  private Optional<ActiveRun> run = Optional.empty();
  private boolean isStopped;

  /**
   * Where a file comes from.
   *
   * @param path empty for one that is not on the disk yet
   * @param isChangedByOthers whether the one on the disk is not the one that was read or written
   * @param takenOver how often what others wrote was taken over
   */
  public record Origin(
      Supplier<Optional<Path>> path, BooleanSupplier isChangedByOthers, IntSupplier takenOver) {}

  /** What is to be run, while it is asked about. */
  private record Wish(YamlTree tree, int resource, boolean asksForArguments) {}

  public RunControl(
      Editor editor,
      Background background,
      RunChoices choices,
      RunQuestions questions,
      Origin origin) {
    this.editor = editor;
    this.background = background;
    this.choices = choices;
    this.questions = questions;
    this.origin = origin;
  }

  public ReadOnlyBooleanProperty isRunning() {
    return running.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<RunProgress> progress() {
    return progress.getReadOnlyProperty();
  }

  /** Goes up whenever the details of the run are to be brought to the front. */
  public ReadOnlyIntegerProperty detailsAsked() {
    return detailsAsked.getReadOnlyProperty();
  }

  /** The run that goes on or was the last. */
  public Optional<ActiveRun> run() {
    return run;
  }

  /** Runs with the last values; asks for them where there are none, or one is missing. */
  public void start() {
    begin(false);
  }

  /** Runs after the values were asked for. */
  public void startWithArguments() {
    begin(true);
  }

  public void showDetails() {
    detailsAsked.set(detailsAsked.get() + 1);
  }

  /** Ends what goes on; nothing happens where nothing does. */
  public void stop() {
    if (running.get() && run.isPresent()) {
      isStopped = true;
      run.get().cancel();
      progress.set(RunProgress.of(run.get().snapshot(), true));
    }
  }

  /** Takes the last run off the graph. */
  public void clear() {
    editor.hideRun();
    if (!running.get()) {
      progress.set(RunProgress.NONE);
    }
  }

  private void begin(boolean asksForArguments) {
    if (running.get()) {
      return;
    }
    running.set(true);
    progress.set(RunProgress.of(RunProgress.Stage.PREPARING));
    Wish wish =
        new Wish(
            editor.state().get().tree(),
            editor.scope().map(Scope::resource).orElse(0),
            asksForArguments);
    background.run(
        () -> ThisComputer.parameters(wish.tree(), wish.resource()), found -> fill(wish, found));
  }

  private void fill(Wish wish, Outcome<List<WorkflowParameter>> found) {
    switch (found) {
      case Outcome.Refused<List<WorkflowParameter>>(Problem why) -> giveUp(Optional.of(why));
      case Outcome.Done<List<WorkflowParameter>>(List<WorkflowParameter> parameters) ->
          values(wish, parameters)
              .ifPresentOrElse(given -> preview(wish, given), () -> giveUp(Optional.empty()));
    }
  }

  private Optional<Map<String, String>> values(Wish wish, List<WorkflowParameter> parameters) {
    if (parameters.isEmpty()) {
      return Optional.of(Map.of());
    }
    Map<String, String> kept = origin.path().get().map(choices::arguments).orElse(lastArguments);
    Map<String, String> last = new LinkedHashMap<>();
    boolean areAllSet = !kept.isEmpty();
    for (WorkflowParameter parameter : parameters) {
      Optional<String> value =
          Optional.ofNullable(kept.get(parameter.name())).filter(parameter::allows);
      value.ifPresent(known -> last.put(parameter.name(), known));
      areAllSet &= value.or(parameter::value).isPresent();
    }
    if (areAllSet && !wish.asksForArguments()) {
      return Optional.of(last);
    }
    Optional<Map<String, String>> given = questions.arguments(parameters, last);
    given.ifPresent(this::remember);
    return given;
  }

  private void remember(Map<String, String> values) {
    lastArguments = values;
    origin.path().get().ifPresent(file -> choices.remember(file, values));
  }

  private void preview(Wish wish, Map<String, String> values) {
    EngineChoice engine = choices.engine().get();
    background.run(
        () ->
            ThisComputer.preview(
                new RunRequest(wish.tree(), wish.resource(), values, engine, folder())),
        this::startIfAgreed);
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("tiphys-run-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void startIfAgreed(Outcome<RunPreview> outcome) {
    switch (outcome) {
      case Outcome.Refused<RunPreview>(Problem why) -> giveUp(Optional.of(why));
      case Outcome.Done<RunPreview>(RunPreview preview) -> {
        if (isAgreedTo(preview)) {
          start(preview);
        } else {
          giveUp(Optional.empty());
        }
      }
    }
  }

  /** Agreeing to containers is not agreeing to processes, nor to what others put in its place. */
  private boolean isAgreedTo(RunPreview preview) {
    int versions = origin.takenOver().getAsInt();
    if (versions != agreedVersion || origin.isChangedByOthers().getAsBoolean()) {
      agreedTo.clear();
      agreedVersion = versions;
    }
    if (preview.engine() == EngineChoice.SIMULATE || agreedTo.contains(preview.engine())) {
      return true;
    }
    boolean agrees = questions.agrees(preview);
    if (agrees) {
      agreedTo.add(preview.engine());
    }
    return agrees;
  }

  private void giveUp(Optional<Problem> why) {
    why.ifPresent(editor::refuse);
    running.set(false);
    progress.set(RunProgress.NONE);
    editor.hideRun();
  }

  private void start(RunPreview preview) {
    isStopped = false;
    ActiveRun started = ThisComputer.start(preview, this::show);
    run = Optional.of(started);
    showDetails();
    // not one of the few workers, which would be missed until the run ends
    Thread.ofVirtual().start(() -> awaitEnd(started));
  }

  private void awaitEnd(ActiveRun started) {
    try {
      RunSnapshot end = started.await();
      background.onWindowThread(
          () -> {
            take(end);
            running.set(false);
          });
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Snapshots that come faster than frames are shown once. */
  private void show(RunSnapshot snapshot) {
    if (newest.getAndSet(Optional.of(snapshot)).isEmpty()) {
      background.onWindowThread(() -> newest.getAndSet(Optional.empty()).ifPresent(this::take));
    }
  }

  private void take(RunSnapshot snapshot) {
    editor.showRun(snapshot);
    progress.set(RunProgress.of(snapshot, isStopped));
  }
}
