// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tiphys.exporter.expression.Condition;
import tiphys.exporter.expression.EvaluationException;
import tiphys.exporter.manifest.JsonText;
import tiphys.model.run.NodeIds;
import tiphys.model.run.NodePhase;

/**
 * Brings calls of templates forward, one step at a time (Argo: executeTemplate). Every method may
 * be called again at any time: what is there already is found, not made twice.
 */
final class Scheduler {
  /** As Argo's controller has it. */
  private static final int MAX_DEPTH = 100;

  private final NodeTree tree;
  private final JsonNode spec;
  private final Values globals;
  private final LeafNodes leaves;
  private final boolean isSimulation;
  private final StepsRun steps;
  private final DagRun dags;
  private final Retries retries;
  private final Map<String, Prepared> prepared = new HashMap<>();
  private int depth;

  Scheduler(NodeTree tree, JsonNode spec, Values globals, LeafNodes leaves, boolean isSimulation) {
    this.tree = tree;
    this.spec = spec;
    this.globals = globals;
    this.leaves = leaves;
    this.isSimulation = isSimulation;
    this.steps = new StepsRun(this, tree);
    this.dags = new DagRun(this, tree);
    this.retries = new Retries(this, tree, leaves.timers());
  }

  boolean isSimulation() {
    return isSimulation;
  }

  Values globals() {
    return globals;
  }

  JsonNode spec() {
    return spec;
  }

  /** The node of a call, brought forward; empty while a limit of parallelism holds it back. */
  Optional<Node> execute(Call call) {
    Optional<Node> existing = tree.named(call.name());
    if (existing.isPresent()
        && (existing.get().phase().isFinished() || existing.get().type().isLeaf())) {
      return existing;
    }
    if (depth >= MAX_DEPTH) {
      return Optional.of(refused(call, existing, "Maximum recursion depth exceeded"));
    }
    depth++;
    try {
      Prepared ready = prepared(call);
      if (existing.isEmpty() && isHeldBack(call, ready)) {
        return Optional.empty();
      }
      JsonNode strategy = retryStrategy(ready);
      return strategy.isObject()
          ? Optional.of(retries.advance(call, ready, strategy))
          : Optional.of(run(call, ready));
    } catch (EvaluationException e) {
      return Optional.of(refused(call, existing, e.reason()));
    } finally {
      depth--;
    }
  }

  /** Runs a prepared template without regard to its retries. */
  Node run(Call call, Prepared ready) {
    return switch (ready.nodeType()) {
      case STEPS -> steps.advance(call, ready);
      case DAG -> dags.advance(call, ready);
      default -> tree.named(call.name()).orElseGet(() -> leaves.begin(call, ready));
    };
  }

  boolean isHeldBack(Call call, Prepared ready) {
    boolean isPod = ready.nodeType() == NodeType.POD;
    long limit = spec.path("parallelism").asLong(0);
    if (isPod && limit > 0 && tree.activePods() >= limit) {
      return true;
    }
    long limitWithin = leaves.parallelismWithin(call.boundaryId());
    return limitWithin > 0 && tree.activeWithin(call.boundaryId()) >= limitWithin;
  }

  void limitWithin(Node node, JsonNode template) {
    leaves.limitWithin(node, template);
  }

  private JsonNode retryStrategy(Prepared ready) {
    return ready.template().has("retryStrategy")
        ? ready.template().path("retryStrategy")
        : spec.path("retryStrategy");
  }

  private Node refused(Call call, Optional<Node> existing, String reason) {
    if (existing.isPresent()) {
      tree.setPhase(existing.get(), NodePhase.ERROR, reason);
      return existing.get();
    }
    return tree.beginFinished(NodeStart.of(call, NodeType.POD, NodePhase.ERROR), reason);
  }

  private Prepared prepared(Call call) throws EvaluationException {
    Prepared known = prepared.get(call.name());
    if (known != null) {
      return known;
    }
    TemplateSource.Found found = call.source().find(call.caller());
    Values local = new Values().put("node.name", call.name());
    if (!call.siblings().isEmpty()) {
      local.put(call.siblings() + ".name", call.callerName());
    }
    if (!found.template().has("retryStrategy") && !spec.has("retryStrategy")) {
      local.put("pod.name", podName(call.name(), found.template()));
    }
    Inputs.Processed processed =
        Inputs.processed(found.template(), call.caller().path("arguments"), local.within(globals));
    Prepared ready = new Prepared(processed.template(), found.source(), processed.scope());
    prepared.put(call.name(), ready);
    return ready;
  }

