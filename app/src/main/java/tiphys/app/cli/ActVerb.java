// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tiphys.exporter.cluster.ArgoKind;
import tiphys.exporter.cluster.ClusterGateway;
import tiphys.exporter.cluster.CronState;
import tiphys.exporter.cluster.action.RetryPlan;
import tiphys.exporter.cluster.action.RunAction;
import tiphys.exporter.cluster.status.RunReader;
import tiphys.exporter.cluster.status.WorkflowObject;
import tiphys.model.problem.Outcome;

/** Does something with a run of a cluster. */
final class ActVerb {
  private final Console console;
  private final ClusterAccess access;

  ActVerb(ClusterAccess access) {
    this.console = access.console();
    this.access = access;
  }

  int execute(Verb verb, Arguments arguments) {
    Optional<Map<String, String>> parameters = access.parameters(arguments);
    if (parameters.isEmpty()) {
      return Console.TROUBLE;
    }
    if (arguments.words().size() != 1) {
      return console.misused("one-run", verb.word());
    }
    String namespace = ClusterAccess.namespace(arguments);
    return access.with(
        arguments,
        gateway -> {
          Outcome<String> run = access.run(gateway, namespace, arguments.words().getFirst());
          if (run.refusal().isPresent()) {
            return access.refuse(run.refusal().get());
          }
          String name = run.result().orElseThrow();
          return verb == Verb.DELETE
              ? delete(gateway, namespace, name)
              : act(gateway, namespace, name, action(verb, arguments, parameters.get()), arguments);
        });
  }

  private static RunAction action(Verb verb, Arguments arguments, Map<String, String> parameters) {
    String selector = arguments.last("--node-field-selector").orElse("");
    return switch (verb) {
      case SUSPEND -> new RunAction.Suspend();
      case RESUME -> new RunAction.Resume(selector, parameters);
      case STOP -> new RunAction.Stop(selector, arguments.last("--message").orElse(""));
      case TERMINATE -> new RunAction.Terminate();
      case RETRY ->
          new RunAction.Retry(
              selector,
              arguments.has("--restart-successful")
                  ? RunAction.Successful.RESTARTED
                  : RunAction.Successful.KEPT,
              parameters);
      case RESUBMIT ->
          new RunAction.Resubmit(
              arguments.has("--memoized") ? RunAction.Memoized.YES : RunAction.Memoized.NO,
              parameters);
      default -> throw new IllegalArgumentException(verb.word());
    };
  }

  private int act(
      ClusterGateway gateway,
      String namespace,
      String name,
      RunAction action,
      Arguments arguments) {
    if (action instanceof RunAction.Retry retry) {
      Outcome<RetryPlan> plan = plan(gateway, namespace, name, retry);
      if (plan.refusal().isPresent()) {
        return access.refuse(plan.refusal().get());
      }
      tell(plan.result().orElseThrow());
      if (arguments.has("--dry-run")) {
        return Console.GOOD;
      }
    }
    Outcome<WorkflowObject> done = gateway.act(namespace, name, action);
    if (done.refusal().isPresent()) {
      return access.refuse(done.refusal().get());
    }
    WorkflowObject run = done.result().orElseThrow();
    console.say("acted-" + word(action), name, run.name());
    if (action instanceof RunAction.Resubmit) {
      console.out().println(run.name());
    }
    return arguments.has("--watch")
        ? new WatchVerb(access).follow(gateway, namespace, run.name(), false)
        : Console.GOOD;
  }

  private static Outcome<RetryPlan> plan(
      ClusterGateway gateway, String namespace, String name, RunAction.Retry retry) {
    return gateway
        .get(ArgoKind.WORKFLOW, namespace, name)
        .then(found -> RunReader.unpacked(new WorkflowObject(found)))
        .then(whole -> RetryPlan.of(whole, retry));
  }

  private void tell(RetryPlan plan) {
    tell("retry-anew", plan.begunAnew());
    tell("retry-reopened", plan.reopened());
  }

  private void tell(String key, List<String> nodes) {
    console.say(key, nodes.size());
    nodes.forEach(node -> console.err().println("  " + node));
  }

  private int delete(ClusterGateway gateway, String namespace, String name) {
    Outcome<ObjectNode> done = gateway.delete(ArgoKind.WORKFLOW, namespace, name);
    if (done.refusal().isPresent()) {
      return access.refuse(done.refusal().get());
    }
    console.say("acted-delete", name);
    return Console.GOOD;
  }

  int cron(ClusterGateway gateway, String namespace, String word, String name) {
    CronState state = word.equals("suspend") ? CronState.SUSPENDED : CronState.ACTIVE;
    Outcome<ObjectNode> done = gateway.setCron(namespace, name, state);
    if (done.refusal().isPresent()) {
      return access.refuse(done.refusal().get());
    }
    console.say("acted-" + word, name);
    return Console.GOOD;
  }

  private static String word(RunAction action) {
    return switch (action) {
      case RunAction.Suspend _ -> "suspend";
      case RunAction.Resume _ -> "resume";
      case RunAction.Stop _ -> "stop";
      case RunAction.Terminate _ -> "terminate";
      case RunAction.Retry _ -> "retry";
      case RunAction.Resubmit _ -> "resubmit";
    };
  }
}
