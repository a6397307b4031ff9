// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.ArrayList;
import java.util.List;
import tiphys.app.canvas.drawing.DataDrawing;
import tiphys.app.canvas.gesture.Hit;
import tiphys.exporter.picture.DataPainter;
import tiphys.model.graph.NodeId;
import tiphys.model.layout.Box;
import tiphys.model.symbol.DataEdge;

/** Paints the edges that data takes; those at what lies under the pointer light up. */
final class DataFeedback {
  private final DataPainter painter;

  DataFeedback(DataPainter painter) {
    this.painter = painter;
  }

  /** Which edges light up: the one under the pointer, or all of the card under it. */
  static List<Integer> lit(Frame frame) {
    DataDrawing data = frame.data();
    List<Integer> lit = new ArrayList<>();
    if (frame.hover() instanceof Hit.OnData(DataEdge edge)) {
      int number = data.edges().indexOf(edge);
      if (number >= 0) {
        lit.add(number);
      }
    } else if (frame.hover() instanceof Hit.OnNode(NodeId node) && !data.isEmpty()) {
      for (int number : data.of(node)) {
        lit.add(number);
      }
    }
    return lit;
  }

  /** Under the cards. */
  void paint(Frame frame, int[] seen) {
    DataDrawing data = frame.data();
    for (int number : seen) {
      if (!isMoved(frame, data.edges().get(number))) {
        painter.paint(data.edges().get(number), data.route(number));
      }
    }
  }

  /** Over the cards, with their names. */
  void light(Frame frame, Box visible) {
    DataDrawing data = frame.data();
    data.inputs().filter(visible::intersects).ifPresent(box -> painter.rail(box, "inputs"));
    data.outputs().filter(visible::intersects).ifPresent(box -> painter.rail(box, "outputs"));
    for (int number : lit(frame)) {
      if (data.reach(number).intersects(visible)) {
        painter.light(data.edges().get(number), data.route(number));
      }
    }
  }

  /** While a card is carried, its data stays out of the way. */
  static boolean isMoved(Frame frame, DataEdge edge) {
    return frame.feedback().moved().keySet().stream()
        .anyMatch(node -> DataLayer.touches(edge, node));
  }
}
