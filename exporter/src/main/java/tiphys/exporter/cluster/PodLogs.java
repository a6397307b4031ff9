// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tiphys.exporter.cluster.status.WorkflowObject;
import tiphys.exporter.cluster.transport.Call;
import tiphys.exporter.cluster.transport.LineStream;
import tiphys.exporter.cluster.transport.Transport;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;

/**
 * Lines of a run's pods, read pod by pod where no Argo Server puts them together. While it follows,
 * pods that come later are looked for; the lines of pods that run at the same time are mixed as
 * they come.
 */
final class PodLogs implements LogStream {
  private static final String WORKFLOW = "workflows.argoproj.io/workflow";

  /** New pods take a second to start, so they are not looked for more often. */
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

  private static final int MOST_WAITING = 10_000;

  private final ClusterGateway gateway;
  private final Transport transport;
  private final String namespace;
  private final LogRequest request;
  private final PodContainer container;
  private final BlockingQueue<Optional<LogLine>> lines = new LinkedBlockingQueue<>(MOST_WAITING);
  private final List<Thread> readers = new ArrayList<>();
  private final List<LineStream> open = new CopyOnWriteArrayList<>();
  private final Set<String> begun = ConcurrentHashMap.newKeySet();

  /** Pods whose lines came to an end; where one still runs, its stream was cut. */
  private final Set<String> ended = ConcurrentHashMap.newKeySet();

  private volatile boolean isClosed;
  private volatile boolean isBroken;

  private PodLogs(
      ClusterGateway gateway, Transport transport, String namespace, LogRequest request) {
    this.gateway = gateway;
    this.transport = transport;
    this.namespace = namespace;
    this.request = request;
    this.container = new PodContainer(request.container());
  }

  /** Refused where there is no such run, or its pods may not be seen. */
  static Outcome<LogStream> open(
      ClusterGateway gateway, Transport transport, String namespace, LogRequest request) {
    PodLogs logs = new PodLogs(gateway, transport, namespace, request);
    return gateway
        .get(ArgoKind.WORKFLOW, namespace, request.run())
        .then(_ -> logs.pods())
        .then(
            first -> {
              Thread.ofVirtual().start(() -> logs.read(first));
              return Outcome.done(logs);
            });
  }

  @Override
  public Optional<LogLine> next() throws IOException {
    try {
      Optional<LogLine> line = lines.take();
      if (line.isEmpty() && isBroken) {
        throw new IOException("a stream broke");
      }
      return line;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    isClosed = true;
    open.forEach(LineStream::close);
    lines.clear();
    lines.offer(Optional.empty());
  }

  private void read(List<ObjectNode> first) {
    try {
      List<ObjectNode> pods = first;
      while (!isClosed && !isBroken) {
        boolean wasOver = !request.isFollowing() || isRunOver();
        follow(pods);
        if (wasOver) {
          break;
        }
        TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS.toMillis());
        pods = pods().result().orElse(List.of());
      }
      for (Thread reader : readers) {
        reader.join();
      }
      lines.put(Optional.empty());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Pods that have begun, side by side while following, else one after the other. */
  private void follow(List<ObjectNode> pods) throws InterruptedException {
    for (ObjectNode pod : pods) {
      String name = pod.at("/metadata/name").asText("");
      if (ended.contains(name) && container.isRunning(pod)) {
        breakOff();
        return;
      }
      if (container.hasBegun(pod) && begun.add(name)) {
        Thread reader = Thread.ofVirtual().start(() -> copy(name));
        readers.add(reader);
        if (!request.isFollowing()) {
          reader.join();
        }
      }
    }
  }

  private void copy(String pod) {
    try {
      switch (transport.open(call(pod))) {
        case Outcome.Done<LineStream>(LineStream stream) -> copy(pod, stream);
        case Outcome.Refused<LineStream>(Problem why) -> refused(pod, why);
      }
    } catch (IOException _) {
      breakOff();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private Call call(String pod) {
    return Call.get(podsPath() + "/" + Call.part(pod) + "/log")
        .with("container", request.container())
        .with("follow", request.isFollowing() ? "true" : "")
        .with("timestamps", "true")
        .with("tailLines", request.newest() > 0 ? String.valueOf(request.newest()) : "")
        .with("sinceTime", since(pod))
        .accepting("*/*");
  }

  /** Whole seconds: the kubelet knows no finer ones. */
  private String since(String pod) {
    return Optional.ofNullable(request.known().get(pod))
        .map(at -> at.truncatedTo(ChronoUnit.SECONDS).toString())
        .orElse("");
  }

  private void copy(String pod, LineStream stream) throws IOException, InterruptedException {
    try (stream) {
      open.add(stream);
      Optional<byte[]> line = stream.next();
      while (line.isPresent() && !isClosed) {
        String text = new String(line.get(), StandardCharsets.UTF_8);
        lines.put(Optional.of(LogLine.timed(pod, text)));
        line = stream.next();
      }
      ended.add(pod);
    } finally {
      open.remove(stream);
    }
  }

  /** A container that waits to start is asked again; a pod that is gone takes its log along. */
  private void refused(String pod, Problem why) throws InterruptedException {
    if (RunLog.isPassing(why)) {
      breakOff();
    } else if (why.code() != ProblemCode.CLUSTER_NOT_FOUND) {
      begun.remove(pod);
    }
  }

  /** Whoever reads opens everything anew, from where it is. */
  private void breakOff() {
    if (!isClosed) {
      isBroken = true;
      lines.clear();
      lines.offer(Optional.empty());
    }
  }

  private boolean isRunOver() {
    return gateway
        .get(ArgoKind.WORKFLOW, namespace, request.run())
        .result()
        .map(found -> new WorkflowObject(found).isFinished())
        .orElse(true);
  }

  /** In order of their start. */
  private Outcome<List<ObjectNode>> pods() {
    return transport
        .send(Call.get(podsPath()).with("labelSelector", WORKFLOW + "=" + request.run()))
        .then(answer -> answer.object(transport.address(), ProblemCode.CLUSTER_NOT_FOUND))
        .then(answer -> Outcome.done(Listing.of(answer).items()))
        .then(
            pods ->
                Outcome.done(
                    pods.stream()
                        .filter(pod -> isMeant(pod.at("/metadata/name")))
                        .sorted(
                            java.util.Comparator.comparing(
                                pod -> pod.at("/metadata/creationTimestamp").asText("")))
                        .toList()));
  }

  private boolean isMeant(JsonNode name) {
    return request.pod().isEmpty() || name.asText("").equals(request.pod());
  }

  private String podsPath() {
    return "/api/v1/namespaces/" + Call.part(namespace) + "/pods";
  }
}
