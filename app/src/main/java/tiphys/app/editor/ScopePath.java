// SPDX-License-Identifier: Apache-2.0
package tiphys.app.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tiphys.model.graph.FlowNode;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.state.DiagramState;
import tiphys.model.workflow.Resource;
import tiphys.model.workflow.Template;
import tiphys.model.workflow.TemplateName;
import tiphys.model.workflow.WorkflowFile;
import tiphys.model.workflow.WorkflowSpec;

/** How the way to a scope begins, and how it survives a change of the file. */
final class ScopePath {
  private ScopePath() {}

  /** The way to show first; empty where the file has no template. */
  static List<Crumb> first(DiagramState state) {
    List<Resource> resources = state.workflow().resources();
    for (int i = 0; i < resources.size(); i++) {
      Optional<TemplateName> start = resources.get(i).spec().flatMap(ScopePath::start);
      if (start.isPresent()) {
        return List.of(Crumb.first(new Scope(i, start.get())));
      }
    }
    return List.of();
  }

  /**
   * The same way through the changed file: a template that was renamed is followed through the node
   * that opens it; from where the way ends, it is cut.
   */
  static List<Crumb> carried(List<Crumb> path, DiagramState after) {
    if (path.isEmpty() || !exists(after.workflow(), path.getFirst().scope())) {
      return first(after);
    }
    List<Crumb> carried = new ArrayList<>(List.of(path.getFirst()));
    for (Crumb crumb : path.subList(1, path.size())) {
      Optional<Crumb> next = opened(after, carried.getLast().scope(), crumb);
      if (next.isEmpty()) {
        break;
      }
      carried.add(next.get());
    }
    return carried;
  }

  /** The scope that a node of a scope opens. */
  static Optional<Scope> inside(DiagramState state, Scope scope, NodeId node) {
    return state.graph(scope).nodes().stream()
        .filter(candidate -> candidate.id().equals(node))
        .findFirst()
        .flatMap(FlowNode::opens)
        .map(template -> new Scope(scope.resource(), template));
  }

  static boolean exists(WorkflowFile workflow, Scope scope) {
    return scope.resource() < workflow.resources().size()
        && workflow
            .resources()
            .get(scope.resource())
            .spec()
            .flatMap(spec -> spec.template(scope.template()))
            .isPresent();
  }

  private static Optional<Crumb> opened(DiagramState after, Scope parent, Crumb crumb) {
    Optional<Crumb> sameNode =
        crumb
            .taken()
            .flatMap(node -> inside(after, parent, node))
            .map(scope -> new Crumb(scope, crumb.taken()));
    return sameNode.or(
        () ->
            after.graph(parent).nodes().stream()
                .filter(node -> node.opens().filter(crumb.scope().template()::equals).isPresent())
                .findFirst()
                .map(node -> new Crumb(crumb.scope(), Optional.of(node.id()))));
  }

  private static Optional<TemplateName> start(WorkflowSpec spec) {
    return spec.entrypoint()
        .filter(name -> spec.template(name).isPresent())
        .or(
            () ->
                spec.templates().stream()
                    .map(Template::name)
                    .flatMap(Optional::stream)
                    .findFirst());
  }
}
