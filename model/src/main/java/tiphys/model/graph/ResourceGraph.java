// SPDX-License-Identifier: Apache-2.0
package tiphys.model.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tiphys.model.workflow.Call;
import tiphys.model.workflow.CronSchedule;
import tiphys.model.workflow.Resource;
import tiphys.model.workflow.ResourceKind;
import tiphys.model.workflow.ResourceReference;
import tiphys.model.workflow.TemplateName;
import tiphys.model.workflow.Trigger;
import tiphys.model.workflow.WorkflowFile;
import tiphys.model.workflow.WorkflowSpec;

/**
 * Draws a resource that has no templates of its own: what starts it, and the workflow template that
 * it names. Resources of Kubernetes that are none of Argo's are a single pale node.
 */
final class ResourceGraph {
  private final List<FlowNode> nodes = new ArrayList<>();

  private ResourceGraph() {}

  static FlowGraph of(WorkflowFile file, Scope scope) {
    ResourceGraph graph = new ResourceGraph();
    if (Scopes.exists(file, scope)) {
      graph.add(file, file.resources().get(scope.resource()));
    }
    int last = graph.nodes.size() - 1;
    List<FlowEdge> edges =
        last < 1
            ? List.of()
            : List.of(new FlowEdge(graph.nodes.getFirst().id(), graph.nodes.get(last).id(), ""));
    int[] sources = IntStream.range(0, edges.size()).toArray();
    int[] targets = IntStream.range(0, edges.size()).map(i -> i + 1).toArray();
    return new FlowGraph(scope, graph.nodes, edges, List.of(), sources, targets);
  }

  private void add(WorkflowFile file, Resource resource) {
    if (resource.kind() == ResourceKind.OTHER) {
      add(resource.title(), NodeKind.UNKNOWN, resource.kindName());
      return;
    }
    Optional<ResourceReference> names = resource.spec().flatMap(WorkflowSpec::workflowTemplateRef);
    Optional<ResourceReference> runs =
        switch (resource.trigger().orElse(null)) {
          case Trigger.Event(Optional<String> selector, var submits, var _) -> {
            add(resource.title(), NodeKind.EVENT, selector.orElse(""));
            yield submits;
          }
          case Trigger.Cron cron -> {
            if (names.isPresent()) {
              add(resource.title(), NodeKind.SCHEDULE, schedules(cron));
            }
            yield names;
          }
          case null -> names;
        };
    String entrypoint =
        resource.spec().flatMap(WorkflowSpec::entrypoint).map(TemplateName::value).orElse("");
    runs.ifPresent(reference -> add(file, reference, entrypoint));
  }

  private void add(WorkflowFile file, ResourceReference reference, String entrypoint) {
    String kind = reference.kind().argoName();
    String subtitle = entrypoint.isEmpty() ? kind : entrypoint + " · " + kind;
    Optional<Call.Reference> elsewhere =
        file.find(reference)
            .map(_ -> new Call.Reference(reference.name(), entrypoint, reference.isClusterScope()));
    add(reference.name(), NodeKind.REFERENCE, subtitle, elsewhere);
  }

  private void add(String title, NodeKind kind, String subtitle) {
    add(title, kind, subtitle, Optional.empty());
  }

  private void add(
      String title, NodeKind kind, String subtitle, Optional<Call.Reference> elsewhere) {
    boolean isTaken = nodes.stream().anyMatch(node -> node.title().equals(title));
    NodeId id = new NodeId(title.isEmpty() || isTaken ? "?" + (nodes.size() + 1) : title);
    nodes.add(
        new FlowNode(id, kind, title, subtitle, List.of(), Optional.empty(), elsewhere, List.of()));
  }

  private static String schedules(Trigger.Cron cron) {
    return cron.schedules().stream().map(CronSchedule::text).collect(Collectors.joining(", "));
  }
}
