// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import tiphys.exporter.execution.PodReports;
import tiphys.exporter.execution.PodResult;
import tiphys.exporter.execution.WorkflowRun;
import tiphys.exporter.manifest.ManifestWriter;
import tiphys.model.run.RunSnapshot;

/** Makes the passes of a run on a thread of its own, whenever something was reported. */
final class LocalRun implements ActiveRun, PodReports {
  private static final long PAUSE_BETWEEN_SNAPSHOTS = TimeUnit.MILLISECONDS.toNanos(40);

  /** A program that is told to end is not to hang on what it has started. */
  private static final long LONGEST_END_SECONDS = 8;

  private final Thread endWithProgram = Thread.ofPlatform().unstarted(this::endNow);
  private final Path folder;
  private final StepRunner runner;
  private final WorkflowRun run;
  private final Consumer<RunSnapshot> listener;
  private final BlockingQueue<Runnable> reports = new LinkedBlockingQueue<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile RunSnapshot latest;
  private volatile String statusJson = "";
  private long shownChanges = -1;
  private long shownAt;

  /**
   * @param toRun makes the run that reports to this
   */
  LocalRun(
      Path folder,
      StepRunner runner,
      Function<PodReports, WorkflowRun> toRun,
      Consumer<RunSnapshot> listener) {
    this.folder = folder;
    this.runner = runner;
    this.listener = listener;
    this.run = toRun.apply(this);
    this.latest = run.snapshot();
  }

  void start() {
    Runtime.getRuntime().addShutdownHook(endWithProgram);
    Thread.ofPlatform().name("run " + latest.workflowName()).daemon(true).start(this::conduct);
  }

  private void conduct() {
    try {
      run.pass();
      while (!run.isOver()) {
        show(false);
        takeReports();
        run.pass();
        if (reports.isEmpty()) {
          run.endIfStuck();
        }
      }
    } catch (InterruptedException e) {
      run.terminate();
    } finally {
      runner.close();
      statusJson = ManifestWriter.json(run.workflow());
      keepStatus();
      show(true);
      over.countDown();
      forgetProgramsEnd();
    }
  }

  /** Not even containers, which no process of this program holds, are to go on after it. */
  private void endNow() {
    cancel();
    try {
      var _ = over.await(LONGEST_END_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void forgetProgramsEnd() {
    try {
      Runtime.getRuntime().removeShutdownHook(endWithProgram);
    } catch (IllegalStateException e) {
      // the program is ending, and waited for this run
      over.countDown();
    }
  }

  /** Waits for a report or until time brings a change, then takes all that are there. */
  private void takeReports() throws InterruptedException {
    Optional<Instant> wakeAt = run.wakeAt();
    long wait =
        wakeAt
            .map(at -> Math.max(1, Duration.between(Instant.now(), at).toMillis() + 1))
            .orElse(TimeUnit.HOURS.toMillis(1));
    if (shownChanges != run.changes()) {
      wait = Math.min(wait, TimeUnit.NANOSECONDS.toMillis(PAUSE_BETWEEN_SNAPSHOTS) + 1);
    }
    Runnable report = reports.poll(wait, TimeUnit.MILLISECONDS);
    while (report != null) {
      report.run();
      report = reports.poll();
    }
  }

  private void show(boolean isLast) {
    boolean isChanged = run.changes() != shownChanges;
    boolean isTime = System.nanoTime() - shownAt > PAUSE_BETWEEN_SNAPSHOTS;
    if (isLast || isChanged && isTime) {
      latest = run.snapshot();
      shownChanges = run.changes();
      shownAt = System.nanoTime();
      listener.accept(latest);
    }
  }

  private void keepStatus() {
    try {
      Files.createDirectories(folder);
      Files.writeString(RunFolder.status(folder), statusJson);
    } catch (IOException e) {
      System.getLogger(LocalRun.class.getName())
          .log(System.Logger.Level.WARNING, "status.json was not written", e);
    }
  }

  @Override
  public void running(String nodeId) {
    reports.add(() -> run.podRunning(nodeId));
  }

  @Override
  public void finished(String nodeId, PodResult result) {
    reports.add(() -> run.podFinished(nodeId, result));
  }

  @Override
  public RunSnapshot snapshot() {
    return latest;
  }

  @Override
  public void cancel() {
    reports.add(run::terminate);
  }

  @Override
  public void resume() {
    reports.add(run::resume);
  }

  @Override
  public RunSnapshot await() throws InterruptedException {
    over.await();
    return latest;
  }

  @Override
  public Optional<Path> log(String nodeId) {
    return Optional.of(RunFolder.log(folder, nodeId)).filter(Files::exists);
  }

  @Override
  public String statusJson() {
    if (over.getCount() > 0) {
      CountDownLatch written = new CountDownLatch(1);
      reports.add(
          () -> {
            statusJson = ManifestWriter.json(run.workflow());
            written.countDown();
          });
      awaitEither(written);
    }
    return statusJson;
  }

  /** The run may end before it comes to the question; then the answer is there as well. */
  private void awaitEither(CountDownLatch written) {
    try {
      while (over.getCount() > 0 && !written.await(20, TimeUnit.MILLISECONDS)) {
        Thread.onSpinWait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public Path artifacts() {
    return RunFolder.artifacts(folder);
  }

  @Override
  public Optional<Path> artifact(String key) {
    return new ArtifactFolder(artifacts()).find(key);
  }

  /** A run on the system's clock. */
  static Clock clock() {
    return Clock.systemUTC();
  }
}
