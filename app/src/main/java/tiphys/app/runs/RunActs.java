// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import tiphys.app.concurrent.Background;
import tiphys.exporter.cluster.ArgoKind;
import tiphys.exporter.cluster.action.RetryPlan;
import tiphys.exporter.cluster.action.RunAction;
import tiphys.exporter.cluster.status.RunReader;
import tiphys.exporter.cluster.status.WorkflowObject;
import tiphys.exporter.local.WorkflowParameter;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
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
      case SUSPEND -> send(act, run, new RunAction.Suspend(), _ -> {});
      case STOP -> send(act, run, new RunAction.Stop("", ""), _ -> {});
      case TERMINATE -> send(act, run, new RunAction.Terminate(), _ -> {});
      case RESUME -> resume(run, node);
      case RETRY -> retry(run, node);
      case RESUBMIT -> resubmit(act, run, RunAction.Memoized.NO);
      case RESUBMIT_MEMOIZED -> resubmit(act, run, RunAction.Memoized.YES);
      case DELETE -> delete(run);
    }
  }

  /** What a suspended node waits for is asked. */
  private void resume(RunOnCluster run, Optional<NodeStatus> node) {
    String id = node.map(NodeStatus::id).orElse("");
    look(
        run,
        whole -> Outcome.done(SuppliedOutputs.of(whole, id)),
        wanted ->
            supplied(wanted)
                .ifPresent(
                    values ->
                        send(
                            RunAct.RESUME,
                            run,
                            new RunAction.Resume(selector(node), values),
                            _ -> {})));
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
    look(
        run,
        whole -> RetryPlan.of(whole, action),
        plan -> {
          if (means.questions().retries(run.at().name(), plan)) {
            send(RunAct.RETRY, run, action, now -> then.goesOn(run, now));
          }
        });
  }

  private void resubmit(RunAct act, RunOnCluster run, RunAction.Memoized memoized) {
    send(
        act,
        run,
        new RunAction.Resubmit(memoized, Map.of()),
        made ->
            then.begins(new RunPlace(run.at().connection(), run.at().namespace(), made.name())));
  }

  private void delete(RunOnCluster run) {
    change(
        RunAct.DELETE,
        run,
        () -> run.gateway().delete(ArgoKind.WORKFLOW, run.at().namespace(), run.at().name()),
        _ -> then.isDeleted(run));
  }

  private void send(RunAct act, RunOnCluster run, RunAction action, Consumer<WorkflowObject> done) {
    change(act, run, () -> run.gateway().act(run.at().namespace(), run.at().name(), action), done);
  }

  /** Whoever waits no longer is told that it may have been done all the same. */
  private <T> void change(
      RunAct act, RunOnCluster run, Supplier<Outcome<T>> change, Consumer<T> done) {
    RunPlace place = run.at();
    means
        .remote()
        .run(
            Background.Told.of("runs.waiting-" + act.key(), place.name(), place.connection()),
            change,
            outcome -> told(outcome, done),
            () ->
                then.isRefused(
                    Problem.refusal(
                        ProblemCode.CLUSTER_NOT_AWAITED, place.name(), place.connection())));
  }

  /** What is asked of the run as it is now changes nothing. */
  private <T> void look(
      RunOnCluster run, Function<WorkflowObject, Outcome<T>> question, Consumer<T> answered) {
    RunPlace place = run.at();
    means
        .remote()
        .run(
            Background.Told.of("runs.waiting-follow", place.name(), place.connection()),
            () -> whole(run).then(question),
            outcome -> told(outcome, answered),
            () -> {});
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
