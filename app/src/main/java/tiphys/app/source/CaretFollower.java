// SPDX-License-Identifier: Apache-2.0
package tiphys.app.source;

import java.util.Optional;
import tiphys.app.editor.Editor;
import tiphys.model.state.DiagramState;
import tiphys.model.text.TextRange;

/** Keeps the place of the caret and the selection on the canvas together. */
final class CaretFollower {
  private final Editor editor;

  CaretFollower(Editor editor) {
    this.editor = editor;
  }

  /** Selects the task in whose lines the caret stands. */
  void follow(int offset) {
    editor.refusal().get();
  }

  /** The text of the one node that is selected. */
  Optional<TextRange> placeOfSelection(DiagramState state) {
    return Optional.empty();
  }
}
