// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import tiphys.exporter.cluster.LogStream.LogLine;
import tiphys.exporter.cluster.status.WorkflowObject;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;

/**
 * Reads the lines of a run to their end, whatever happens on the way: a stream that breaks, or ends
 * before the run does, is opened again, and each line is told once.
 */
public final class RunLog implements AutoCloseable {
  /** What may be otherwise in a minute. */
  private static final Set<ProblemCode> PASSING =
      EnumSet.of(
          ProblemCode.CLUSTER_BROKEN_OFF,
          ProblemCode.CLUSTER_UNREACHABLE,
          ProblemCode.CLUSTER_UNKNOWN_HOST,
          ProblemCode.CLUSTER_SLOW,
          ProblemCode.CLUSTER_BUSY,
          ProblemCode.CLUSTER_FAILED);

  /** Who does not wait for lines to come does not wait for ever for a cluster that is down. */
  private static final int MOST_TRIES = 5;

  private final ClusterGateway gateway;
  private final String namespace;
  private final LogRequest request;
  private final Pace pace;
  private final LogPosition position = new LogPosition();
  private final Set<String> heard = new HashSet<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile Optional<LogStream> stream = Optional.empty();
  private int failures;
  private boolean isInterrupted;

  /** Hears of the lines, on the thread that reads. */
  public interface Ear {
    void line(LogLine line);

    /** It is tried again. */
    void interrupted(Problem why);

    /** What comes is new again. */
    void live();
  }

  public RunLog(ClusterGateway gateway, String namespace, LogRequest request, Pace pace) {
    this.gateway = gateway;
    this.namespace = namespace;
    this.request = request;
    this.pace = pace;
  }

  static boolean isPassing(Problem why) {
    return PASSING.contains(why.code());
  }

  /**
   * Blocks until the end, or until it is closed; answers with why there is no end. Of pods that
   * told nothing, since they are gone, the lines come that Argo has kept of them.
   */
  public Optional<Problem> read(Ear ear) {
    Optional<Problem> end = stream(ear);
    boolean isOver =
        end.filter(why -> why.code() != ProblemCode.CLUSTER_NOT_FOUND).isEmpty() && !isClosed();
    return isOver && !isEveryPodHeard() ? readKept(ear) : end;
  }

  private boolean isEveryPodHeard() {
    return heard.containsAll(request.kept().keySet());
  }

  private Optional<Problem> readKept(Ear ear) {
    KeptLog kept = new KeptLog(gateway, namespace, request.newest(), this::isClosed);
    for (Map.Entry<String, ArtifactPlace> each : request.kept().entrySet()) {
      String pod = each.getKey();
      Optional<Problem> trouble =
          heard.contains(pod) || isClosed()
              ? Optional.empty()
              : kept.read(
                  each.getValue(), line -> ear.line(new LogLine(pod, line, Optional.empty())));
      if (trouble.isPresent()) {
        return trouble;
      }
    }
    return Optional.empty();
  }

  private Optional<Problem> stream(Ear ear) {
    try {
      while (!isClosed()) {
        position.readAgain();
        Outcome<LogStream> opened = gateway.logs(namespace, request.after(position.times()));
        Optional<Problem> end =
            opened.refusal().or(() -> readStream(opened.result().orElseThrow(), ear));
        boolean isGivenUp = !request.isFollowing() && failures >= MOST_TRIES;
        if (end.isEmpty() || isGivenUp || !isPassing(end.get())) {
          return end;
        }
        pause(end.get(), ear);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return Optional.empty();
  }

  private Optional<Problem> readStream(LogStream lines, Ear ear) {
    stream = Optional.of(lines);
    try (lines) {
      Optional<LogLine> line = isClosed() ? Optional.empty() : lines.next();
      while (line.isPresent()) {
        resumed(ear);
        if (position.takes(line.get())) {
          heard.add(line.get().pod());
          ear.line(line.get());
        }
        line = lines.next();
      }
      return request.isFollowing() && !isClosed() ? unlessOver() : Optional.empty();
    } catch (IOException _) {
      return Optional.of(brokenOff());
    }
  }

  /** A stream that ends while the run goes on was cut by somebody on the way. */
  private Optional<Problem> unlessOver() {
    return switch (gateway.get(ArgoKind.WORKFLOW, namespace, request.run())) {
      case Outcome.Done<ObjectNode>(ObjectNode run) ->
          new WorkflowObject(run).isFinished() ? Optional.empty() : Optional.of(brokenOff());
      case Outcome.Refused<ObjectNode>(Problem why) ->
          why.code() == ProblemCode.CLUSTER_NOT_FOUND ? Optional.empty() : Optional.of(why);
    };
  }

  private Problem brokenOff() {
    return Problem.refusal(ProblemCode.CLUSTER_BROKEN_OFF, gateway.address());
  }

  private void resumed(Ear ear) {
    failures = 0;
    if (isInterrupted) {
      isInterrupted = false;
      ear.live();
    }
  }

  private void pause(Problem why, Ear ear) throws InterruptedException {
    if (isClosed()) {
      return;
    }
    if (!isInterrupted) {
      isInterrupted = true;
      ear.interrupted(why);
    }
    failures++;
    if (closed.await(pace.after(failures).toMillis(), TimeUnit.MILLISECONDS)) {
      stream = Optional.empty();
    }
  }

  private boolean isClosed() {
    return closed.getCount() == 0;
  }

  @Override
  public void close() {
    closed.countDown();
    stream.ifPresent(LogStream::close);
  }
}
