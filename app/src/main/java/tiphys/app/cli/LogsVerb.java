// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import java.util.Optional;
import tiphys.exporter.cluster.ArgoKind;
import tiphys.exporter.cluster.ClusterGateway;
import tiphys.exporter.cluster.LogRequest;
import tiphys.exporter.cluster.LogStream.LogLine;
import tiphys.exporter.cluster.Pace;
import tiphys.exporter.cluster.RunLog;
import tiphys.exporter.cluster.status.RunReader;
import tiphys.exporter.cluster.status.WorkflowObject;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;

/** Prints the lines of a run's pods. */
final class LogsVerb {
  private final Console console;
  private final ClusterAccess access;

  LogsVerb(ClusterAccess access) {
    this.console = access.console();
    this.access = access;
  }

  int execute(Arguments arguments) {
    int count = arguments.words().size();
    if (count < 1 || count > 2) {
      return console.misused("one-run", "logs");
    }
    String tail = arguments.last("--tail").orElse("0");
    if (!tail.matches("\\d{1,9}")) {
      return console.misused("bad-tail", tail);
    }
    String namespace = ClusterAccess.namespace(arguments);
    String pod = count == 2 ? arguments.words().get(1) : "";
    LogRequest wish =
        LogRequest.of("")
            .ofPod(pod)
            .inContainer(arguments.last("-c").orElse(LogRequest.MAIN))
            .newest(Integer.parseInt(tail));
    return access.with(
        arguments,
        gateway -> {
          Outcome<LogRequest> request =
              access
                  .run(gateway, namespace, arguments.words().getFirst())
                  .then(run -> gateway.get(ArgoKind.WORKFLOW, namespace, run))
                  .then(run -> Outcome.done(withKept(wish, new WorkflowObject(run))));
          return request.refusal().isPresent()
              ? access.refuse(request.refusal().get())
              : print(
                  gateway,
                  namespace,
                  arguments.has("--follow")
                      ? request.result().orElseThrow().following()
                      : request.result().orElseThrow());
        });
  }

  private static LogRequest withKept(LogRequest wish, WorkflowObject run) {
    return new RunReader()
        .read(run)
        .result()
        .map(snapshot -> wish.keptOf(run, snapshot))
        .orElseGet(() -> wish.ofRun(run.name()));
  }

  /** To the end; a connection that breaks is made again, and that is said. */
  int print(ClusterGateway gateway, String namespace, LogRequest request) {
    try (RunLog log = new RunLog(gateway, namespace, request, Pace.USUAL)) {
      Optional<Problem> trouble = log.read(new Ear());
      return trouble.map(access::refuse).orElse(Console.GOOD);
    }
  }

  private final class Ear implements RunLog.Ear {
    @Override
    public void line(LogLine line) {
      console.out().println(line.pod() + ": " + line.text());
    }

    @Override
    public void interrupted(Problem why) {
      console.say("log-interrupted", console.messages().problem(why));
    }

    @Override
    public void live() {
      console.say("log-live");
    }
  }
}
