// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tiphys.exporter.cluster.status.WorkflowObject;
import tiphys.exporter.cluster.transport.Call;
import tiphys.exporter.cluster.transport.LineStream;
import tiphys.exporter.cluster.transport.Transport;
import tiphys.model.problem.Outcome;
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
  private final BlockingQueue<Optional<LogLine>> lines = new LinkedBlockingQueue<>(MOST_WAITING);
  private final List<LineStream> open = new CopyOnWriteArrayList<>();
  private final Set<String> begun = new HashSet<>();
  private volatile boolean isClosed;

  private PodLogs(
      ClusterGateway gateway, Transport transport, String namespace, LogRequest request) {
    this.gateway = gateway;
    this.transport = transport;
    this.namespace = namespace;
    this.request = request;
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
      return lines.take();
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
      while (!isClosed) {
        boolean wasOver = !request.isFollowing() || isRunOver();
        follow(pods);
        if (wasOver) {
          break;
        }
        TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS.toMillis());
        pods = pods().result().orElse(List.of());
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
      boolean hasBegun = !pod.at("/status/phase").asText("Pending").equals("Pending");
      if (hasBegun && begun.add(name)) {
        Thread reader = Thread.ofVirtual().start(() -> copy(name));
        if (!request.isFollowing()) {
          reader.join();
        }
      }
    }
  }

  private void copy(String pod) {
    Call call =
        Call.get(podsPath() + "/" + Call.part(pod) + "/log")
            .with("container", request.container())
            .with("follow", request.isFollowing() ? "true" : "")
            .accepting("*/*");
    try (LineStream stream = transport.open(call).result().orElse(null)) {
      if (stream == null) {
        return;
      }
      open.add(stream);
      Optional<byte[]> line = stream.next();
      while (line.isPresent() && !isClosed) {
        lines.put(Optional.of(new LogLine(pod, new String(line.get(), StandardCharsets.UTF_8))));
        line = stream.next();
      }
    } catch (IOException _) {
      // a pod that is deleted takes its log along; the others go on
      return;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
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
