// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.bed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import tiphys.exporter.cluster.connection.Target;
import tiphys.exporter.cluster.transport.Call;
import tiphys.exporter.cluster.transport.KubernetesTransport;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;

/**
 * Plays the scheduler and the node of a cluster that has neither: pods of one namespace are bound
 * to it and run, and what becomes of them is told as a kubelet and Argo's wait container tell it.
 */
public final class PlayedNode implements AutoCloseable, Kubelet.Pods {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final long BETWEEN_LOOKS_MILLIS = 50;

  private final KubernetesTransport transport;
  private final String name = "played-" + ProcessHandle.current().pid();
  private final Map<String, PlayedPod> pods = new ConcurrentHashMap<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Kubelet kubelet;

  private PlayedNode(KubernetesTransport transport) throws IOException {
    this.transport = transport;
    this.kubelet = new Kubelet(this);
  }

  /** Of the namespace of the kubeconfig's current context. */
  public static PlayedNode of(Path kubeconfig) {
    Target.KubeContext context = new Target.KubeContext(Optional.of(kubeconfig), "");
    try {
      PlayedNode node =
          new PlayedNode(KubernetesTransport.to(context, Map.of()).result().orElseThrow());
      node.register();
      Thread.ofVirtual().start(node::work);
      return node;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public boolean isPlaying() {
    return closed.getCount() > 0;
  }

  /** Whether the controller is done with every pod of a run. */
  public boolean hasRest(String run) {
    Call call = Call.get(podsPath()).with("labelSelector", "workflows.argoproj.io/workflow=" + run);
    return send(call).stream()
        .flatMap(list -> StreamSupport.stream(list.path("items").spliterator(), false))
        .map(pod -> pod.at("/metadata/labels/workflows.argoproj.io~1completed").asText())
        .allMatch("true"::equals);
  }

  /** Until its input ends. */
  public static void main(String... arguments) throws IOException {
    try (PlayedNode node = of(Path.of(arguments[0]))) {
      System.out.println(node.name + " plays");
      System.in.transferTo(java.io.OutputStream.nullOutputStream());
    }
  }

  @Override
  public Optional<Printed> printed(String pod, String container) {
    return pods.values().stream()
        .filter(each -> each.name().equals(pod))
        .findFirst()
        .flatMap(each -> each.printed(container));
  }

  @Override
  public void end(String pod) {
    pods.values().stream().filter(each -> each.name().equals(pod)).forEach(PlayedPod::end);
  }

  @Override
  public void close() {
    closed.countDown();
    pods.values().forEach(PlayedPod::end);
    send(Call.delete("/api/v1/nodes/" + name));
    kubelet.close();
    transport.close();
  }

  private void register() throws IOException {
    send(Call.delete("/api/v1/nodes/" + name));
    send(
        Call.post(
            "/api/v1/nodes",
            MAPPER.readTree(
                "{\"apiVersion\":\"v1\",\"kind\":\"Node\",\"metadata\":{\"name\":\"%s\"}}"
                    .formatted(name))));
    send(
        Call.mergePatch(
            "/api/v1/nodes/" + name + "/status",
            MAPPER.readTree(
                """
                {"status":{"addresses":[{"type":"InternalIP","address":"127.0.0.1"}],
                 "conditions":[{"type":"Ready","status":"True"}],
                 "daemonEndpoints":{"kubeletEndpoint":{"Port":%d}}}}
                """
                    .formatted(kubelet.port()))));
  }

  private void work() {
    try {
      while (!closed.await(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS)) {
        Optional<ObjectNode> listed = send(Call.get(podsPath()));
        for (JsonNode pod : listed.map(list -> list.path("items")).orElse(MAPPER.nullNode())) {
          pass((ObjectNode) pod);
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void pass(ObjectNode pod) throws IOException {
    String path = podsPath() + "/" + pod.at("/metadata/name").asText();
    String uid = pod.at("/metadata/uid").asText();
    String node = pod.at("/spec/nodeName").asText("");
    if (!node.isEmpty() && !node.equals(name)) {
      return;
    }
    if (pod.at("/metadata/deletionTimestamp").isTextual()) {
      Optional.ofNullable(pods.get(uid)).ifPresent(PlayedPod::end);
      send(Call.delete(path).with("gracePeriodSeconds", "0"));
    } else if (node.isEmpty()) {
      send(Call.post(path + "/binding", binding(pod)));
    } else if (!pods.containsKey(uid)) {
      PlayedPod played = new PlayedPod(pod);
      pods.put(uid, played);
      Thread.ofVirtual().start(() -> live(played, path));
    }
  }

  private JsonNode binding(ObjectNode pod) throws IOException {
    ObjectNode binding = MAPPER.createObjectNode();
    binding.put("apiVersion", "v1").put("kind", "Binding");
    binding.putObject("metadata").set("name", pod.at("/metadata/name"));
    binding.putObject("target").put("apiVersion", "v1").put("kind", "Node").put("name", name);
    return binding;
  }

  private void live(PlayedPod pod, String path) {
    try {
      pod.start();
      send(Call.mergePatch(path + "/status", pod.status(false)));
      pod.join();
      report(pod.result());
      send(Call.mergePatch(path + "/status", pod.status(true)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Of a step that is tried once more there is one already. */
  private void report(ObjectNode result) {
    String all = namespaced("/apis/argoproj.io/v1alpha1", "workflowtaskresults");
    send(Call.delete(all + "/" + result.at("/metadata/name").asText()));
    send(Call.post(all, result));
  }

  private String podsPath() {
    return namespaced("/api/v1", "pods");
  }

  private String namespaced(String api, String kind) {
    return api + "/namespaces/" + Call.part(transport.namespace()) + "/" + kind;
  }

  /** Empty where it is refused: what is not there any more needs nothing. */
  private Optional<ObjectNode> send(Call call) {
    Outcome<ObjectNode> sent =
        transport
            .send(call)
            .then(answer -> answer.object(transport.address(), ProblemCode.CLUSTER_NOT_FOUND));
    sent.refusal()
        .filter(why -> why.code() != ProblemCode.CLUSTER_NOT_FOUND)
        .ifPresent(why -> System.err.println(call.method() + " " + call.path() + ": " + why));
    return sent.result();
  }
}
