// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tiphys.exporter.cluster.LogRequest;
import tiphys.exporter.local.ActiveRun;
import tiphys.exporter.local.RunPreview;
import tiphys.exporter.local.ThisComputer;
import tiphys.model.run.NodeStatus;
import tiphys.model.run.RunSnapshot;

/** A run on this computer. It ends with the file that shows it. */
final class RunHere implements LiveRun {
  private final RunEar ear;
  private final ActiveRun run;
  private volatile RunWill will = RunWill.GO_ON;

  private RunHere(RunPreview preview, RunEar ear) {
    this.ear = ear;
    this.run = ThisComputer.start(preview, snapshot -> ear.heard(snapshot, will));
  }

  static RunHere start(RunPreview preview, RunEar ear) {
    RunHere started = new RunHere(preview, ear);
    // not one of the few workers, which would be missed until the run ends
    Thread.ofVirtual().start(started::awaitEnd);
    return started;
  }

  private void awaitEnd() {
    try {
      RunSnapshot end = run.await();
      ear.heard(end, will);
      ear.over();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public Optional<RunPlace> place() {
    return Optional.empty();
  }

  @Override
  public Optional<String> pod(NodeStatus node) {
    return Optional.empty();
  }

  @Override
  public List<String> containers(NodeStatus node) {
    return List.of(LogRequest.MAIN);
  }

  @Override
  public Printed log(NodeStatus node, String container) {
    return Printed.of(run.log(node.id()), node.phase().isFinished());
  }

  @Override
  public Optional<Path> lying(String key) {
    return run.artifact(key);
  }

  void stop() {
    will = RunWill.END;
    run.cancel();
    ear.heard(run.snapshot(), will);
  }

  /** Lets suspended steps go on. */
  void resume() {
    run.resume();
  }

  @Override
  public void leave() {
    run.cancel();
  }
}
