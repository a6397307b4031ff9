// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import tiphys.exporter.cluster.connection.Connection;
import tiphys.exporter.cluster.connection.Target;

/**
 * The mock server of the client that everybody uses, with Argo's own definitions of its kinds. It
 * streams by web socket alone, so runs are watched there by polling. One for all tests: each has a
 * namespace of its own.
 */
final class MockKubernetes {
  private static final Path DEFINITIONS = Path.of("..", "..", "shared", "argo", "crds");

  /** Held on to, since the logging of the JDK forgets what nobody holds. */
  private static final Logger LOG = Logger.getLogger(MockWebServer.class.getName());

  private static final AtomicInteger NAMESPACES = new AtomicInteger();

  private MockKubernetes() {}

  /** Begun with the first test that needs it; it ends with the tests. */
  private static final class Running {
    static final KubernetesMockServer SERVER = started();

    private static KubernetesMockServer started() {
      LOG.setLevel(Level.WARNING);
      KubernetesMockServer server =
          new KubernetesMockServer(
              new Context(),
              new MockWebServer(),
              new HashMap<>(),
              new KubernetesCrudDispatcher(),
              false);
      server.init();
      try (KubernetesClient client = server.createClient();
          Stream<Path> files = Files.list(DEFINITIONS)) {
        for (Path file : files.sorted().toList()) {
          try (InputStream in = Files.newInputStream(file)) {
            client.apiextensions().v1().customResourceDefinitions().load(in).create();
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return server;
    }
  }

  static ContractPlace open(Path folder) {
    if (!Files.isDirectory(DEFINITIONS)) {
      throw ContractPlace.skipped("Argo's definitions of its kinds are not beside this folder");
    }
    String config =
        """
        apiVersion: v1
        kind: Config
        current-context: mock
        clusters: [{name: mock, cluster: {server: "http://localhost:%d"}}]
        users: [{name: me, user: {token: t}}]
        contexts: [{name: mock, context: {cluster: mock, user: me, namespace: default}}]
        """
            .formatted(Running.SERVER.getPort());
    try {
      Path file = Files.writeString(folder.resolve("mock-config"), config);
      String namespace = "test-" + NAMESPACES.incrementAndGet();
      return new HandledPlace(to(file, folder, namespace), to(file, folder, namespace));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ClusterGateway to(Path file, Path folder, String namespace) {
    Target target = new Target.KubeContext(Optional.of(file), "mock");
    return ClusterFixture.done(
        new Clusters(folder, Map.of()).open(new Connection("mock", target, namespace)));
  }
}
