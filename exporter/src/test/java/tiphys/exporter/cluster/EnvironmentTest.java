// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;

/** The variables of Argo's own command line lead where they lead there. */
final class EnvironmentTest {
  @TempDir Path folder;

  @Test
  void aServerWithoutTlsIsReachedWithItsTokenInItsNamespaceBelowItsPath() {
    try (ArgoServerDouble server = new ArgoServerDouble(Optional.empty())) {
      server.accept("t0ken");
      server.setBase("argo/");
      Map<String, String> all = new HashMap<>();
      all.put("ARGO_SERVER", "localhost:" + server.address().getPort());
      all.put("ARGO_SECURE", "false");
      all.put("ARGO_TOKEN", "Bearer t0ken");
      all.put("ARGO_NAMESPACE", "team");
      all.put("ARGO_BASE_HREF", "/argo/");

      assertEquals(Optional.empty(), listed(all).refusal());
      assertEquals(
          List.of("GET /argo/api/v1/workflows/team"),
          server.requests().stream().map(asked -> asked.replaceFirst("\\?.*", "")).toList());
      for (String needed : List.of("ARGO_TOKEN", "ARGO_BASE_HREF", "ARGO_SECURE")) {
        Map<String, String> fewer = new HashMap<>(all);
        fewer.remove(needed);
        assertTrue(listed(fewer).refusal().isPresent(), needed);
      }
    }
  }

  @Test
  void aServerIsVerifiedUnlessTheVariableSaysOtherwise() {
    try (ArgoServerDouble server =
        new ArgoServerDouble(Optional.of(Certificates.of("localhost").context()))) {
      Map<String, String> all = new HashMap<>();
      all.put("ARGO_SERVER", "localhost:" + server.address().getPort());
      assertEquals(
          Optional.of(ProblemCode.CLUSTER_CERTIFICATE_UNKNOWN),
          listed(all).refusal().map(Problem::code));

      all.put("ARGO_INSECURE_SKIP_VERIFY", "true");

      assertEquals(Optional.empty(), listed(all).refusal());
    }
  }

  @Test
  void aKubeconfigIsTakenWhereNoServerIsNamedAndTheNamespaceOfArgoCounts() throws IOException {
    try (KubernetesDouble server = new KubernetesDouble(Optional.empty())) {
      server.accept("t0ken");
      Path file = Files.writeString(folder.resolve("config"), server.kubeconfig("t0ken"));

      Outcome<?> listed = listed(Map.of("KUBECONFIG", file.toString(), "ARGO_NAMESPACE", "team"));

      assertEquals(Optional.empty(), listed.refusal());
      assertEquals(
          List.of("GET /apis/argoproj.io/v1alpha1/namespaces/team/workflows?limit=200"),
          server.requests());
    }
  }

  @Test
  void anArgoServerIsReachedThroughTheProxyOfTheEnvironment() {
    try (ArgoServerDouble proxy = new ArgoServerDouble(Optional.empty())) {
      Map<String, String> all = new HashMap<>();
      all.put("ARGO_SERVER", "argo.example:2746");
      all.put("ARGO_SECURE", "false");
      all.put("HTTP_PROXY", proxy.address().toString().replace("localhost", "127.0.0.1"));

      assertEquals(Optional.empty(), listed(all).refusal());
      assertTrue(proxy.requests().getFirst().startsWith("GET http://argo.example:2746/api/v1/"));

      all.put("NO_PROXY", ".example");
      assertEquals(
          Optional.of(ProblemCode.CLUSTER_UNKNOWN_HOST), listed(all).refusal().map(Problem::code));
    }
  }

  @Test
  void aKubeconfigThatNamesNoProxyIsReachedThroughThatOfTheEnvironment() throws IOException {
    try (KubernetesDouble proxy = new KubernetesDouble(Optional.empty())) {
      proxy.accept("t0ken");
      String text =
          proxy
              .kubeconfig("t0ken")
              .replace(proxy.address().toString(), "http://kubernetes.example:6443");
      Path file = Files.writeString(folder.resolve("config"), text);

      Outcome<?> listed =
          listed(
              Map.of(
                  "KUBECONFIG",
                  file.toString(),
                  "http_proxy",
                  proxy.address().toString().replace("localhost", "127.0.0.1")));

      assertEquals(Optional.empty(), listed.refusal());
    }
  }

  @Test
  void whatIsNoAddressIsSaid() {
    assertEquals(
        Optional.of(ProblemCode.CLUSTER_ADDRESS_WRONG),
        listed(Map.of("ARGO_SERVER", "argo example")).refusal().map(Problem::code));
  }

  private Outcome<?> listed(Map<String, String> environment) {
    Clusters clusters = new Clusters(folder, environment);
    Outcome<ClusterGateway> way = clusters.connection("").then(clusters::open);
    if (way.refusal().isPresent()) {
      return way;
    }
    try (ClusterGateway gateway = way.result().orElseThrow()) {
      return gateway.list(ArgoKind.WORKFLOW, "", ObjectFilter.ALL);
    }
  }
}
