// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tiphys.model.graph.FlowEdge;
import tiphys.model.graph.FlowGraph;
import tiphys.model.graph.FlowGroup;
import tiphys.model.graph.FlowHook;
import tiphys.model.graph.FlowNode;
import tiphys.model.graph.NodeId;
import tiphys.model.layout.Arrangement;
import tiphys.model.layout.Box;
import tiphys.model.layout.NodeSize;
import tiphys.model.layout.Point;
import tiphys.model.run.TaskState;

/**
 * What a file shows: the whole of a scope, with nothing of the editor around it.
 *
 * @param hooks what runs at moments of the whole workflow
 * @param states the run laid over it; empty for the design alone
 */
record FlowPicture(
    List<FlowNode> nodes,
    List<FlowEdge> edges,
    List<FlowGroup> groups,
    List<FlowHook> hooks,
    Arrangement arrangement,
    Map<NodeId, TaskState> states,
    Palette palette) {
  private static final double MARGIN = 32;
  private static final double BAND_MARGIN = BandPainter.BESIDE + 16;

  static FlowPicture of(
      FlowGraph graph, Arrangement arrangement, Map<NodeId, TaskState> states, Palette palette) {
    return new FlowPicture(
        graph.nodes(), graph.edges(), graph.groups(), graph.hooks(), arrangement, states, palette);
  }

  /** The part of the canvas that the picture shows. */
  Box frame() {
    double margin = groups.isEmpty() ? MARGIN : BAND_MARGIN;
    Box all = arrangement.bounds();
    double below = hooks.isEmpty() ? 0 : HookPainter.END_REACH;
    return new Box(
        all.x() - margin,
        all.y() - margin,
        all.width() + 2 * margin,
        all.height() + below + 2 * margin);
  }

  void draw(Pen pen, TextWidths widths) {
    FittedText texts = new FittedText(widths);
    new BandPainter(pen, palette).paint(groups, arrangement);
    EdgePainter edgePainter = new EdgePainter(pen, palette, texts);
    for (FlowEdge edge : edges) {
      List<Point> route = route(edge);
      if (!route.isEmpty()) {
        edgePainter.paint(edge, route, stateOf(edge.from()), Detail.FULL);
      }
    }
    new HookPainter(pen, palette, texts).paintEnd(hooks, arrangement.bounds());
    NodePainter nodePainter = new NodePainter(pen, palette, texts);
    for (FlowNode node : nodes) {
      Point corner = arrangement.corners().get(node.id());
      if (corner != null) {
        nodePainter.paint(node, stateOf(node.id()), corner, Detail.FULL);
      }
    }
  }

  private Optional<TaskState> stateOf(NodeId node) {
    return Optional.ofNullable(states.get(node));
  }

  private List<Point> route(FlowEdge edge) {
    Point from = arrangement.corners().get(edge.from());
    Point to = arrangement.corners().get(edge.to());
    if (from == null || to == null) {
      return List.of();
    }
    List<Point> route = new ArrayList<>();
    route.add(new Point(from.x() + NodeSize.WIDTH / 2, from.y() + NodeSize.HEIGHT));
    route.addAll(arrangement.bends().getOrDefault(edge, List.of()));
    route.add(new Point(to.x() + NodeSize.WIDTH / 2, to.y()));
    return route;
  }
}
