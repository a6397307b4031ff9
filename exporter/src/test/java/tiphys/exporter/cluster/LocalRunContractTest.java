// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tiphys.exporter.cluster.status.RunReader;
import tiphys.exporter.cluster.status.WorkflowObject;
import tiphys.exporter.local.ActiveRun;
import tiphys.exporter.local.EngineChoice;
import tiphys.exporter.local.RunRequest;
import tiphys.exporter.local.ThisComputer;
import tiphys.model.run.NodeStatus;
import tiphys.model.run.RunSnapshot;
import tiphys.model.text.SourceText;
import tiphys.model.yaml.YamlTree;

/** A run on this computer, read as a cluster's status is read. */
final class LocalRunContractTest {
  private static final String WORKFLOW =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: Workflow
      metadata: {name: wf}
      spec:
        entrypoint: main
        templates:
        - name: main
          dag:
            tasks:
            - {name: a, template: work}
            - {name: b, template: work, depends: a, withItems: [x, y, 10]}
        - name: work
          container: {image: busybox, command: [echo]}
      """;

  @TempDir Path folder;

  @Test
  void theStatusOfARunHereReadsAsTheRunItself() throws Exception {
    RunRequest request =
        new RunRequest(
            YamlTree.parse(SourceText.of(WORKFLOW)),
            0,
            Map.of(),
            EngineChoice.SIMULATE,
            folder,
            Duration.ofMillis(1));
    ActiveRun run =
        ThisComputer.start(ThisComputer.preview(request).result().orElseThrow(), _ -> {});

    RunSnapshot here = run.await();
    RunSnapshot read =
        new RunReader()
            .read(new WorkflowObject(ClusterMemory.json(run.statusJson())))
            .result()
            .orElseThrow();

    assertEquals(here.workflowName(), read.workflowName());
    assertEquals(here.phase(), read.phase());
    assertEquals(here.nodes().keySet(), read.nodes().keySet());
    for (NodeStatus node : here.nodes().values()) {
      NodeStatus same = Optional.ofNullable(read.nodes().get(node.id())).orElseThrow();
      assertEquals(node.name(), same.name());
      assertEquals(node.phase(), same.phase());
      assertEquals(node.type(), same.type());
      assertEquals(node.boundaryId(), same.boundaryId());
      assertEquals(node.children(), same.children());
      assertEquals(node.inputs(), same.inputs());
    }
  }
}
