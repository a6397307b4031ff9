// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.HashMap;
import java.util.Map;
import tiphys.app.canvas.drawing.Drawing;
import tiphys.app.canvas.gesture.Intent;
import tiphys.app.editor.Editor;
import tiphys.model.command.MoveNodes;
import tiphys.model.graph.NodeId;
import tiphys.model.layout.Point;

/** What hands and keys ask for, as commands of the editor. */
final class Edits {
  private final CanvasViewModel model;
  private final Editor editor;

  Edits(CanvasViewModel model) {
    this.model = model;
    this.editor = model.editor();
  }

  void perform(Intent intent) {
    switch (intent) {
      case Intent.Move(Map<NodeId, Point> corners) -> move(corners);
      case Intent.Select(var selection) -> model.select(selection);
      case Intent.Look(var viewport) -> model.look(viewport);
      case Intent.Connect _, Intent.Create _, Intent.OfferToCreate _ -> {}
      case Intent.Refuse _, Intent.Nothing _ -> {}
    }
  }

  /** Moves the chosen cards by a little. */
  void nudge(Direction direction, double distance) {
    Drawing drawing = model.drawing();
    Map<NodeId, Point> corners = new HashMap<>();
    for (NodeId node : model.selection().nodes()) {
      drawing
          .boxOf(node)
          .ifPresent(
              box ->
                  corners.put(
                      node,
                      new Point(
                          box.x() + direction.x() * distance, box.y() + direction.y() * distance)));
    }
    if (!corners.isEmpty()) {
      move(corners);
    }
  }

  private void move(Map<NodeId, Point> corners) {
    editor.scope().ifPresent(scope -> editor.apply(new MoveNodes(scope, corners)));
  }
}
