// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.List;
import java.util.Optional;
import tiphys.app.editor.Editor;
import tiphys.model.graph.NodeId;
import tiphys.model.problem.Problem;
import tiphys.model.state.DiagramState;
import tiphys.model.text.TextRange;
import tiphys.model.yaml.Damage;

/** Leads from a card whose text cannot be read to the place where reading ended. */
final class LostText {
  private final Editor editor;

  LostText(Editor editor) {
    this.editor = editor;
  }

  /** The damage that has the name of the card, else the first. */
  void reveal(NodeId lost) {
    DiagramState now = editor.state().get();
    List<Damage> damages = now.tree().damages();
    Optional<TextRange> place =
        damages.stream()
            .filter(damage -> now.text().slice(damage.range()).contains(lost.value()))
            .findFirst()
            .or(() -> damages.stream().findFirst())
            .map(Damage::problem)
            .or(now.tree()::syntaxError)
            .flatMap(Problem::place);
    place.ifPresent(editor::reveal);
  }
}
