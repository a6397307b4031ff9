// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tiphys.app.canvas.gesture.Hit;
import tiphys.app.editor.Selection;
import tiphys.model.graph.FlowEdge;
import tiphys.model.graph.NodeId;
import tiphys.model.symbol.DataEdge;

/** Goes from edge to edge by keys; from a card, to the first that touches it. */
final class EdgeWalk {
  private final CanvasViewModel model;
  private Optional<DataEdge> reached = Optional.empty();

  EdgeWalk(CanvasViewModel model) {
    this.model = model;
  }

  /** Chooses the next dependency. */
  void dependency(int step) {
    List<FlowEdge> edges = model.drawing().edges();
    Optional<FlowEdge> now = model.selection().edge();
    next(edges, now, step, edge -> touches(edge.from(), edge.to()))
        .ifPresent(
            edge -> {
              model.select(Selection.of(edge));
              model.reveal(edge.to());
            });
  }

  /** Lights the next edge of data up, as a pointer would; they are shown from then on. */
  void data(int step) {
    model.showsData().set(true);
    List<DataEdge> edges = model.frame().get().data().edges();
    next(edges, lit(), step, this::touches)
        .ifPresent(
            edge -> {
              reached = Optional.of(edge);
              model.hover(new Hit.OnData(edge));
              edge.to().or(edge::from).ifPresent(model::reveal);
            });
  }

  /** The edge of data that keys have come to; none any more once the pointer is elsewhere. */
  Optional<DataEdge> lit() {
    return reached.filter(edge -> model.frame().get().hover().equals(new Hit.OnData(edge)));
  }

  private <E> Optional<E> next(List<E> edges, Optional<E> now, int step, Predicate<E> touches) {
    if (edges.isEmpty()) {
      return Optional.empty();
    }
    Optional<E> first =
        now.isPresent() ? Optional.empty() : edges.stream().filter(touches).findFirst();
    int from = now.map(edges::indexOf).orElse(step > 0 ? -1 : edges.size());
    return first.or(() -> Optional.of(edges.get(Math.floorMod(from + step, edges.size()))));
  }

  private boolean touches(DataEdge edge) {
    return model.selection().single().filter(card -> DataLayer.touches(edge, card)).isPresent();
  }

  private boolean touches(NodeId from, NodeId to) {
    return model
        .selection()
        .single()
        .filter(card -> card.equals(from) || card.equals(to))
        .isPresent();
  }
}
