// SPDX-License-Identifier: Apache-2.0
package tiphys.model.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tiphys.model.workflow.Call;
import tiphys.model.workflow.Marker;
import tiphys.model.workflow.Task;
import tiphys.model.workflow.Template;
import tiphys.model.workflow.TemplateBody;

/** Makes the nodes of tasks and steps. */
final class TaskNodes {
  private final Inheritance inheritance;

  TaskNodes(Inheritance inheritance) {
    this.inheritance = inheritance;
  }

  FlowNode node(Task task, NodeId id, Optional<Template> called) {
    return new FlowNode(
        id,
        kindOf(task, called),
        id.value(),
        Subtitle.of(
            task, called, isElsewhere(task) ? Optional.empty() : called.map(inheritance::body)),
        markers(task, called),
        isElsewhere(task)
            ? Optional.empty()
            : called.filter(t -> hasInside(t.body())).flatMap(Template::name),
        elsewhere(task, called),
        FlowHook.of(task.hooks()));
  }

  private static boolean isElsewhere(Task task) {
    return task.call() instanceof Call.Reference;
  }

  private static Optional<Call.Reference> elsewhere(Task task, Optional<Template> called) {
    return called.isPresent() && task.call() instanceof Call.Reference reference
        ? Optional.of(reference)
        : Optional.empty();
  }

  /** The task's own before those of what it calls. */
  private List<Marker> markers(Task task, Optional<Template> called) {
    List<Marker> ofCalled =
        called.map(isElsewhere(task) ? Template::markers : inheritance::markers).orElse(List.of());
    if (ofCalled.isEmpty()) {
      return task.markers();
    }
    if (task.markers().isEmpty()) {
      return ofCalled;
    }
    List<Marker> both = new ArrayList<>(task.markers());
    both.addAll(ofCalled);
    return both;
  }

  private static NodeKind kindOf(Task task, Optional<Template> called) {
    if (called.isPresent()) {
      return kindOf(called.get());
    }
    return task.call() instanceof Call.Reference ? NodeKind.REFERENCE : NodeKind.UNKNOWN;
  }

  static NodeKind kindOf(Template template) {
    return switch (template.body()) {
      case TemplateBody.Container _ -> NodeKind.CONTAINER;
      case TemplateBody.Script _ -> NodeKind.SCRIPT;
      case TemplateBody.ContainerSet _ -> NodeKind.CONTAINER_SET;
      case TemplateBody.Dag _ -> NodeKind.DAG;
      case TemplateBody.Steps _ -> NodeKind.STEPS;
      case TemplateBody.Resource _ -> NodeKind.RESOURCE;
      case TemplateBody.Suspend _ -> NodeKind.SUSPEND;
      case TemplateBody.Http _ -> NodeKind.HTTP;
      case TemplateBody.Plugin _ -> NodeKind.PLUGIN;
      case TemplateBody.Data _ -> NodeKind.DATA;
      case TemplateBody.Unknown _ -> NodeKind.UNKNOWN;
    };
  }

  private static boolean hasInside(TemplateBody body) {
    return body instanceof TemplateBody.Dag
        || body instanceof TemplateBody.Steps
        || body instanceof TemplateBody.ContainerSet;
  }
}