  String podName(String nodeName, JsonNode template) {
    String templateName = template.path("name").asText("");
    return NodeIds.podName(tree.workflowName(), nodeName, templateName);
  }

  /** What a finished node no longer needs. */
  void forget(Node node) {
    prepared.remove(node.name());
  }

  /** A call's own inputs, as the node shows them. */
  static ObjectNode inputs(Prepared ready) {
    return ready.template().path("inputs") instanceof ObjectNode inputs
        ? inputs
        : JsonNodeFactory.instance.objectNode();
  }

  /** The task or step with the references to its siblings replaced, once for each item. */
  List<JsonNode> expanded(JsonNode caller, Scope scope) throws EvaluationException {
    ObjectNode task = caller.deepCopy();
    JsonNode hooks = task.path("hooks");
    task.remove("hooks");
    String when = Tags.replaced(task.path("when").asText(""), scope, Strictness.LENIENT);
    if (!when.contains("{{") && !proceeds(when)) {
      task.remove(List.of("withItems", "withParam", "withSequence"));
      return List.of(task.put("when", when));
    }
    ObjectNode resolved = (ObjectNode) resolved(task, scope);
    if (hooks.isObject()) {
      resolved.set("hooks", hooks);
    }
    return LoopItems.isLoop(resolved)
        ? LoopItems.expanded(resolved, scope, isSimulation)
        : new ArrayList<>(List.of(resolved));
  }

  private JsonNode resolved(JsonNode task, Scope scope) throws EvaluationException {
    Strictness strictness = isSimulation ? Strictness.LENIENT : Strictness.SIBLINGS;
    return Tags.replaced(task, scope, strictness);
  }

  /** Whether a condition holds; one that lacks values in a simulation does not. */
  boolean proceeds(String when) throws EvaluationException {
    try {
      return Condition.holds(when);
    } catch (EvaluationException e) {
      if (isSimulation) {
        return false;
      }
      throw new EvaluationException("Invalid 'when' expression '" + when + "': " + e.reason());
    }
  }

  /**
   * A node for a task or step that is left out, or whose condition cannot be evaluated; empty if
   * the call is to go on.
   */
  Optional<Node> leftOut(Call call) {
    String when = call.caller().path("when").asText("");
    try {
      return proceeds(when)
          ? Optional.empty()
          : Optional.of(over(call, NodePhase.SKIPPED, "when '" + when + "' evaluated false"));
    } catch (EvaluationException e) {
      return Optional.of(over(call, NodePhase.ERROR, e.reason()));
    }
  }

  /** A node for something that never ran. */
  Node over(Call call, NodePhase phase, String message) {
    return tree.beginFinished(NodeStart.of(call, NodeType.SKIPPED, phase), message);
  }

  /** Ends a steps or DAG node with what it puts out. */
  void finish(Node node, Prepared ready, Scope scope) {
    try {
      node.setOutputs(TemplateOutputs.of(ready.template(), scope, isSimulation));
      publish(node.outputs());
      tree.setPhase(node, NodePhase.SUCCEEDED, "");
    } catch (EvaluationException e) {
      tree.setPhase(node, NodePhase.ERROR, e.reason());
    }
    leaves.endDaemonsWithin(node);
    forget(node);
  }

  void fail(Node node, NodePhase phase, String message) {
    tree.setPhase(node, phase, message);
    leaves.endDaemonsWithin(node);
    forget(node);
  }

  /** Makes outputs with a global name known to the whole workflow. */
  void publish(JsonNode outputs) {
    for (JsonNode parameter : outputs.path("parameters")) {
      if (parameter.has("globalName")) {
        globals.put(
            "workflow.outputs.parameters." + parameter.path("globalName").asText(),
            JsonText.plain(parameter.path("value")));
      }
    }
    for (JsonNode artifact : outputs.path("artifacts")) {
      if (artifact.has("globalName")) {
        globals.putArtifact(
            "workflow.outputs.artifacts." + artifact.path("globalName").asText(), artifact);
      }
    }
  }

  /** Whether the caller goes on although its node failed. */
  static boolean continuesOn(JsonNode caller, NodePhase phase) {
    JsonNode continueOn = caller.path("continueOn");
    return phase == NodePhase.FAILED && continueOn.path("failed").asBoolean()
        || phase == NodePhase.ERROR && continueOn.path("error").asBoolean();
  }
}
