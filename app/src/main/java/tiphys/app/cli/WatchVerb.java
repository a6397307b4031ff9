// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import java.time.Duration;
import java.util.Optional;
import tiphys.exporter.cluster.ClusterGateway;
import tiphys.exporter.cluster.LogRequest;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.run.RunSnapshot;

/** Follows a run on a cluster, with the lines that it prints if they are wanted. */
final class WatchVerb {
  private static final Duration LAST_LINES = Duration.ofSeconds(5);

  private final Console console;
  private final ClusterAccess access;

  WatchVerb(ClusterAccess access) {
    this.console = access.console();
    this.access = access;
  }

  int watch(Arguments arguments) {
    if (arguments.words().size() != 1) {
      return console.misused("one-run", "watch");
    }
    String namespace = ClusterAccess.namespace(arguments);
    return access.with(
        arguments,
        gateway ->
            access
                .run(gateway, namespace, arguments.words().getFirst())
                .result()
                .map(run -> follow(gateway, namespace, run, arguments.has("--log")))
                .orElseGet(() -> access.refuse(notFound(arguments.words().getFirst()))));
  }

  /** Until it is over. */
  int follow(ClusterGateway gateway, String namespace, String run, boolean isLogging) {
    boolean isTerminal =
        !isLogging
            && Optional.ofNullable(System.console())
                .filter(java.io.Console::isTerminal)
                .isPresent();
    Optional<Thread> lines =
        isLogging ? Optional.of(print(gateway, namespace, run)) : Optional.empty();
    Outcome<RunSnapshot> end =
        new ClusterWatch(console, run, isTerminal).follow(gateway, namespace);
    if (end.refusal().isPresent()) {
      return access.refuse(end.refusal().get());
    }
    lines.ifPresent(WatchVerb::await);
    return ClusterWatch.status(end.result().orElseThrow());
  }

  private Thread print(ClusterGateway gateway, String namespace, String run) {
    LogRequest all = LogRequest.of(run).following();
    return Thread.ofVirtual().start(() -> new LogsVerb(access).print(gateway, namespace, all));
  }

  /** The last lines may come a little after the end of the run. */
  private static void await(Thread lines) {
    try {
      lines.join(LAST_LINES);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static Problem notFound(String word) {
    return Problem.refusal(ProblemCode.CLUSTER_NOT_FOUND, word);
  }
}
