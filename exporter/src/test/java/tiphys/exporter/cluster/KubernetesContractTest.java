// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tiphys.exporter.cluster.connection.Connection;
import tiphys.exporter.cluster.connection.Target;
import tiphys.model.problem.ProblemCode;

/** The contract straight through the Kubernetes API. */
final class KubernetesContractTest extends ClusterContract {
  @TempDir Path folder;
  private final KubernetesDouble server = closing(new KubernetesDouble(Optional.empty()));
  private Optional<ClusterGateway> gateway = Optional.empty();

  @BeforeEach
  void open() throws IOException {
    Path file = Files.writeString(folder.resolve("config"), server.kubeconfig("token"));
    Connection connection =
        new Connection("here", new Target.KubeContext(Optional.of(file), ""), "");
    gateway = Optional.of(closing(done(new Clusters(folder, Map.of()).open(connection))));
  }

  @Override
  ClusterDouble server() {
    return server;
  }

  @Override
  ClusterGateway gateway() {
    return gateway.orElseThrow();
  }

  @Test
  void theTestOfAConnectionSaysStepByStepWhatWorks() {
    assertEquals(
        List.of(
            "REACHED",
            "ACCOUNT system:serviceaccount:default:me",
            "VERSION",
            "LIST default",
            "WATCH default",
            "CREATE default",
            "DELETE !CLUSTER_ACCESS_DENIED",
            "LOGS default"),
        ArgoServerContractTest.told(gateway().check(ClusterGateway.PATIENCE, _ -> {})));
  }

  @Test
  void aClusterWithoutArgoIsSaidToHaveNone() {
    server.removeArgo();

    assertRefused(
        ProblemCode.CLUSTER_WITHOUT_ARGO, gateway().list(ArgoKind.WORKFLOW, "", ObjectFilter.ALL));
    assertEquals(
        Optional.of(ProblemCode.CLUSTER_WITHOUT_ARGO),
        gateway()
            .check(ClusterGateway.PATIENCE, _ -> {})
            .getLast()
            .trouble()
            .map(why -> why.code()));
  }

  @Test
  void thereIsNoArchiveWithoutAServer() {
    assertRefused(ProblemCode.CLUSTER_NEEDS_SERVER, gateway().archived("", ObjectFilter.ALL));
  }

  @Test
  void aContextThatIsNotThereIsNamedWithThoseThatAre() throws IOException {
    Path file = Files.writeString(folder.resolve("other"), server.kubeconfig("token"));

    var refused =
        new Clusters(folder, Map.of())
            .open(new Connection("x", new Target.KubeContext(Optional.of(file), "elsewhere"), ""))
            .refusal()
            .orElseThrow();

    assertEquals(ProblemCode.KUBECONFIG_NO_CONTEXT, refused.code());
    assertEquals(List.of("elsewhere", "here"), refused.arguments());
  }
}
