// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.action;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import tiphys.exporter.cluster.status.WorkflowObject;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;

/** What actions make of a workflow's object where no server does it. */
public final class Changes {
  /** As Kubernetes makes names of generateName. */
  private static final String LETTERS = "bcdfghjklmnpqrstvwxz2456789";

  private static final SecureRandom RANDOM = new SecureRandom();

  private Changes() {}

  /** Why something that only a run that goes on can do is not done with this one. */
  public static Optional<Problem> whyNotWhileRunning(WorkflowObject workflow) {
    return workflow.isFinished()
        ? Optional.of(Problem.refusal(ProblemCode.CLUSTER_RUN_FINISHED, workflow.name()))
        : Optional.empty();
  }

  /** A merge patch of the spec. */
  public static ObjectNode suspension() {
    ObjectNode patch = JsonNodeFactory.instance.objectNode();
    patch.putObject("spec").put("suspend", true);
    return patch;
  }

  /** A merge patch of the spec. */
  public static ObjectNode shutdown(String strategy) {
    ObjectNode patch = JsonNodeFactory.instance.objectNode();
    patch.putObject("spec").put("shutdown", strategy);
    return patch;
  }

  /** The object to be put back, with every node in it. */
  public static Outcome<ObjectNode> resumed(ObjectNode workflow, RunAction.Resume action) {
    return Resumption.resume(workflow, action, Instant.now());
  }

  /** The object to be put back, with every node in it. */
  public static Outcome<ObjectNode> failed(ObjectNode workflow, RunAction.Stop action) {
    return Resumption.fail(workflow, action, Instant.now());
  }

  /** The object of a new run, to be created. */
  public static Outcome<ObjectNode> resubmitted(ObjectNode workflow, RunAction.Resubmit action) {
    StringBuilder suffix = new StringBuilder();
    for (int i = 0; i < 5; i++) {
      suffix.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return Resubmission.of(workflow, action, suffix.toString(), Instant.now());
  }
}
