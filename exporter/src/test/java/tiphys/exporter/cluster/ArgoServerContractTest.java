// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tiphys.exporter.cluster.connection.Connection;
import tiphys.exporter.cluster.connection.Secret;
import tiphys.exporter.cluster.connection.Target;
import tiphys.exporter.cluster.connection.TokenSource;
import tiphys.exporter.cluster.connection.Trust;
import tiphys.model.problem.ProblemCode;

/** The contract through an Argo Server, and what only a server has. */
final class ArgoServerContractTest extends ClusterContract {
  @TempDir Path folder;
  private final ArgoServerDouble server = closing(new ArgoServerDouble(Optional.empty()));
  private ClusterGateway gateway = opened(new TokenSource.None(), Map.of());

  @BeforeEach
  void close() {
    closing(gateway);
  }

  @Override
  ClusterDouble server() {
    return server;
  }

  @Override
  ClusterGateway gateway() {
    return gateway;
  }

  @Test
  void theTestOfAConnectionSaysStepByStepWhatWorks() {
    assertEquals(
        List.of("REACHED", "ACCOUNT me", "VERSION v4.1.2", "LIST default"),
        told(gateway.check(ClusterGateway.PATIENCE, _ -> {})));
  }

  @Test
  void anArgoThatIsTooOldIsSaidToBe() {
    server.setVersion("v3.4.17");

    CheckStep last = gateway.check(ClusterGateway.PATIENCE, _ -> {}).getLast();

    assertEquals(CheckStep.Kind.VERSION, last.kind());
    assertEquals(
        Optional.of(ProblemCode.CLUSTER_ARGO_TOO_OLD), last.trouble().map(why -> why.code()));
  }

  @Test
  void theArchiveIsListedAndARunOfItIsGotByItsUid() {
    submitted("old");

    ObjectNode listed = done(gateway.archived("", ObjectFilter.ALL)).items().getFirst();
    String uid = listed.at("/metadata/uid").asText();
    assertEquals("old", done(gateway.archivedRun("", uid)).at("/metadata/name").asText());
    assertEquals(
        Optional.of(ProblemCode.CLUSTER_NOT_FOUND),
        gateway.archivedRun("", "none").refusal().map(why -> why.code()));
  }

  @Test
  void aTokenThatACommandPrintsIsRenewedWhenItExpiresAndTheWatchGoesOn() throws Exception {
    Path file = Files.writeString(folder.resolve("token"), "Bearer first\n");
    server.accept("first");
    gateway = closing(opened(new TokenSource.Command("cat '" + file + "'"), Map.of()));
    submitted("w");
    Heard heard = watch("w");
    heard.await(() -> heard.now().containsKey("w"));

    Files.writeString(file, "second");
    server.accept("second");
    server.breakNextStreams(StreamFault.UNAUTHORIZED);
    phase("w", "Running");
    phase("w", "Succeeded");

    heard.await(() -> heard.phase("w").equals("Succeeded"));
  }

  @Test
  void aTokenThatWasTypedIsKeptForTheUserAloneAndSent() throws Exception {
    Clusters clusters = new Clusters(folder, Map.of());
    done(clusters.secrets().keep("here", Secret.ofToken("Bearer typed")));
    server.accept("typed");

    ClusterGateway typed = closing(done(clusters.open(connection(new TokenSource.Kept()))));

    assertTrue(typed.list(ArgoKind.WORKFLOW, "", ObjectFilter.ALL).isDone());
    assertEquals(
        "rw-------",
        java.nio.file.attribute.PosixFilePermissions.toString(
            Files.getPosixFilePermissions(folder.resolve("secrets.json"))));
  }

  @Test
  void aTokenIsTakenFromAKubeconfig() throws Exception {
    server.accept("from-kubeconfig");
    Path file = folder.resolve("config");
    try (KubernetesDouble kubernetes = new KubernetesDouble(Optional.empty())) {
      Files.writeString(file, kubernetes.kubeconfig("from-kubeconfig"));
      Target.KubeContext context = new Target.KubeContext(Optional.of(file), "here");

      ClusterGateway taken = closing(opened(new TokenSource.OfContext(context), Map.of()));

      assertTrue(taken.list(ArgoKind.WORKFLOW, "", ObjectFilter.ALL).isDone());
    }
  }

  @Test
  void aTokenIsRequestedForAServiceAccount() throws Exception {
    server.accept("made-for-robot");
    Path file = folder.resolve("config");
    try (KubernetesDouble kubernetes = new KubernetesDouble(Optional.empty())) {
      Files.writeString(file, kubernetes.kubeconfig("any"));
      Target.KubeContext context = new Target.KubeContext(Optional.of(file), "here");

      ClusterGateway requested =
          closing(opened(new TokenSource.ServiceAccount(context, "default", "robot"), Map.of()));

      assertTrue(requested.list(ArgoKind.WORKFLOW, "", ObjectFilter.ALL).isDone());
    }
  }

  @Test
  void aCommandThatFailsIsNamedWithoutWhatItPrinted() {
    ClusterGateway failing =
        closing(opened(new TokenSource.Command("echo hush; exit 3"), Map.of()));

    var refused = failing.list(ArgoKind.WORKFLOW, "", ObjectFilter.ALL).refusal().orElseThrow();

    assertEquals(ProblemCode.CLUSTER_TOKEN_COMMAND_FAILED, refused.code());
    assertEquals("3", refused.arguments().getLast());
  }

  @Test
  void theEnvironmentOfArgosOwnCommandLineIsAConnection() {
    server.accept("t0ken");
    Map<String, String> environment =
        Map.of(
            "ARGO_SERVER",
            "localhost:" + server.address().getPort(),
            "ARGO_SECURE",
            "false",
            "ARGO_TOKEN",
            "Bearer t0ken",
            "ARGO_NAMESPACE",
            "default");
    Clusters clusters = new Clusters(folder, environment);

    ClusterGateway found = closing(done(clusters.connection("").then(clusters::open)));

    assertTrue(found.list(ArgoKind.WORKFLOW, "", ObjectFilter.ALL).isDone());
  }

  static List<String> told(List<CheckStep> steps) {
    return steps.stream()
        .map(
            step ->
                step.kind()
                    + (step.kind() == CheckStep.Kind.REACHED ? "" : " " + step.found())
                    + step.trouble().map(why -> "!" + why.code()).orElse(""))
        .map(String::strip)
        .toList();
  }

  private Connection connection(TokenSource token) {
    return new Connection(
        "here", new Target.ArgoServer(server.address(), token, new Trust.OfSystem()), "");
  }

  private ClusterGateway opened(TokenSource token, Map<String, String> environment) {
    return done(new Clusters(Path.of("none"), environment).open(connection(token)));
  }
}
