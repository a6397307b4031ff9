// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tiphys.exporter.execution.Pod;

/**
 * A step as a process of this computer. It hangs on a pipe of this program: when that closes, by a
 * stop or because this program is gone, a watcher kills the step with all that it started.
 */
final class HostStep implements StepExecution {
  private final HostPlaces places;
  private final StepFiles files;
  private final Isolation isolation;
  private volatile @Nullable Process process;

  HostStep(Pod pod, HostPlaces places, Isolation isolation) {
    this.places = places;
    this.files = new StepFiles(pod.template(), places);
    this.isolation = isolation;
  }

  /** The engine of a run whose steps are kept apart in one way. */
  static Engine engine(Path run, StepVolumes volumes, Isolation isolation) {
    return (pod, work) -> {
      StepFiles unplaced = new StepFiles(pod.template(), work::resolve);
      HostPlaces places =
          HostPlaces.of(work, run, volumes.mounts(pod.template(), unplaced.container()));
      return new HostStep(pod, places, isolation);
    };
  }

  @Override
  public StepFiles files() {
    return files;
  }

  @Override
  public Process start(ArtifactFolder artifacts) throws IOException {
    places.prepare(files.paths(), StepCommand.workingFolder(files));
    files.load(artifacts);
    StepCommand command = StepCommand.of(files, places, isolation);
    ProcessBuilder builder =
        new ProcessBuilder(command.words()).directory(command.folder().toFile());
    builder.environment().putAll(command.environment());
    Process started = builder.start();
    process = started;
    return started;
  }

  /** What the step wrote lies in its place already. */
  @Override
  public void fetch() {}

  @Override
  public void stop() {
    Process started = process;
    if (started == null) {
      return;
    }
    // the watcher does not find those that have left its session, where nothing else holds them
    started
        .descendants()
        .filter(_ -> !isolation.givesRoot())
        .forEach(ProcessHandle::destroyForcibly);
    try {
      started.getOutputStream().close();
    } catch (IOException e) {
      started.destroyForcibly();
    }
  }

  @Override
  public void close() throws IOException {
    stop();
  }
}
