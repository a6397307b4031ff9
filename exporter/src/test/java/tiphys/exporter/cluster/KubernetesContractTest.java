// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tiphys.exporter.cluster.action.RunAction;
import tiphys.exporter.cluster.connection.Connection;
import tiphys.exporter.cluster.connection.Target;
import tiphys.model.problem.ProblemCode;

/** What only the way straight through the Kubernetes API has. */
final class KubernetesContractTest extends ClusterFixture {
  KubernetesContractTest() {
    super(ContractTarget.KUBERNETES_DOUBLE);
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
    ((KubernetesDouble) server()).removeArgo();

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
  void aVersionThatIsForgottenBetweenTwoPagesIsNoTrouble() {
    for (int i = 0; i < 250; i++) {
      submitted("run-" + i);
    }
    server().refuseNext("continue=200", 410, "application/json", "{\"kind\":\"Status\"}");

    assertEquals(250, done(gateway().list(ArgoKind.WORKFLOW, "", ObjectFilter.ALL)).items().size());
    assertEquals(
        List.of("limit=200", "limit=200&continue=200", ""),
        server().requests().stream()
            .filter(asked -> asked.startsWith("GET") && asked.contains("/workflows"))
            .map(asked -> asked.contains("?") ? asked.substring(asked.indexOf('?') + 1) : "")
            .toList());
  }

  @Test
  void anActionThatTheControllerIsQuickerThanIsTriedAgain() {
    submitted("flow");
    change("flow", run -> withStatus(run, FAILED));
    server()
        .memory()
        .beforeNextUpdate(
            () ->
                change(
                    "flow",
                    run -> {
                      run.withObject("/metadata").putObject("labels").put("archived", "yes");
                      return run;
                    }));

    done(gateway().act("", "flow", new RunAction.Retry("", RunAction.Successful.KEPT, Map.of())));

    assertEquals("yes", stored("flow").at("/metadata/labels/archived").asText());
    assertEquals("Running", stored("flow").at("/status/nodes/flow/phase").asText());
  }

  @Test
  void thereIsNoArchiveWithoutAServer() {
    assertRefused(ProblemCode.CLUSTER_NEEDS_SERVER, gateway().archived("", ObjectFilter.ALL));
  }

  @Test
  void artifactsAreHandedOutByAServerOnly() {
    assertRefused(
        ProblemCode.CLUSTER_ARTIFACT_NEEDS_SERVER,
        gateway()
            .artifact("", new ArtifactPlace("run", "", "n", ArtifactPlace.Side.OUTPUT, "x"), ""));
  }

  @Test
  void aContextThatIsNotThereIsNamedWithThoseThatAre() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("other"), ((KubernetesDouble) server()).kubeconfig("token"));

    var refused =
        new Clusters(folder, Map.of())
            .open(new Connection("x", new Target.KubeContext(Optional.of(file), "elsewhere"), ""))
            .refusal()
            .orElseThrow();

    assertEquals(ProblemCode.KUBECONFIG_NO_CONTEXT, refused.code());
    assertEquals(List.of("elsewhere", "here"), refused.arguments());
  }
}
