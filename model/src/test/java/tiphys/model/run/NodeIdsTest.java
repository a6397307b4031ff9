// SPDX-License-Identifier: Apache-2.0
package tiphys.model.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NodeIdsTest {
  @ParameterizedTest
  @CsvSource({
    "wf, wf.A, wf-3498999265",
    "steps-x, steps-x[0], steps-x-4100973229",
    "steps-x, steps-x[0].hello, steps-x-447015319",
    "wf, wf.map(0:0), wf-202904541",
    "wf, wf.onExit, wf-403321795",
    "wf, wf, wf"
  })
  void theIdOfANodeFollowsFromItsName(String workflow, String node, String id) {
    assertEquals(id, NodeIds.of(workflow, node));
  }

  @Test
  void aPodIsNamedAfterItsTemplateAndItsNode() {
    assertEquals("wf-work-3498999265", NodeIds.podName("wf", "wf.A", "work"));
    assertEquals("wf", NodeIds.podName("wf", "wf", "work"));
    assertEquals("wf-3498999265", NodeIds.podName("wf", "wf.A", ""));
  }

  @Test
  void theNameOfAPodIsNeverLongerThanKubernetesTakes() {
    String workflow = "w".repeat(200);

    String pod = NodeIds.podName(workflow, workflow + ".a", "t".repeat(60));

    assertEquals(workflow + "-" + "t".repeat(41), pod.substring(0, pod.lastIndexOf('-')));
  }
}
