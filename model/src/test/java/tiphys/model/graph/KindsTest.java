// SPDX-License-Identifier: Apache-2.0
package tiphys.model.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tiphys.model.reading.WorkflowReader;
import tiphys.model.text.SourceText;
import tiphys.model.workflow.Resource;
import tiphys.model.workflow.ResourceKind;
import tiphys.model.workflow.ResourceReference;
import tiphys.model.workflow.Trigger;
import tiphys.model.workflow.WorkflowFile;
import tiphys.model.yaml.YamlTree;

class KindsTest {
  private static final String MIXED =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: settings}
      data: {speed: fast}
      ---
      apiVersion: argoproj.io/v1alpha1
      kind: ClusterWorkflowTemplate
      metadata: {name: tools}
      spec:
        templates:
          - {name: first, container: {image: alpine}}
          - {name: second, suspend: {}}
      ---
      apiVersion: argoproj.io/v1alpha1
      kind: CronWorkflow
      metadata: {name: nightly}
      spec:
        schedules: ["0 2 * * *", "@hourly"]
        timezone: Asia/Tokyo
        workflowSpec:
          entrypoint: first
          workflowTemplateRef: {name: tools, clusterScope: true}
      ---
      apiVersion: argoproj.io/v1alpha1
      kind: WorkflowEventBinding
      metadata: {name: on-push}
      spec:
        event: {selector: payload.ref != ""}
        submit:
          workflowTemplateRef: {name: build}
          arguments: {parameters: [{name: ref, valueFrom: {event: payload.ref}}]}
      """;

  @Test
  void everyResourceOfAFileIsReadInOrderWithItsKind() {
    assertEquals(
        List.of(
            ResourceKind.OTHER,
            ResourceKind.CLUSTER_WORKFLOW_TEMPLATE,
            ResourceKind.CRON_WORKFLOW,
            ResourceKind.WORKFLOW_EVENT_BINDING),
        read(MIXED).resources().stream().map(Resource::kind).toList());
  }

  @Test
  void aResourceOfKubernetesIsOnePaleNodeWithItsKind() {
    FlowGraph graph = FlowGraph.of(read(MIXED), Scope.ofResource(0));

    assertEquals(List.of("settings ConfigMap UNKNOWN"), nodes(graph));
  }

  @Test
  void aCronWorkflowThatNamesATemplateIsItsSchedulesAndThatTemplate() {
    FlowGraph graph = FlowGraph.of(read(MIXED), Scope.ofResource(2));

    assertEquals(
        List.of(
            "nightly 0 2 * * *, @hourly SCHEDULE",
            "tools first · ClusterWorkflowTemplate REFERENCE"),
        nodes(graph));
    assertTrue(graph.edge(new NodeId("nightly"), new NodeId("tools")).isPresent());
    assertEquals(List.of(new NodeId("tools")), graph.successors(new NodeId("nightly")));
  }

  @Test
  void anEventBindingIsItsSelectorAndWhatItSubmits() {
    WorkflowFile file = read(MIXED);

    assertEquals(
        List.of("on-push payload.ref != \"\" EVENT", "build WorkflowTemplate REFERENCE"),
        nodes(FlowGraph.of(file, Scope.ofResource(3))));
    assertTrue(
        file.resources().get(3).trigger().orElseThrow() instanceof Trigger.Event event
            && event.submits().equals(Optional.of(new ResourceReference("build", false)))
            && event.arguments().parameter("ref").isPresent());
  }

  @Test
  void aWorkflowWithoutTemplatesIsTheTemplateThatItNames() {
    WorkflowFile file =
        read(
            """
            kind: Workflow
            metadata: {generateName: run-}
            spec: {workflowTemplateRef: {name: build}}
            """);

    assertEquals(
        List.of("build WorkflowTemplate REFERENCE"),
        nodes(FlowGraph.of(file, Scope.ofResource(0))));
  }

  @Test
  void aResourceWithTemplatesIsShownByThemAndNotAsAWhole() {
    WorkflowFile file = read(MIXED);

    assertFalse(Scopes.exists(file, Scope.ofResource(1)));
    assertEquals("first", Scopes.first(file, 1).template().value());
    assertEquals(List.of(), FlowGraph.of(file, Scope.ofResource(1)).nodes());
  }

  @Test
  void aListOfResourcesIsReadItemByItem() {
    WorkflowFile file =
        read(
            """
            apiVersion: v1
            kind: List
            items:
              - kind: Workflow
                metadata: {name: one}
                spec: {entrypoint: a, templates: [{name: a, suspend: {}}]}
              - kind: Secret
                metadata: {name: two}
            """);

    assertEquals(List.of("one", "two"), file.resources().stream().map(Resource::title).toList());
    assertEquals(1, FlowGraph.of(file, Scopes.first(file, 0)).nodes().size());
  }

  @Test
  void jsonIsReadLikeYaml() {
    WorkflowFile file =
        read(
            """
            {
            \t"kind": "WorkflowTemplate", "metadata": {"name": "j"},
            \t"spec": {"templates": [{"name": "a", "dag": {"tasks": [
            \t\t{"name": "x", "template": "b"}, {"name": "y", "template": "b", "depends": "x"}]}},
            \t\t{"name": "b", "http": {"url": "https://example.org"}}]}
            }
            """);

    FlowGraph graph = FlowGraph.of(file, Scopes.first(file, 0));

    assertEquals(List.of("x", "y"), graph.nodes().stream().map(FlowNode::title).toList());
    assertEquals(NodeKind.HTTP, graph.nodes().getFirst().kind());
  }

  private static List<String> nodes(FlowGraph graph) {
    return graph.nodes().stream()
        .map(node -> node.title() + " " + node.subtitle() + " " + node.kind())
        .toList();
  }

  private static WorkflowFile read(String text) {
    return WorkflowReader.read(YamlTree.parse(SourceText.of(text)));
  }
}
