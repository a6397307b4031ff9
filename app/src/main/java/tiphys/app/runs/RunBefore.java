// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tiphys.exporter.cluster.LogRequest;
import tiphys.exporter.cluster.status.RunReader;
import tiphys.exporter.cluster.status.WorkflowObject;
import tiphys.exporter.local.KeptRun;
import tiphys.model.problem.Outcome;
import tiphys.model.run.NodeStatus;
import tiphys.model.run.RunSnapshot;

/** A run that was on this computer and is over, as its folder has it. */
final class RunBefore implements LiveRun {
  private final KeptRun kept;

  private RunBefore(KeptRun kept) {
    this.kept = kept;
  }

  /** Reads a file, so it is for workers. */
  static Outcome<RunSnapshot> read(KeptRun kept) {
    return kept.whole().then(whole -> new RunReader().read(new WorkflowObject(whole)));
  }

  static RunBefore show(KeptRun kept, RunSnapshot end, RunEar ear) {
    ear.heard(end, RunWill.GO_ON);
    ear.over();
    return new RunBefore(kept);
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
    return Printed.of(kept.log(node.id()), true);
  }

  @Override
  public Optional<Path> lying(String key) {
    return kept.artifact(key);
  }

  @Override
  public void leave() {
    // nothing goes on
  }
}
