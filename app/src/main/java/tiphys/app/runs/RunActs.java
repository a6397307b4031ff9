// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tiphys.exporter.cluster.ArgoKind;
import tiphys.exporter.cluster.action.RetryPlan;
import tiphys.exporter.cluster.action.RunAction;
import tiphys.exporter.cluster.status.RunReader;
import tiphys.exporter.cluster.status.WorkflowObject;
import tiphys.exporter.local.WorkflowParameter;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.run.NodeStatus;

/** Does with a run on a cluster what its user asks for: shown or asked first where it destroys. */
final class RunActs {
  private final RunControl.Means means;
  private final Then then;

  /** What an act comes to. Told on the window's thread. */
  interface Then {
    void isRefused(Problem why);

    /** What had ended goes on. */
    void goesOn(RunOnCluster run, WorkflowObject now);

    /** Another run is to be shown. */
    void begins(RunPlace other);

    void isDeleted(RunOnCluster run);
  }

  RunActs(RunControl.Means means, Then then) {
    this.means = means;
    this.then = then;
  }

  /**
   * @param node the node that is meant; absent for the whole run
   */
  void act(RunAct act, RunOnCluster run, Optional<NodeStatus> node) {
    RunPlace place = run.at();
    if (act.isAskedFirst() && !means.questions().confirms(act, place.name(), place.connection())) {
      return;
    }
    switch (act) {
      case SUSPEND -> send(run, new RunAction.Suspend(), _ -> {});
      case STOP -> send(run, new RunAction.Stop("", ""), _ -> {});
      case TERMINATE -> send(run, new RunAction.Terminate(), _ -> {});
      case RESUME -> resume(run, node);
      case RETRY -> retry(run, node);
      case RESUBMIT -> resubmit(run, RunAction.Memoized.NO);
      case RESUBMIT_MEMOIZED -> resubmit(run, RunAction.Memoized.YES);
      case DELETE -> delete(run);
    }
  }

  /** What a suspended node waits for is asked. */
  private void resume(RunOnCluster run, Optional<NodeStatus> node) {
    String id = node.map(NodeStatus::id).orElse("");
    means
        .remote()
        .run(
            () -> whole(run).then(whole -> Outcome.done(SuppliedOutputs.of(whole, id))),
            outcome ->
                told(
                    outcome,
                    wanted ->
                        supplied(wanted)
                            .ifPresent(
                                values ->
                                    send(
                                        run,
                                        new RunAction.Resume(selector(node), values),
                                        _ -> {}))));
  }

  private Optional<Map<String, String>> supplied(List<WorkflowParameter> wanted) {
    return wanted.isEmpty() ? Optional.of(Map.of()) : means.questions().outputs(wanted);
  }

  /** What will be reset is shown before. A node that is chosen begins anew though it succeeded. */
  private void retry(RunOnCluster run, Optional<NodeStatus> node) {
    RunAction.Retry action =
        new RunAction.Retry(
            selector(node),
            node.isPresent() ? RunAction.Successful.RESTARTED : RunAction.Successful.KEPT,
            Map.of());
    means
        .remote()
        .run(
            () -> whole(run).then(whole -> RetryPlan.of(whole, action)),
            outcome ->
                told(
                    outcome,
                    plan -> {
                      if (means.questions().retries(run.at().name(), plan)) {
                        send(run, action, now -> then.goesOn(run, now));
                      }
                    }));
  }

  private void resubmit(RunOnCluster run, RunAction.Memoized memoized) {
    send(
        run,
        new RunAction.Resubmit(memoized, Map.of()),
        made ->
            then.begins(new RunPlace(run.at().connection(), run.at().namespace(), made.name())));
  }

  private void delete(RunOnCluster run) {
    means
        .remote()
        .run(
            () -> run.gateway().delete(ArgoKind.WORKFLOW, run.at().namespace(), run.at().name()),
            outcome -> told(outcome, _ -> then.isDeleted(run)));
  }

  private void send(RunOnCluster run, RunAction action, Consumer<WorkflowObject> done) {
    means
        .remote()
        .run(
            () -> run.gateway().act(run.at().namespace(), run.at().name(), action),
            outcome -> told(outcome, done));
  }

  private <T> void told(Outcome<T> outcome, Consumer<T> done) {
    switch (outcome) {
      case Outcome.Refused<T>(Problem why) -> then.isRefused(why);
      case Outcome.Done<T>(T result) -> done.accept(result);
    }
  }

  private static Outcome<WorkflowObject> whole(RunOnCluster run) {
    return run.gateway()
        .get(ArgoKind.WORKFLOW, run.at().namespace(), run.at().name())
        .then(found -> RunReader.unpacked(new WorkflowObject(found)));
  }

  private static String selector(Optional<NodeStatus> node) {
    return node.map(chosen -> "id=" + chosen.id()).orElse("");
  }
}
