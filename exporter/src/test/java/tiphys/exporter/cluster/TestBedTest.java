// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import tiphys.exporter.cluster.connection.Target;

/** What holds of a real cluster with Argo on this computer, where its kubeconfig lies there. */
final class TestBedTest {
  private static final Path KUBECONFIG = Path.of("..", "..", "shared", "testbed", "kubeconfig");

  @TempDir Path folder;

  @BeforeEach
  void onlyWithATestBed() {
    assumeTrue(Files.exists(KUBECONFIG), "skipped: no test bed");
  }

  @Test
  void everyStepOfTheTestOfAConnectionIsGood() {
    try (ClusterGateway gateway = gateway()) {
      List<CheckStep> steps = gateway.check(ClusterGateway.PATIENCE, _ -> {});
      assertTrue(steps.stream().allMatch(CheckStep::isGood), steps.toString());
    }
  }

  @Test
  void aRunIsSubmittedAndWatchedToItsEnd() {
    try (ClusterGateway gateway = gateway()) {
      String name =
          ClusterContract.done(gateway.create(ArgoKind.WORKFLOW, "", suspended(), Trial.REAL))
              .at("/metadata/name")
              .asText();
      Heard heard = new Heard();
      try (RunWatch _ =
          RunWatch.start(gateway, "", ObjectFilter.named(name), heard, ClusterContract.QUICK)) {
        heard.await(() -> heard.phase(name).equals("Succeeded"));
      }
      ClusterContract.done(gateway.delete(ArgoKind.WORKFLOW, "", name));
    }
  }

  /** Needs no pod and no image: the controller alone brings it to its end. */
  private static ObjectNode suspended() {
    return ClusterMemory.json(
        """
        {"metadata":{"generateName":"tiphys-"},"spec":{"entrypoint":"main",
         "templates":[{"name":"main","suspend":{"duration":"1"}}]}}
        """);
  }

  private ClusterGateway gateway() {
    Connection connection =
        new Connection("bed", new Target.KubeContext(Optional.of(KUBECONFIG), ""), "");
    return ClusterContract.done(new Clusters(folder, Map.of()).open(connection));
  }
}
