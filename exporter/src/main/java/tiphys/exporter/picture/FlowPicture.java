// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tiphys.model.difference.Change;
import tiphys.model.difference.ScopeDifference;
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
 * @param data the edges that data takes, where they are shown
 * @param states the run laid over it; empty for the design alone
 * @param changes from an earlier version; empty where there is none to compare with
 */
record FlowPicture(
    List<FlowNode> nodes,
    List<FlowEdge> edges,
    List<FlowGroup> groups,
    List<FlowHook> hooks,
    Arrangement arrangement,
    DataRoutes data,
    Map<NodeId, TaskState> states,
    Optional<ScopeDifference> changes,
    Palette palette) {
  private static final double MARGIN = 32;
  private static final double BAND_MARGIN = BandPainter.BESIDE + 16;

  FlowPicture(
      List<FlowNode> nodes,
      List<FlowEdge> edges,
      List<FlowGroup> groups,
      List<FlowHook> hooks,
      Arrangement arrangement,
      DataRoutes data,
      Map<NodeId, TaskState> states,
      Palette palette) {
    this(nodes, edges, groups, hooks, arrangement, data, states, Optional.empty(), palette);
  }

  static FlowPicture of(FlowGraph graph, Arrangement arrangement, PictureStyle style) {
    return new FlowPicture(
        graph.nodes(),
        graph.edges(),
        graph.groups(),
        graph.hooks(),
        arrangement,
        DataRoutes.of(arrangement, style.data()),
        style.states(),
        style.palette());
  }

  /** The same with the changes from an earlier version marked. */
  FlowPicture marked(ScopeDifference difference) {
    return new FlowPicture(
        nodes, edges, groups, hooks, arrangement, data, states, Optional.of(difference), palette);
  }

  /** The part of the canvas that the picture shows. */
  Box frame() {
    double margin = groups.isEmpty() ? MARGIN : BAND_MARGIN;
    Box all = arrangement.bounds();
    double above = data.inputs().map(rail -> all.y() - rail.y()).orElse(0.0);
    double below =
        Math.max(
            hooks.isEmpty() ? 0 : HookPainter.END_REACH,
            data.outputs().map(rail -> rail.bottom() - all.bottom()).orElse(0.0));
    return new Box(
        all.x() - margin,
        all.y() - above - margin,
        all.width() + 2 * margin,
        above + all.height() + below + 2 * margin);
  }

  void draw(Pen pen, TextWidths widths) {
    FittedText texts = new FittedText(widths);
    new BandPainter(pen, palette).paint(groups, arrangement);
    EdgePainter edgePainter = new EdgePainter(pen, palette, texts);
    ChangePainter changePainter = new ChangePainter(pen, palette, edgePainter, texts);
    for (FlowEdge edge : edges) {
      List<Point> route = route(edge);
      if (!route.isEmpty()) {
        Optional<Change> change =
            changes.flatMap(all -> Optional.ofNullable(all.edges().get(edge)));
        if (change.filter(Change.REMOVED::equals).isEmpty()) {
          edgePainter.paint(edge, route, stateOf(edge.from()), Detail.FULL);
        }
        change.ifPresent(marked -> changePainter.paint(route, marked));
      }
    }
    DataPainter dataPainter = new DataPainter(pen, palette, texts);
    for (int i = 0; i < data.edges().size(); i++) {
      dataPainter.paint(data.edges().get(i), data.routes().get(i));
    }
    new HookPainter(pen, palette, texts).paintEnd(hooks, arrangement.bounds());
    NodePainter nodePainter = new NodePainter(pen, palette, texts);
    for (FlowNode node : nodes) {
      Point corner = arrangement.corners().get(node.id());
      if (corner != null) {
        nodePainter.paint(node, stateOf(node.id()), corner, Detail.FULL);
        changes.ifPresent(all -> changePainter.paint(all, node.id(), corner));
      }
    }
    name(dataPainter);
  }

  private void name(DataPainter painter) {
    data.inputs().ifPresent(box -> painter.rail(box, "inputs"));
    data.outputs().ifPresent(box -> painter.rail(box, "outputs"));
    for (int i = 0; i < data.edges().size(); i++) {
      painter.names(data.edges().get(i), data.routes().get(i));
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
