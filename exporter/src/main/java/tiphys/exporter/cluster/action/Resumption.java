// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;

/** Lets suspended nodes go on, or fail (Argo: ResumeWorkflow and updateSuspendedNode). */
final class Resumption {
  private Resumption() {}

  /** Every suspended node that is meant succeeds; the workflow's own suspension ends. */
  static Outcome<ObjectNode> resume(ObjectNode workflow, RunAction.Resume action, Instant now) {
    ObjectNode next = workflow.deepCopy();
    List<ObjectNode> waiting = waiting(next, action.selector());
    boolean isWhole = action.selector().isEmpty();
    boolean wasSuspended = next.at("/spec/suspend").asBoolean(false);
    if (waiting.isEmpty() && !(isWhole && wasSuspended)) {
      return nothing(next, action.selector());
    }
    if (isWhole) {
      Overrides.object(next, "spec").remove("suspend");
    }
    Set<String> open = new HashSet<>(action.outputs().keySet());
    for (ObjectNode node : waiting) {
      Optional<Problem> missing = supply(next, node, action.outputs(), open);
      if (missing.isPresent()) {
        return Outcome.refused(missing.get());
      }
      end(node, "Succeeded", "", now);
    }
    return open.isEmpty()
        ? Outcome.done(next)
        : Outcome.refused(ProblemCode.CLUSTER_OUTPUT_MISSING, open.iterator().next());
  }

  /** The suspended nodes that a selector matches fail. */
  static Outcome<ObjectNode> fail(ObjectNode workflow, RunAction.Stop action, Instant now) {
    ObjectNode next = workflow.deepCopy();
    List<ObjectNode> waiting = waiting(next, action.selector());
    if (waiting.isEmpty()) {
      return nothing(next, action.selector());
    }
    waiting.forEach(node -> end(node, "Failed", action.message(), now));
    return Outcome.done(next);
  }

  private static Outcome<ObjectNode> nothing(ObjectNode workflow, String selector) {
    return selector.isEmpty()
        ? Outcome.refused(
            ProblemCode.CLUSTER_RUN_NOT_SUSPENDED, workflow.at("/metadata/name").asText())
        : Outcome.refused(ProblemCode.CLUSTER_NO_SUCH_NODE, selector);
  }

  private static List<ObjectNode> waiting(ObjectNode workflow, String selector) {
    List<ObjectNode> waiting = new ArrayList<>();
    for (JsonNode node : workflow.at("/status/nodes")) {
      boolean isMeant = selector.isEmpty() || NodeSelector.of(selector).matches(node);
      if (isMeant
          && node.path("type").asText().equals("Suspend")
          && node.path("phase").asText().equals("Running")
          && node instanceof ObjectNode suspended) {
        waiting.add(suspended);
      }
    }
    return waiting;
  }

  /** Gives its outputs their values: what is supplied, else what they have as default. */
  private static Optional<Problem> supply(
      ObjectNode workflow, ObjectNode node, Map<String, String> values, Set<String> open) {
    for (JsonNode each : node.at("/outputs/parameters")) {
      String name = each.path("name").asText("");
      if (!(each instanceof ObjectNode parameter) || !each.path("valueFrom").has("supplied")) {
        continue;
      }
      JsonNode otherwise = each.at("/valueFrom/default");
      if (!values.containsKey(name) && otherwise.isMissingNode()) {
        return Optional.of(Problem.refusal(ProblemCode.CLUSTER_OUTPUT_MISSING, name));
      }
      open.remove(name);
      String value = values.getOrDefault(name, otherwise.asText(""));
      parameter.remove("valueFrom");
      parameter.put("value", value);
      String global = each.path("globalName").asText("");
      if (!global.isEmpty()) {
        putGlobal(workflow, global, value);
      }
    }
    return Optional.empty();
  }

  private static void putGlobal(ObjectNode workflow, String name, String value) {
    ObjectNode outputs = Overrides.object(Overrides.object(workflow, "status"), "outputs");
    for (JsonNode each : outputs.path("parameters")) {
      if (each.path("name").asText().equals(name) && each instanceof ObjectNode global) {
        global.put("value", value);
        return;
      }
    }
    outputs.withArray("/parameters").addObject().put("name", name).put("value", value);
  }

  private static void end(ObjectNode node, String phase, String message, Instant now) {
    node.put("phase", phase).put("finishedAt", now.truncatedTo(ChronoUnit.SECONDS).toString());
    if (!message.isEmpty()) {
      node.put("message", message);
    }
  }
}
