// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tiphys.exporter.cluster.status.WorkflowObject;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;

/**
 * What a retry does, known before it is done (Argo: FormulateRetryWorkflow of util.go).
 *
 * @param begunAnew names of the nodes that are forgotten, so that they run again
 * @param reopened names of the nodes around them that go on
 * @param pods names of pods that are deleted
 * @param workflow the object to be put back
 */
public record RetryPlan(
    List<String> begunAnew, List<String> reopened, List<String> pods, ObjectNode workflow) {
  private static final Set<String> LABELS_OF_THE_END =
      Set.of("workflows.argoproj.io/completed", "workflows.argoproj.io/workflow-archiving-status");

  public RetryPlan {
    begunAnew = List.copyOf(begunAnew);
    reopened = List.copyOf(reopened);
    pods = List.copyOf(pods);
  }

  /**
   * Refused for a run that did not fail, unless what succeeded is to be begun anew.
   *
   * @param whole with its nodes unpacked
   */
  public static Outcome<RetryPlan> of(WorkflowObject whole, RunAction.Retry action) {
    String phase = whole.json().at("/status/phase").asText("");
    boolean isChosen =
        action.successful() == RunAction.Successful.RESTARTED && !action.selector().isEmpty();
    boolean hasFailed = phase.equals("Failed") || phase.equals("Error");
    if (!hasFailed && !(phase.equals("Succeeded") && isChosen)) {
      return Outcome.refused(ProblemCode.CLUSTER_RUN_NOT_FAILED, whole.name(), phase);
    }
    ObjectNode next = whole.json().deepCopy();
    RetriedNodes nodes = new RetriedNodes(next, action);
    nodes.mark();
    if (nodes.isEmpty() && !action.selector().isEmpty()) {
      return Outcome.refused(ProblemCode.CLUSTER_NO_SUCH_NODE, action.selector());
    }
    List<String> pods = nodes.pods();
    RetryPlan plan = new RetryPlan(nodes.begunAnew(), nodes.reopened(), pods, next);
    nodes.apply(now());
    reopen(next, action);
    return Outcome.done(plan);
  }

  private static void reopen(ObjectNode workflow, RunAction.Retry action) {
    if (workflow.at("/metadata/labels") instanceof ObjectNode labels) {
      labels.remove(LABELS_OF_THE_END);
    }
    ObjectNode status = Overrides.object(workflow, "status");
    status.put("phase", "").put("message", "").put("startedAt", now()).putNull("finishedAt");
    status.remove("persistentVolumeClaims");
    ArrayNode conditions = status.arrayNode();
    for (JsonNode each : status.path("conditions")) {
      if (!each.path("type").asText().equals("Completed")) {
        conditions.add(each);
      }
    }
    conditions.addObject().put("type", "Completed").put("status", "False");
    status.set("conditions", conditions);
    List<ObjectNode> specs = new ArrayList<>(List.of(Overrides.object(workflow, "spec")));
    if (status.path("storedWorkflowTemplateSpec") instanceof ObjectNode stored) {
      specs.add(stored);
    }
    for (ObjectNode spec : specs) {
      spec.remove("shutdown");
      if (spec.path("activeDeadlineSeconds").asInt(1) == 0) {
        spec.remove("activeDeadlineSeconds");
      }
      Overrides.parameters(spec, action.parameters());
    }
  }

  private static String now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
