// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tiphys.exporter.expression.EvaluationException;
import tiphys.exporter.manifest.JsonText;
import tiphys.model.run.NodePhase;
import tiphys.model.run.RunSnapshot;

/**
 * A workflow under way. Not safe for several threads: reports of pods are to be handed to the
 * thread that makes the passes.
 */
public final class WorkflowRun {
  private static final String DEADLINE_KEY = "workflow";
  private static final String TERMINATED = "workflow shutdown with strategy:  Terminate";
  private static final String STUCK =
      "nothing is under way, and nothing more can be started: a limit of parallelism is too low";
  private static final Pattern USE_OF_RESULT =
      Pattern.compile("([-\\w]+)(?:\\\\?[\"']\\])?\\??\\.outputs\\??\\.result");

  private final WorkflowSource source;
  private final NodeTree tree;
  private final Values globals;
  private final Timers timers;
  private final LeafNodes leaves;
  private final Scheduler scheduler;
  private final TemplateSource templates;
  private final Hooks hooks;
  private final Instant startedAt;
  private NodePhase phase = NodePhase.RUNNING;
  private String message = "";
  private Optional<Instant> finishedAt = Optional.empty();

  public WorkflowRun(WorkflowSource source, PodRunner runner, PodReports reports, Clock clock) {
    this.source = source;
    this.tree = new NodeTree(source.name(), clock);
    this.startedAt = clock.instant();
    this.globals = Globals.of(source, startedAt);
    this.timers = new Timers(clock);
    this.leaves = new LeafNodes(tree, runner, reports, timers, namesWithResult(source));
    this.scheduler = new Scheduler(tree, source.spec(), globals, leaves, runner.isSimulation());
    this.templates = new TemplateSource(source.spec(), source.templates());
    this.hooks = new Hooks(scheduler, tree);
    GoDuration.parse(JsonText.plain(source.spec().path("activeDeadlineSeconds")))
        .ifPresent(limit -> timers.setAfter(DEADLINE_KEY, limit));
  }

  private static Set<String> namesWithResult(WorkflowSource source) {
    Set<String> names = new HashSet<>();
    for (JsonNode text : source.templates().values()) {
      addNamesWithResult(text, names);
    }
    addNamesWithResult(source.spec(), names);
    return names;
  }

  private static void addNamesWithResult(JsonNode spec, Set<String> names) {
    Matcher use = USE_OF_RESULT.matcher(spec.toString());
    while (use.find()) {
      names.add(use.group(1));
    }
  }

  /** Brings everything forward as far as it goes without waiting. */
  public void pass() {
    long before;
    do {
      before = tree.changes();
      if (!isOver()) {
        advance();
      }
    } while (tree.changes() != before);
  }

  private void advance() {
    if (timers.isDue(DEADLINE_KEY)) {
      leaves.endAll("Step exceeded its deadline");
      end(NodePhase.FAILED, "Max duration limit exceeded");
      return;
    }
    leaves.endOverdue();
    Call entry = entry();
    Optional<Node> root = scheduler.execute(entry);
    boolean isRootOver = root.isPresent() && root.get().phase().isFinished();
    if (isRootOver) {
      rememberStatus(root.get());
    }
    ObjectNode lifecycle = JsonNodeFactory.instance.objectNode();
    lifecycle.set("hooks", withoutExit(source.spec().path("hooks")));
    boolean areHooksOver =
        root.isEmpty()
            || hooks.advance(new Hooks.Owner(root.get(), lifecycle, "", templates), globals);
    if (isRootOver && areHooksOver) {
      conclude(root.get());
    }
  }

  private Call entry() {
    ObjectNode caller = JsonNodeFactory.instance.objectNode();
    caller.put("template", source.spec().path("entrypoint").asText(""));
    if (source.spec().has("arguments")) {
      caller.set("arguments", source.spec().path("arguments"));
    }
    return Call.of(source.name(), source.name(), caller, "", "", templates);
  }

  private static JsonNode withoutExit(JsonNode declared) {
    ObjectNode rest = JsonNodeFactory.instance.objectNode();
    declared.properties().stream()
        .filter(entry -> !entry.getKey().equals("exit"))
        .forEach(entry -> rest.set(entry.getKey(), entry.getValue()));
    return rest;
  }

  private void rememberStatus(Node root) {
    Duration sofar = Duration.between(startedAt, tree.now());
    globals.put("workflow.status", workflowPhase(root).argoName());
    globals.put("workflow.duration", Double.toString(sofar.toMillis() / 1000.0));
    if (root.isFailed() && globals.text("workflow.failures").isEmpty()) {
      globals.put("workflow.failures", JsonText.compact(failures()));
    } else if (!root.isFailed()) {
      globals.put("workflow.failures", "[]");
    }
  }

