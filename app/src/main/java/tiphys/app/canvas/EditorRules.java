// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.Optional;
import java.util.Set;
import tiphys.app.canvas.gesture.ConnectRules;
import tiphys.app.editor.Editor;
import tiphys.model.command.ConnectTasks;
import tiphys.model.graph.FlowGraph;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.problem.Problem;

/** What may be connected, as the very command that would connect it says. */
final class EditorRules implements ConnectRules {
  private final Editor editor;
  private final Optional<Scope> scope;

  EditorRules(Editor editor, Optional<Scope> scope) {
    this.editor = editor;
    this.scope = scope;
  }

  @Override
  public Optional<Problem> refusal(NodeId from, NodeId to) {
    return scope.flatMap(shown -> editor.plan(new ConnectTasks(shown, from, to)).refusal());
  }

  @Override
  public Set<NodeId> before(NodeId node) {
    return graph().map(graph -> graph.ancestors(node)).orElse(Set.of());
  }

  @Override
  public Set<NodeId> after(NodeId node) {
    return graph().map(graph -> graph.descendants(node)).orElse(Set.of());
  }

  private Optional<FlowGraph> graph() {
    return scope.map(editor.state().get()::graph);
  }
}
