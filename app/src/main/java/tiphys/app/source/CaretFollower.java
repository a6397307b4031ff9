// SPDX-License-Identifier: Apache-2.0
package tiphys.app.source;

import java.util.Optional;
import tiphys.app.editor.Editor;
import tiphys.app.editor.Selection;
import tiphys.model.graph.FlowEdge;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.place.Locator;
import tiphys.model.state.DiagramState;
import tiphys.model.text.TextRange;
import tiphys.model.yaml.YamlPlace;

/** Keeps the place of the caret and the selection on the canvas together. */
final class CaretFollower {
  private final Editor editor;

  CaretFollower(Editor editor) {
    this.editor = editor;
  }

  /** Selects what the lines around the caret describe. */
  void follow(int offset) {
    editor.selectAt(offset);
  }

  /** The text of the one node or edge that is selected; empty while the text cannot be read. */
  Optional<TextRange> placeOfSelection(DiagramState state) {
    Optional<Scope> scope = editor.scope();
    if (scope.isEmpty() || state.tree().syntaxError().isPresent()) {
      return Optional.empty();
    }
    Selection selection = editor.selection().get();
    Locator locator = state.locator();
    return selection
        .single()
        .flatMap(node -> placeOf(locator, scope.get(), node))
        .or(() -> selection.edge().flatMap(edge -> placeOf(locator, scope.get(), edge)))
        .map(YamlPlace::range);
  }

  /** A template that calls nothing is its own node. */
  private static Optional<YamlPlace> placeOf(Locator locator, Scope scope, NodeId node) {
    return locator
        .task(scope, node)
        .or(
            () ->
                node.value().equals(scope.template().value())
                    ? locator.template(scope)
                    : Optional.empty());
  }

  /** An edge stands where the later task says what it waits for. */
  private static Optional<YamlPlace> placeOf(Locator locator, Scope scope, FlowEdge edge) {
    return locator
        .task(scope, edge.to())
        .map(task -> task.get("depends").or(() -> task.get("dependencies")).orElse(task));
  }
}
