// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import tiphys.app.concurrent.Background;
import tiphys.app.editor.Editor;
import tiphys.exporter.local.ActiveRun;
import tiphys.exporter.local.EngineChoice;
import tiphys.exporter.local.RunPreview;
import tiphys.exporter.local.RunRequest;
import tiphys.exporter.local.ThisComputer;
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
  private final EngineChoice engine;
  private final Predicate<RunPreview> agrees;
  private final Consumer<Problem> refused;
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final AtomicReference<Optional<RunSnapshot>> newest =
      new AtomicReference<>(Optional.empty());
  private Optional<ActiveRun> run = Optional.empty();
  private boolean isAgreedTo;

  /**
   * @param agrees asks the user, who is shown what would be executed
   * @param refused told why a run could not begin
   */
  public RunControl(
      Editor editor,
      Background background,
      EngineChoice engine,
      Predicate<RunPreview> agrees,
      Consumer<Problem> refused) {
    this.editor = editor;
    this.background = background;
    this.engine = engine;
    this.agrees = agrees;
    this.refused = refused;
  }

  public ReadOnlyBooleanProperty isRunning() {
    return running.getReadOnlyProperty();
  }

  /** The run that goes on or was the last. */
  public Optional<ActiveRun> run() {
    return run;
  }

  public void start() {
    if (running.get()) {
      return;
    }
    running.set(true);
    YamlTree tree = editor.state().get().tree();
    int resource = editor.scope().map(Scope::resource).orElse(0);
    background.run(() -> preview(tree, resource), this::startIfAgreed);
  }

  private Outcome<RunPreview> preview(YamlTree tree, int resource) {
    try {
      return ThisComputer.preview(
          new RunRequest(
              tree, resource, Map.of(), engine, Files.createTempDirectory("tiphys-run-")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void startIfAgreed(Outcome<RunPreview> preview) {
    preview.refusal().ifPresent(refused);
    isAgreedTo = isAgreedTo || preview.result().filter(agrees).isPresent();
    if (!isAgreedTo || preview.result().isEmpty()) {
      running.set(false);
      return;
    }
    ActiveRun started = ThisComputer.start(preview.result().get(), this::show);
    run = Optional.of(started);
    background.run(() -> awaited(started), _ -> running.set(false));
  }

  private static RunSnapshot awaited(ActiveRun run) {
    try {
      return run.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return run.snapshot();
    }
  }

  /** Snapshots that come faster than frames are shown once. */
  private void show(RunSnapshot snapshot) {
    if (newest.getAndSet(Optional.of(snapshot)).isEmpty()) {
      Platform.runLater(() -> newest.getAndSet(Optional.empty()).ifPresent(editor::showRun));
    }
  }

  public void stop() {
    run.ifPresent(ActiveRun::cancel);
  }

  public void clear() {
    editor.hideRun();
  }
}
