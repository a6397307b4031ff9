// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import tiphys.app.runs.LiveRun.Printed;
import tiphys.exporter.cluster.ClusterGateway;
import tiphys.exporter.cluster.LogRequest;
import tiphys.exporter.cluster.Pace;
import tiphys.exporter.cluster.RunLog;
import tiphys.exporter.cluster.status.PodContainers;
import tiphys.exporter.cluster.status.WorkflowObject;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.run.NodeIds;
import tiphys.model.run.NodePhase;
import tiphys.model.run.NodeStatus;
import tiphys.model.run.RunSnapshot;

/**
 * What pods print, copied into files as it comes: so it is read as what prints here is, and stays
 * while the run is shown, though its pods may be gone. Of pods that end while the run is watched
 * the newest lines are fetched though nobody looks. The node of the whole run has the lines of all
 * its pods.
 */
final class PodLogFiles {
  /** As many as the view of a log shows. */
  private static final int NEWEST_LINES = 10_000;

  private static final long MOST_KEPT_BYTES = 4L << 20;

  /** More would be a load on the cluster; more than this nobody reads one by one. */
  private static final int MOST_KEPT = 300;

  private static final int AT_ONCE = 4;

  private final RunPlace place;
  private final ClusterGateway gateway;
  private final Map<Place, LogCopy> copies = new HashMap<>();
  private final EndedPods ended = new EndedPods(MOST_KEPT);
  private final Semaphore turns = new Semaphore(AT_ONCE);
  private volatile Optional<WorkflowObject> workflow = Optional.empty();
  private volatile Optional<RunSnapshot> snapshot = Optional.empty();
  private Optional<Path> folder = Optional.empty();
  private boolean isClosed;

  /** Of a node that begins anew, as a retry has it, nothing is left that it printed before. */
  private record Place(String node, Optional<Instant> began, String container) {
    static Place of(NodeStatus node, String container) {
      return new Place(node.id(), node.startedAt(), container);
    }
  }

  PodLogFiles(RunPlace place, ClusterGateway gateway) {
    this.place = place;
    this.gateway = gateway;
  }

  /** Fetches what those have printed that have ended since the last time. */
  void heard(WorkflowObject run, RunSnapshot now) {
    workflow = Optional.of(run);
    snapshot = Optional.of(now);
    ended.in(now).forEach(this::keep);
  }

  /** Those of a pod, or of any pod for the node of the whole run. */
  List<String> containers(NodeStatus node) {
    if (node.type().equals("Container")) {
      return List.of(node.displayName());
    }
    boolean isPod = node.type().equals("Pod");
    return workflow
        .filter(_ -> isPod || isRun(node))
        .map(run -> isPod ? PodContainers.of(run, node.templateName()) : PodContainers.ofAll(run))
        .orElse(List.of(LogRequest.MAIN));
  }

  /** What has come of a node; begins to fetch it when it is first asked for. */
  synchronized Printed of(NodeStatus node, String container) {
    Optional<String> pod = pod(node);
    if (isClosed || pod.isEmpty() && !isRun(node)) {
      return Printed.of(Optional.empty(), true);
    }
    Place at = Place.of(node, container);
    LogCopy copy = copies.get(at);
    if (copy == null && isAwaited(node)) {
      return Printed.of(Optional.empty(), false);
    }
    if (copy == null || copy.hasFailed()) {
      LogRequest asked = withKept(request(pod).inContainer(container));
      copy = begin(at, node.phase().isFinished() ? asked : asked.following(), LogCopy.UNBOUNDED);
      copy.start();
    }
    return copy.printed();
  }

  /** A pod of the same name may still be there, of a try before. */
  private static boolean isAwaited(NodeStatus node) {
    return node.phase() == NodePhase.PENDING;
  }

  private boolean isRun(NodeStatus node) {
    return node.name().equals(place.name());
  }

  private LogRequest request(Optional<String> pod) {
    return LogRequest.of(place.name()).ofPod(pod.orElse(""));
  }

  private LogRequest withKept(LogRequest asked) {
    return workflow.flatMap(run -> snapshot.map(now -> asked.keptOf(run, now))).orElse(asked);
  }

  /** A container of a set is in the pod of the node that encloses it. */
  private Optional<String> pod(NodeStatus node) {
    return switch (node.type()) {
      case "Pod" -> Optional.of(podName(node));
      case "Container" ->
          snapshot
              .flatMap(now -> Optional.ofNullable(now.nodes().get(node.boundaryId())))
              .filter(around -> around.type().equals("Pod"))
              .flatMap(this::pod);
      default -> Optional.empty();
    };
  }

  String podName(NodeStatus node) {
    return workflow
        .map(run -> run.podName(node))
        .orElseGet(() -> NodeIds.podName(place.name(), node.name(), node.templateName()));
  }

  private void keep(NodeStatus node) {
    String container = containers(node).getFirst();
    LogRequest asked = withKept(request(pod(node)).inContainer(container).newest(NEWEST_LINES));
    begun(Place.of(node, container), asked)
        .ifPresent(
            copy ->
                Thread.ofVirtual()
                    .name("tiphys-log")
                    .start(
                        () -> {
                          turns.acquireUninterruptibly();
                          copy.fill();
                          turns.release();
                        }));
  }

  private synchronized Optional<LogCopy> begun(Place at, LogRequest asked) {
    return isClosed || copies.containsKey(at)
        ? Optional.empty()
        : Optional.of(begin(at, asked, MOST_KEPT_BYTES));
  }

  private LogCopy begin(Place at, LogRequest asked, long mostBytes) {
    RunLog log = new RunLog(gateway, place.namespace(), asked, Pace.USUAL);
    LogCopy copy = new LogCopy(log, asked.pod().isEmpty(), mostBytes);
    copies.put(at, copy);
    try {
      copy.into(Files.createTempFile(folder(), "pod-", ".log"));
    } catch (IOException _) {
      copy.end(Problem.refusal(ProblemCode.FILE_NOT_WRITTEN, "log", "IOException"));
    }
    return copy;
  }

  private Path folder() throws IOException {
    if (folder.isEmpty()) {
      folder = Optional.of(Files.createTempDirectory("tiphys-logs-"));
    }
    return folder.get();
  }

  synchronized void close() {
    isClosed = true;
    copies.values().forEach(LogCopy::close);
    folder.ifPresent(PodLogFiles::delete);
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder);
    } catch (IOException _) {
      // it lies among the temporary files, which the system clears
      return;
    }
  }
}
