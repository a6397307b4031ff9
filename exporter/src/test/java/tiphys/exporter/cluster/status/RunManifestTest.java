// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.status;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A run that somebody else submitted is drawn from what it keeps of its templates. */
final class RunManifestTest {
  @Test
  void theStoredWorkflowTemplateIsTakenWithTheValuesOfTheRun() throws IOException {
    assertEquals(
        """
        apiVersion: argoproj.io/v1alpha1
        kind: Workflow
        metadata:
          name: build-x7
        spec:
          entrypoint: main
          arguments:
            parameters:
            - name: branch
              value: fix
          templates:
          - name: main
            container:
              image: busybox
        """,
        RunManifest.yaml(
            run(
                """
                {"metadata":{"name":"build-x7","uid":"1"},
                 "spec":{"workflowTemplateRef":{"name":"build"},
                         "arguments":{"parameters":[{"name":"branch","value":"fix"}]}},
                 "status":{"storedWorkflowTemplateSpec":{"entrypoint":"main",
                   "workflowTemplateRef":{"name":"build"},
                   "arguments":{"parameters":[{"name":"branch","value":"main"}]},
                   "templates":[{"name":"main","container":{"image":"busybox"}}]}}}
                """)));
  }

  @Test
  void templatesOfOtherResourcesComeAsDocumentsOfTheirOwn() throws IOException {
    String text =
        RunManifest.yaml(
            run(
                """
                {"metadata":{"name":"r"},"spec":{"entrypoint":"main","templates":[{"name":"main"}]},
                 "status":{"storedTemplates":{
                   "local/r/main":{"name":"main"},
                   "namespaced/tools/copy":{"container":{"image":"busybox"}},
                   "cluster/shared/send":{"name":"send","http":{"url":"http://x"}}}}}
                """));
    assertEquals(3, text.split("(?m)^---$").length, text);
    assertEquals(1, text.split("kind: WorkflowTemplate\nmetadata:\n  name: tools", -1).length - 1);
    assertEquals(
        1, text.split("kind: ClusterWorkflowTemplate\nmetadata:\n  name: shared", -1).length - 1);
    assertEquals(1, text.split("name: copy", -1).length - 1, text);
  }

  private static WorkflowObject run(String json) throws IOException {
    return new WorkflowObject((ObjectNode) JsonMapper.builder().build().readTree(json));
  }
}
