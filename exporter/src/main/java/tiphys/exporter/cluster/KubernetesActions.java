// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Function;
import tiphys.exporter.cluster.action.Changes;
import tiphys.exporter.cluster.action.RetryPlan;
import tiphys.exporter.cluster.action.RunAction;
import tiphys.exporter.cluster.status.RunReader;
import tiphys.exporter.cluster.status.WorkflowObject;
import tiphys.exporter.cluster.transport.Call;
import tiphys.exporter.cluster.transport.Transport;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;

/** The actions on runs where no Argo Server does them. */
final class KubernetesActions {
  /** The controller writes the same object, so a put can come too late several times. */
  private static final int TRIES = 5;

  private final KubernetesGateway gateway;
  private final Transport transport;
  private final String namespace;

  KubernetesActions(KubernetesGateway gateway, Transport transport, String namespace) {
    this.gateway = gateway;
    this.transport = transport;
    this.namespace = namespace;
  }

  Outcome<WorkflowObject> act(String name, RunAction action) {
    return switch (action) {
      case RunAction.Suspend _ -> patch(name, Changes.suspension());
      case RunAction.Terminate _ -> patch(name, Changes.shutdown("Terminate"));
      case RunAction.Stop stop ->
          stop.selector().isEmpty()
              ? patch(name, Changes.shutdown("Stop"))
              : rewrite(name, workflow -> Changes.failed(workflow.json(), stop));
      case RunAction.Resume resume ->
          rewrite(name, workflow -> Changes.resumed(workflow.json(), resume));
      case RunAction.Retry retry -> rewrite(name, workflow -> retried(workflow, retry));
      case RunAction.Resubmit resubmit -> resubmit(name, resubmit);
    };
  }

  /** A change of the spec alone, of a run that goes on. */
  private Outcome<WorkflowObject> patch(String name, ObjectNode patch) {
    return workflow(name)
        .then(
            workflow ->
                Changes.whyNotWhileRunning(workflow)
                    .map(Outcome::<ObjectNode>refused)
                    .orElseGet(() -> gateway.patch(namespace, name, patch)))
        .then(answer -> Outcome.done(new WorkflowObject(answer)));
  }

  /** Gets, changes and puts; again from the start where the controller was quicker. */
  private Outcome<WorkflowObject> rewrite(
      String name, Function<WorkflowObject, Outcome<ObjectNode>> change) {
    Outcome<WorkflowObject> last = Outcome.refused(ProblemCode.CLUSTER_CONFLICT, name);
    for (int i = 0; i < TRIES; i++) {
      last =
          workflow(name)
              .then(this::whole)
              .then(change)
              .then(changed -> gateway.update(ArgoKind.WORKFLOW, namespace, changed))
              .then(answer -> Outcome.done(new WorkflowObject(answer)));
      if (last.refusal().filter(why -> why.code() == ProblemCode.CLUSTER_CONFLICT).isEmpty()) {
        return last;
      }
    }
    return last;
  }

  /** Pods go first: their names are given again. */
  private Outcome<ObjectNode> retried(WorkflowObject workflow, RunAction.Retry action) {
    return RetryPlan.of(workflow, action)
        .then(
            plan ->
                plan.pods().stream()
                    .flatMap(pod -> deletePod(pod).stream())
                    .findFirst()
                    .map(Outcome::<ObjectNode>refused)
                    .orElseGet(() -> Outcome.done(plan.workflow())));
  }

  private Outcome<WorkflowObject> resubmit(String name, RunAction.Resubmit action) {
    return workflow(name)
        .then(this::whole)
        .then(workflow -> Changes.resubmitted(workflow.json(), action))
        .then(made -> gateway.create(ArgoKind.WORKFLOW, namespace, made, Trial.REAL))
        .then(answer -> Outcome.done(new WorkflowObject(answer)));
  }

  /** A pod that is gone already is as good as deleted. */
  private Optional<Problem> deletePod(String pod) {
    String path = "/api/v1/namespaces/" + Call.part(namespace) + "/pods/" + Call.part(pod);
    return transport
        .send(Call.delete(path))
        .then(answer -> answer.object(transport.address(), ProblemCode.CLUSTER_NOT_FOUND))
        .refusal()
        .filter(why -> why.code() != ProblemCode.CLUSTER_NOT_FOUND);
  }

  private Outcome<WorkflowObject> workflow(String name) {
    return gateway
        .get(ArgoKind.WORKFLOW, namespace, name)
        .then(found -> Outcome.done(new WorkflowObject(found)));
  }

  /** With its nodes unpacked; the controller packs them again. */
  private Outcome<WorkflowObject> whole(WorkflowObject workflow) {
    return RunReader.unpacked(workflow);
  }
}
