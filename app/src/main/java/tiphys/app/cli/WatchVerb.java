// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import java.io.IOException;
import java.util.Optional;
import tiphys.exporter.cluster.ClusterGateway;
import tiphys.exporter.cluster.LogRequest;
import tiphys.exporter.cluster.LogStream;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.run.RunSnapshot;

/** Follows a run on a cluster, or the lines that it prints. */
final class WatchVerb {
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
    Thread log =
        Thread.ofVirtual()
            .unstarted(() -> print(gateway, namespace, LogRequest.of(run).following()));
    if (isLogging) {
      log.start();
    }
    Outcome<RunSnapshot> end =
        new ClusterWatch(console, run, isTerminal).follow(gateway, namespace);
    if (end.refusal().isPresent()) {
      return access.refuse(end.refusal().get());
    }
    return ClusterWatch.status(end.result().orElseThrow());
  }

  int logs(Arguments arguments) {
    int count = arguments.words().size();
    if (count < 1 || count > 2) {
      return console.misused("one-run", "logs");
    }
    String namespace = ClusterAccess.namespace(arguments);
    String pod = count == 2 ? arguments.words().get(1) : "";
    return access.with(
        arguments,
        gateway -> {
          Outcome<String> run = access.run(gateway, namespace, arguments.words().getFirst());
          if (run.refusal().isPresent()) {
            return access.refuse(run.refusal().get());
          }
          return print(
              gateway,
              namespace,
              new LogRequest(
                  run.result().orElseThrow(),
                  pod,
                  arguments.last("-c").orElse(LogRequest.MAIN),
                  arguments.has("--follow")));
        });
  }

  private int print(ClusterGateway gateway, String namespace, LogRequest request) {
    Outcome<LogStream> opened = gateway.logs(namespace, request);
    if (opened.refusal().isPresent()) {
      return access.refuse(opened.refusal().get());
    }
    try (LogStream lines = opened.result().orElseThrow()) {
      Optional<LogStream.LogLine> line = lines.next();
      while (line.isPresent()) {
        console.out().println(line.get().pod() + ": " + line.get().text());
        line = lines.next();
      }
      return Console.GOOD;
    } catch (IOException _) {
      return console.trouble(Problem.refusal(ProblemCode.CLUSTER_BROKEN_OFF, gateway.address()));
    }
  }

  private static Problem notFound(String word) {
    return Problem.refusal(ProblemCode.CLUSTER_NOT_FOUND, word);
  }
}
