// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tiphys.exporter.expression.EvaluationException;
import tiphys.exporter.expression.Expression;
import tiphys.exporter.manifest.JsonText;
import tiphys.model.run.NodePhase;

/** Tries a template again for as long as its retry strategy says (Argo: processNodeRetries). */
final class Retries {
  private final Scheduler scheduler;
  private final NodeTree tree;
  private final Timers timers;

  Retries(Scheduler scheduler, NodeTree tree, Timers timers) {
    this.scheduler = scheduler;
    this.tree = tree;
    this.timers = timers;
  }

  Node advance(Call call, Prepared ready, JsonNode strategy) throws EvaluationException {
    Node retry = tree.named(call.name()).orElseGet(() -> begin(call, ready));
    List<Node> attempts = tree.attempts(retry);
    if (!attempts.isEmpty() && !attempts.getLast().phase().isFinished()) {
      Node current = attempts.getLast();
      if (!current.type().isLeaf()) {
        int number = attempts.size() - 1;
        scheduler.run(call.attempt(number), attempt(call, ready, attempts, number));
      }
      if (current.isDaemoned() != retry.isDaemoned()) {
        tree.setDaemoned(retry, current.isDaemoned());
      }
      return retry;
    }
    if (!attempts.isEmpty() && !isToBeTried(retry, attempts, strategy, ready)) {
      return retry;
    }
    int number = attempts.size();
    Call next = call.attempt(number);
    if (!scheduler.isHeldBack(next, ready)) {
      timers.cancel(retry.id());
      tree.link(retry, scheduler.run(next, attempt(call, ready, attempts, number)));
    }
    return retry;
  }

  private Node begin(Call call, Prepared ready) {
    Node node = tree.begin(NodeStart.of(call, NodeType.RETRY, NodePhase.RUNNING));
    node.setInputs(Scheduler.inputs(ready));
    return node;
  }

  private Prepared attempt(Call call, Prepared ready, List<Node> attempts, int number)
      throws EvaluationException {
    String podName = scheduler.podName(call.attempt(number).name(), ready.template());
    Values values = new Values().put("retries", Integer.toString(number)).put("pod.name", podName);
    List<Node> before = attempts.subList(0, Math.min(number, attempts.size()));
    addLast(before, values, "0");
    ObjectNode template =
        (ObjectNode)
            Tags.replaced(ready.template(), values.within(ready.scope()), Strictness.LENIENT);
    return ready.withTemplate(template);
  }

  private static void addLast(List<Node> attempts, Values values, String absentExitCode) {
    if (attempts.isEmpty()) {
      values
          .put("lastRetry.exitCode", "0")
          .put("lastRetry.status", "")
          .put("lastRetry.duration", "0")
          .put("lastRetry.message", "");
      return;
    }
    Node last = attempts.getLast();
    Instant end = last.finishedAt().orElse(last.startedAt());
    long seconds = Duration.between(last.startedAt(), end).toSeconds();
    values
        .put("lastRetry.exitCode", last.outputs().path("exitCode").asText(absentExitCode))
        .put("lastRetry.status", last.phase().argoName())
        .put("lastRetry.duration", Long.toString(seconds))
        .put("lastRetry.message", last.message());
  }

  /** Decides after an attempt has ended; where there is none to follow, the node is over. */
  private boolean isToBeTried(Node retry, List<Node> attempts, JsonNode strategy, Prepared ready)
      throws EvaluationException {
    Node last = attempts.getLast();
    if (!last.isFailed()) {
      retry.setOutputs(last.outputs());
      tree.setPhase(retry, last.phase(), last.message());
      return false;
    }
    Optional<Integer> limit = limit(strategy);
    boolean isExhausted = limit.isPresent() && attempts.size() > limit.get();
    if (!isExhausted && isWaiting(retry, attempts, strategy)) {
      return false;
    }
    if (retry.phase().isFinished()) {
      return false;
    }
    if (!policyCovers(strategy, last.phase())) {
      return given(retry, last, last.message());
    }
    if (isExhausted) {
      return given(retry, last, "No more retries left");
    }
    if (!expressionHolds(strategy, attempts, ready)) {
      return given(retry, last, "retryStrategy.expression evaluated to false");
    }
    return true;
  }

  private boolean given(Node retry, Node last, String message) {
    retry.setOutputs(last.outputs());
    tree.setPhase(retry, last.phase(), message);
    return false;
  }

  private static Optional<Integer> limit(JsonNode strategy) throws EvaluationException {
    if (!strategy.hasNonNull("limit")) {
      return Optional.empty();
    }
    String text = JsonText.plain(strategy.path("limit"));
    try {
      return Optional.of(Integer.parseInt(text.strip()));
    } catch (NumberFormatException e) {
      throw new EvaluationException("retryStrategy.limit is no number: " + text);
    }
  }

  private static boolean policyCovers(JsonNode strategy, NodePhase phase) {
    String absent = strategy.has("expression") ? "Always" : "OnFailure";
    return switch (strategy.path("retryPolicy").asText(absent)) {
      case "Always" -> true;
      case "OnError" -> phase == NodePhase.ERROR;
      case "OnTransientError" -> false;
      default -> phase == NodePhase.FAILED;
    };
  }

  private static boolean expressionHolds(JsonNode strategy, List<Node> attempts, Prepared ready)
      throws EvaluationException {
    String expression = strategy.path("expression").asText("");
    if (expression.isEmpty()) {
      return true;
    }
    Values values = new Values().put("retries", Integer.toString(attempts.size()));
    addLast(attempts, values, "-1");
    Scope scope = values.within(ready.scope());
    return Expression.parse(expression).evaluate(scope.names(expression)).asBoolean();
  }

  /** Whether a pause is to pass before the next attempt; the node is over if that is too late. */
  private boolean isWaiting(Node retry, List<Node> attempts, JsonNode strategy) {
    JsonNode backoff = strategy.path("backoff");
    Optional<Duration> pause = GoDuration.parse(JsonText.plain(backoff.path("duration")));
    if (pause.isEmpty()) {
      return false;
    }
    if (timers.isSet(retry.id())) {
      return !timers.isDue(retry.id());
    }
    Node last = attempts.getLast();
    double factor = backoff.has("factor") ? backoff.path("factor").asDouble(1) : 1;
    Duration wait =
        Duration.ofMillis((long) (pause.get().toMillis() * Math.pow(factor, attempts.size() - 1)));
    Optional<Duration> cap = GoDuration.parse(JsonText.plain(backoff.path("cap")));
    if (cap.isPresent() && wait.compareTo(cap.get()) > 0) {
      wait = cap.get();
    }
    Instant due = last.finishedAt().orElse(last.startedAt()).plus(wait);
    Optional<Duration> most = GoDuration.parse(JsonText.plain(backoff.path("maxDuration")));
    if (most.isPresent() && due.isAfter(attempts.getFirst().startedAt().plus(most.get()))) {
      given(retry, last, "Max duration limit exceeded");
      return false;
    }
    if (!tree.now().isBefore(due)) {
      return false;
    }
    timers.set(retry.id(), due);
    tree.setPhase(retry, NodePhase.RUNNING, "Backoff for " + wait.toSeconds() + "s");
    return true;
  }
}
