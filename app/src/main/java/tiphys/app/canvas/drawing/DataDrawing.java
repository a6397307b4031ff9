// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas.drawing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tiphys.exporter.picture.DataPainter;
import tiphys.exporter.picture.DataRoutes;
import tiphys.model.graph.NodeId;
import tiphys.model.layout.Box;
import tiphys.model.layout.Route;
import tiphys.model.symbol.DataEdge;

/** The edges that data takes, over a drawing, and found by place. Immutable; made in O(edges). */
public final class DataDrawing {
  public static final DataDrawing NONE = new DataDrawing(DataRoutes.NONE);

  private final DataRoutes routes;
  private final BoxIndex index;

  private DataDrawing(DataRoutes routes) {
    this.routes = routes;
    this.index = BoxIndex.of(routes.edges().size(), i -> around(routes.routes().get(i)));
  }

  /** Those of a scope over its drawing. @param before what was shown, kept where it is the same */
  public static DataDrawing of(Drawing drawing, List<DataEdge> edges, DataDrawing before) {
    if (edges.isEmpty()) {
      return NONE;
    }
    DataRoutes routes = DataRoutes.of(drawing.arrangement(), edges);
    return routes.equals(before.routes) ? before : new DataDrawing(routes);
  }

  /** The curves of edges that lead back leave their straight way by half of its length. */
  private static Box around(Route route) {
    Box all = Box.around(route.points());
    double length = route.heading().turned(all).height();
    double slack = Math.max(route.heading().gapAlong() / 2, length / 3);
    double beside = DataPainter.LABEL_ROOM / 2;
    return new Box(
        all.x() - beside - slack,
        all.y() - slack,
        all.width() + 2 * beside + 2 * slack,
        all.height() + 2 * slack);
  }

  public boolean isEmpty() {
    return routes.edges().isEmpty();
  }

  public List<DataEdge> edges() {
    return routes.edges();
  }

  /** Where an edge passes, from where it is written to where it is read. */
  public Route route(int edge) {
    return routes.routes().get(edge);
  }

  /** The box around all that an edge shows, its label included. */
  public Box reach(int edge) {
    return around(route(edge));
  }

  /** Edges that may show inside a box. */
  public int[] in(Box box) {
    return index.meeting(box);
  }

  /** Those that a task writes or reads. O(edges). */
  public int[] of(NodeId node) {
    List<DataEdge> edges = edges();
    int[] found = new int[edges.size()];
    int count = 0;
    for (int i = 0; i < edges.size(); i++) {
      if (edges.get(i).from().filter(node::equals).isPresent()
          || edges.get(i).to().filter(node::equals).isPresent()) {
        found[count++] = i;
      }
    }
    return Arrays.copyOf(found, count);
  }

  public Optional<Box> inputs() {
    return routes.inputs();
  }

  public Optional<Box> outputs() {
    return routes.outputs();
  }
}
