// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tiphys.exporter.cluster.action.RunAction;
import tiphys.exporter.cluster.connection.Connection;
import tiphys.exporter.cluster.connection.Target;

/**
 * The Kubernetes way against the mock server of the client that everybody uses, with Argo's own
 * definitions of its kinds. It streams by web socket alone, so runs are watched there by polling.
 */
final class MockKubernetesTest {
  private static final Path DEFINITIONS = Path.of("..", "..", "shared", "argo", "crds");
  private static final KubernetesMockServer SERVER =
      new KubernetesMockServer(
          new Context(),
          new MockWebServer(),
          new HashMap<>(),
          new KubernetesCrudDispatcher(),
          false);

  /** Held on to, since the logging of the JDK forgets what nobody holds. */
  private static final Logger LOG = Logger.getLogger(MockWebServer.class.getName());

  @TempDir Path folder;
  private Optional<ClusterGateway> gateway = Optional.empty();

  @BeforeAll
  static void start() throws IOException {
    LOG.setLevel(Level.WARNING);
    SERVER.init();
    try (KubernetesClient client = SERVER.createClient();
        Stream<Path> files = Files.list(DEFINITIONS)) {
      for (Path file : files.sorted().toList()) {
        try (InputStream in = Files.newInputStream(file)) {
          client.apiextensions().v1().customResourceDefinitions().load(in).create();
        }
      }
    }
  }

  @AfterAll
  static void stop() {
    SERVER.destroy();
  }

  @BeforeEach
  void open() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("config"),
            """
            apiVersion: v1
            kind: Config
            current-context: mock
            clusters: [{name: mock, cluster: {server: "http://localhost:%d"}}]
            users: [{name: me, user: {token: t}}]
            contexts: [{name: mock, context: {cluster: mock, user: me, namespace: default}}]
            """
                .formatted(SERVER.getPort()));
    Connection connection =
        new Connection("mock", new Target.KubeContext(Optional.of(file), "mock"), "");
    gateway = Optional.of(ClusterFixture.done(new Clusters(folder, Map.of()).open(connection)));
  }

  @AfterEach
  void close() {
    gateway().close();
  }

  @ParameterizedTest
  @EnumSource(ArgoKind.class)
  void everyKindIsCreatedChangedListedAndDeleted(ArgoKind kind) {
    ObjectNode made =
        ClusterFixture.done(gateway().create(kind, "", ClusterFixture.workflow("one"), Trial.REAL));
    made.withObject("/spec").put("entrypoint", "other");

    ObjectNode changed = ClusterFixture.done(gateway().update(kind, "", made));

    assertEquals("other", changed.at("/spec/entrypoint").asText());
    assertEquals(List.of("one"), names(kind));
    ClusterFixture.done(gateway().delete(kind, "", "one"));
    assertEquals(List.of(), names(kind));
  }

  @Test
  void aRunIsSuspendedAndStopped() {
    submitted("a");

    ClusterFixture.done(gateway().act("", "a", new RunAction.Suspend()));
    ClusterFixture.done(gateway().act("", "a", new RunAction.Stop("", "")));

    assertTrue(get("a").at("/spec/suspend").asBoolean());
    assertEquals("Stop", get("a").at("/spec/shutdown").asText());
  }

  @Test
  void aRunThatFailedIsTakenUpAgain() {
    submitted("flow");
    phase("flow", ClusterFixture.FAILED);

    ClusterFixture.done(
        gateway().act("", "flow", new RunAction.Retry("", RunAction.Successful.KEPT, Map.of())));

    assertTrue(get("flow").at("/status/nodes/flow-b").isMissingNode());
    assertEquals("Running", get("flow").at("/status/nodes/flow/phase").asText());
  }

  @Test
  void aRunIsWatchedToItsEndWithoutAStream() {
    submitted("w");
    Heard heard = new Heard();
    try (RunWatch _ =
        RunWatch.start(gateway(), "", ObjectFilter.named("w"), heard, ClusterFixture.QUICK)) {
      heard.await(() -> heard.now().containsKey("w"));

      phase("w", "{\"phase\":\"Running\"}");
      heard.await(() -> heard.phase("w").equals("Running"));
      phase("w", "{\"phase\":\"Succeeded\"}");

      heard.await(() -> heard.phase("w").equals("Succeeded"));
      ClusterFixture.done(gateway().delete(ArgoKind.WORKFLOW, "", "w"));
      heard.await(() -> heard.now().isEmpty());
    }
  }

  /** Of those that this test makes; the others of the class live in the same server. */
  private List<String> names(ArgoKind kind) {
    return ClusterFixture.done(gateway().list(kind, "", ObjectFilter.ALL)).items().stream()
        .map(item -> item.at("/metadata/name").asText())
        .filter("one"::equals)
        .toList();
  }

  private void submitted(String name) {
    ClusterFixture.done(
        gateway().create(ArgoKind.WORKFLOW, "", ClusterFixture.workflow(name), Trial.REAL));
  }

  private void phase(String name, String status) {
    ClusterFixture.done(
        gateway().update(ArgoKind.WORKFLOW, "", ClusterFixture.withStatus(get(name), status)));
  }

  private ObjectNode get(String name) {
    return ClusterFixture.done(gateway().get(ArgoKind.WORKFLOW, "", name));
  }

  private ClusterGateway gateway() {
    return gateway.orElseThrow();
  }
}
