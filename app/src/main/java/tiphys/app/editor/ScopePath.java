// SPDX-License-Identifier: Apache-2.0
package tiphys.app.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tiphys.model.graph.FlowNode;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.graph.Scopes;
import tiphys.model.state.DiagramState;
import tiphys.model.workflow.Call;
import tiphys.model.workflow.Library;
import tiphys.model.workflow.TemplateName;
import tiphys.model.workflow.WorkflowFile;

/** How the way to a scope begins, and how it survives a change of the file. */
final class ScopePath {
  private ScopePath() {}

  /**
   * The way to show first: the first resource that has templates, else the first that has anything
   * to draw; empty where there is none.
   */
  static List<Crumb> first(DiagramState state) {
    WorkflowFile file = state.workflow();
    List<Scope> firsts =
        IntStream.range(0, file.resources().size()).mapToObj(i -> Scopes.first(file, i)).toList();
    return firsts.stream()
        .filter(scope -> !scope.isResource())
        .findFirst()
        .or(
            () ->
                firsts.stream().filter(scope -> !state.graph(scope).nodes().isEmpty()).findFirst())
        .map(scope -> List.of(Crumb.first(scope)))
        .orElse(List.of());
  }

  /**
   * The same way through the changed file: a template that was renamed is followed through the node
   * that opens it; from where the way ends, it is cut.
   */
  static List<Crumb> carried(List<Crumb> path, DiagramState before, DiagramState after) {
    Optional<Scope> begins = path.stream().findFirst().flatMap(c -> same(c.scope(), before, after));
    if (begins.isEmpty()) {
      return first(after);
    }
    List<Crumb> carried = new ArrayList<>(List.of(Crumb.first(begins.get())));
    for (Crumb crumb : path.subList(1, path.size())) {
      Optional<Crumb> next = opened(after, carried.getLast().scope(), crumb);
      if (next.isEmpty()) {
        break;
      }
      carried.add(next.get());
    }
    return carried;
  }

  /** The same template, though it may have another name: the one in its place, of as many. */
  static Optional<Scope> same(Scope scope, DiagramState before, DiagramState after) {
    if (Scopes.exists(after.workflow(), scope)) {
      return Optional.of(scope);
    }
    List<Scope> old = Scopes.all(before.workflow());
    List<Scope> now = Scopes.all(after.workflow());
    int at = old.indexOf(scope);
    return at >= 0 && old.size() == now.size() && !old.contains(now.get(at))
        ? Optional.of(now.get(at))
        : Optional.empty();
  }

  /** The scope of this file that a node of a scope opens. */
  static Optional<Scope> inside(DiagramState state, Scope scope, NodeId node) {
    Optional<FlowNode> found = node(state, scope, node);
    return found
        .flatMap(FlowNode::opens)
        .map(template -> new Scope(scope.resource(), template))
        .or(
            () ->
                found
                    .flatMap(FlowNode::elsewhere)
                    .filter(call -> isHere(state, call))
                    .map(call -> scopeOf(state, call)));
  }

  /** The template of another file that a node of a scope calls. */
  static Optional<Departure> elsewhere(DiagramState state, Scope scope, NodeId node) {
    return node(state, scope, node)
        .flatMap(FlowNode::elsewhere)
        .filter(call -> !isHere(state, call))
        .flatMap(
            call ->
                state
                    .workflow()
                    .find(call.toResource())
                    .map(entry -> new Departure(entry, call.template(), 0)));
  }

  private static boolean isHere(DiagramState state, Call.Reference call) {
    return state
        .workflow()
        .find(call.toResource())
        .filter(entry -> entry.file().isEmpty())
        .isPresent();
  }

  private static Scope scopeOf(DiagramState state, Call.Reference call) {
    int number = state.workflow().find(call.toResource()).map(Library.Entry::number).orElse(0);
    Scope named = new Scope(number, new TemplateName(call.template()));
    return Scopes.exists(state.workflow(), named) ? named : Scopes.first(state.workflow(), number);
  }

  private static Optional<FlowNode> node(DiagramState state, Scope scope, NodeId node) {
    return state.graph(scope).nodes().stream()
        .filter(candidate -> candidate.id().equals(node))
        .findFirst();
  }

  private static Optional<Crumb> opened(DiagramState after, Scope parent, Crumb crumb) {
    Optional<Crumb> sameNode =
        crumb
            .taken()
            .flatMap(node -> inside(after, parent, node))
            .map(scope -> new Crumb(scope, crumb.taken(), crumb.isInPlace()));
    return sameNode.or(
        () ->
            after.graph(parent).nodes().stream()
                .filter(node -> node.opens().filter(crumb.scope().template()::equals).isPresent())
                .findFirst()
                .map(node -> new Crumb(crumb.scope(), Optional.of(node.id()), crumb.isInPlace())));
  }
}
