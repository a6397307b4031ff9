// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import tiphys.exporter.cluster.bed.PlayedNode;
import tiphys.exporter.cluster.connection.Connection;
import tiphys.exporter.cluster.connection.Target;
import tiphys.exporter.cluster.connection.TokenSource;
import tiphys.exporter.cluster.connection.Trust;
import tiphys.exporter.cluster.transport.Call;
import tiphys.exporter.cluster.transport.KubernetesTransport;

/**
 * A real cluster with Argo on this computer, where one lies beside the project: {@code kubeconfig},
 * whose namespace is the only one that Argo's controller works in; {@code argo-server} with the
 * address of an Argo Server, and {@code argo-token} where it wants a token. Whoever may must be
 * allowed to make namespaces, since each test has one of its own.
 */
public final class TestBed {
  private static final Path FOLDER =
      Path.of(System.getProperty("testbed", Path.of("..", "..", "shared", "testbed").toString()));
  private static final Path KUBECONFIG = FOLDER.resolve("kubeconfig");
  private static final Path SERVER = FOLDER.resolve("argo-server");
  private static final Path TOKEN = FOLDER.resolve("argo-token");
  private static final AtomicInteger NAMESPACES = new AtomicInteger();

  private TestBed() {}

  /** Begun with the first run that needs it; it ends with the tests. */
  private static final class Node {
    static final PlayedNode PLAYED = started();

    private static PlayedNode started() {
      PlayedNode node = PlayedNode.of(KUBECONFIG);
      Runtime.getRuntime().addShutdownHook(new Thread(node::close));
      return node;
    }
  }

  /**
   * The way to the namespace that the controller works in, with a node for its pods. Ends the test
   * where there is no test bed.
   */
  public static Connection withController(String name, ClusterTarget way) {
    onlyWith(way == ClusterTarget.KUBERNETES ? KUBECONFIG : SERVER);
    Node.PLAYED.isPlaying();
    return switch (way) {
      case KUBERNETES -> new Connection(name, context(), "");
      case ARGO_SERVER -> new Connection(name, server(), namespace());
    };
  }

  private static String namespace() {
    try (ClusterGateway hand = opened(FOLDER, context(), "")) {
      return hand.namespace();
    }
  }

  static ContractPlace kubernetes(Path folder) {
    onlyWith(KUBECONFIG);
    String namespace = newNamespace();
    return new HandledPlace(kubernetes(folder, namespace), kubernetes(folder, namespace));
  }

  static ContractPlace kubernetesWithController(Path folder) {
    onlyWith(KUBECONFIG);
    Node.PLAYED.isPlaying();
    return new HandledPlace(kubernetes(folder, ""), kubernetes(folder, ""));
  }

  /** Until the controller has done with the pods of a run: before, it mistakes new ones for old. */
  static void awaitRest(String run) {
    try {
      for (int i = 0; i < 200 && !Node.PLAYED.hasRest(run); i++) {
        Thread.sleep(100);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  static ContractPlace argoServer(Path folder) {
    onlyWith(SERVER);
    String namespace = newNamespace();
    return new HandledPlace(server(folder, namespace), kubernetes(folder, namespace));
  }

  static ContractPlace argoServerWithController(Path folder) {
    onlyWith(SERVER);
    Node.PLAYED.isPlaying();
    ClusterGateway hand = kubernetes(folder, "");
    return new HandledPlace(server(folder, hand.namespace()), hand);
  }

  private static void onlyWith(Path file) {
    if (!Files.exists(file)) {
      throw ContractPlace.skipped("no test bed");
    }
  }

  private static ClusterGateway kubernetes(Path folder, String namespace) {
    return opened(folder, context(), namespace);
  }

  private static Target.KubeContext context() {
    return new Target.KubeContext(Optional.of(KUBECONFIG.toAbsolutePath()), "");
  }

  private static ClusterGateway server(Path folder, String namespace) {
    return opened(folder, server(), namespace);
  }

  private static Target.ArgoServer server() {
    TokenSource token =
        Files.exists(TOKEN)
            ? new TokenSource.Command("cat '" + TOKEN.toAbsolutePath() + "'")
            : new TokenSource.None();
    return new Target.ArgoServer(URI.create(text(SERVER)), token, new Trust.Unverified());
  }

  private static ClusterGateway opened(Path folder, Target target, String namespace) {
    return ClusterFixture.done(
        new Clusters(folder, Map.of()).open(new Connection("bed", target, namespace)));
  }

  private static String newNamespace() {
    String name =
        "tiphys-%s-%d".formatted(ProcessHandle.current().pid(), NAMESPACES.incrementAndGet());
    ObjectNode namespace = ClusterMemory.json("{\"apiVersion\":\"v1\",\"kind\":\"Namespace\"}");
    namespace.putObject("metadata").put("name", name);
    try (KubernetesTransport transport =
        ClusterFixture.done(KubernetesTransport.to(context(), Map.of()))) {
      ClusterFixture.done(transport.send(Call.post("/api/v1/namespaces", namespace)));
    }
    return name;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