  private ArrayNode failures() {
    ArrayNode failures = JsonNodeFactory.instance.arrayNode();
    for (Node node : tree.all()) {
      if (node.isFailed() && node.type().isRunElsewhere()) {
        failures
            .addObject()
            .put("displayName", node.displayName())
            .put("message", node.message())
            .put("templateName", node.templateName())
            .put("phase", node.phase().argoName())
            .put("podName", node.id())
            .put("finishedAt", node.finishedAt().orElse(tree.now()).toString());
      }
    }
    return failures;
  }

  private static NodePhase workflowPhase(Node root) {
    return root.isFailed() ? root.phase() : NodePhase.SUCCEEDED;
  }

  /** Runs the exit handler, if there is one, and ends the workflow after it. */
  private void conclude(Node root) {
    Optional<Call> handler = exitHandler();
    if (handler.isEmpty()) {
      end(workflowPhase(root), root.message());
      return;
    }
    Optional<Node> exit = scheduler.execute(handler.get());
    if (exit.isPresent() && exit.get().phase().isFinished()) {
      boolean isSpoilt = exit.get().isFailed() && !root.isFailed();
      end(
          isSpoilt ? exit.get().phase() : workflowPhase(root),
          isSpoilt ? exit.get().message() : root.message());
    }
  }

  private Optional<Call> exitHandler() {
    JsonNode hook = source.spec().path("hooks").path("exit");
    ObjectNode caller = JsonNodeFactory.instance.objectNode();
    if (source.spec().path("onExit").isTextual()) {
      caller.put("template", source.spec().path("onExit").textValue());
    } else if (hook.isObject()) {
      caller.setAll((ObjectNode) hook);
    } else {
      return Optional.empty();
    }
    String name = source.name() + ".onExit";
    try {
      JsonNode resolved = Tags.replaced(caller, globals, Strictness.LENIENT);
      ObjectNode ready = resolved.deepCopy();
      if (!ready.has("arguments") && source.spec().has("arguments")) {
        ready.set("arguments", source.spec().path("arguments"));
      }
      return Optional.of(Call.of(name, name, ready, "", "", templates).asHook());
    } catch (EvaluationException e) {
      return Optional.of(Call.of(name, name, caller, "", "", templates).asHook());
    }
  }

  private void end(NodePhase newPhase, String newMessage) {
    phase = newPhase;
    message = newMessage;
    finishedAt = Optional.of(tree.now());
  }

  public boolean isOver() {
    return phase.isFinished();
  }

  /** When to make a pass although nothing was reported. */
  public Optional<Instant> wakeAt() {
    return timers.next();
  }

  /** Rises with every change that a snapshot would show. */
  public long changes() {
    return tree.changes() + (isOver() ? 1 : 0);
  }

  public void podRunning(String nodeId) {
    leaves.running(nodeId);
  }

  public void podFinished(String nodeId, PodResult result) {
    leaves.finished(nodeId, result).ifPresent(node -> scheduler.publish(node.outputs()));
  }

  /** Ends everything at once; the exit handler does not run. */
  public void terminate() {
    if (!isOver()) {
      leaves.endAll(TERMINATED);
      end(NodePhase.FAILED, "Stopped with strategy 'Terminate'");
    }
  }

  /** Lets every suspended node go on. */
  public void resume() {
    leaves.resumeAll();
  }

  /** Ends a run that would wait for ever. To be asked after a pass. */
  public void endIfStuck() {
    boolean waits =
        tree.activePods() > 0 || leaves.isAnythingSuspended() || timers.next().isPresent();
    boolean isRunElsewhere =
        tree.all().stream()
            .anyMatch(node -> node.type().isRunElsewhere() && !node.phase().isFinished());
    if (!isOver() && !waits && !isRunElsewhere) {
      leaves.endAll(STUCK);
      end(NodePhase.ERROR, STUCK);
    }
  }

  public RunSnapshot snapshot() {
    return Snapshots.of(source.name(), phase, message, startedAt, finishedAt, tree);
  }

  /** The workflow with its status, as Argo has it. */
  public ObjectNode workflow() {
    ObjectNode status = StatusWriter.status(tree, phase, message, startedAt, finishedAt);
    ObjectNode whole = JsonNodeFactory.instance.objectNode();
    whole.put("apiVersion", "argoproj.io/v1alpha1").put("kind", "Workflow");
    ObjectNode metadata =
        source.resource().path("metadata") instanceof ObjectNode given
            ? given.deepCopy()
            : JsonNodeFactory.instance.objectNode();
    metadata.put("name", source.name());
    whole.set("metadata", metadata);
    whole.set("spec", source.spec());
    whole.set("status", status);
    return whole;
  }
}
