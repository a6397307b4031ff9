// SPDX-License-Identifier: Apache-2.0
package tiphys.model.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tiphys.model.graph.FlowEdge;
import tiphys.model.graph.FlowGraph;
import tiphys.model.graph.FlowGroup;
import tiphys.model.graph.FlowNode;
import tiphys.model.graph.NodeId;
import tiphys.model.layout.layered.LayeredLayout;

/**
 * The layered drawing of a whole graph: joined nodes in layers, step groups one layer each, many
 * that differ in nothing in {@link Blocks}, and nodes without any edge in rows below, where they
 * take the least room.
 */
final class TidyDrawing {
  /** An edge passing between nodes needs room for itself, not for a card. */
  private static final double WAY_POINT_WIDTH = 12;

  private static final double LOOSE_COLUMN_STEP = NodeSize.WIDTH + NodeSize.GAP_BESIDE;
  private static final double LOOSE_ROW_STEP = NodeSize.HEIGHT + NodeSize.GAP_BESIDE;

  private final List<FlowNode> nodes;
  private final List<FlowEdge> allEdges;
  private final List<FlowGroup> groups;
  private final Heading heading;
  private final Map<NodeId, Integer> numbers = new HashMap<>();
  private final List<NodeId> joined = new ArrayList<>();
  private final List<NodeId> loose = new ArrayList<>();
  private final Map<NodeId, Point> placed = new HashMap<>();
  private final Map<FlowEdge, List<Point>> bends = new HashMap<>();

  TidyDrawing(FlowGraph graph, Heading heading) {
    this(graph.nodes(), graph.edges(), graph.groups(), heading);
  }

  TidyDrawing(List<FlowNode> nodes, List<FlowEdge> edges, List<FlowGroup> groups, Heading heading) {
    this.nodes = nodes;
    this.allEdges = edges;
    this.groups = groups;
    this.heading = heading;
  }

  Arrangement arrangement() {
    part();
    if (!joined.isEmpty()) {
      drawJoined();
    }
    drawLoose();
    Map<NodeId, Point> corners = new LinkedHashMap<>(placed.size() * 2);
    for (FlowNode node : nodes) {
      Point corner = placed.get(node.id());
      if (corner != null) {
        corners.put(node.id(), corner);
      }
    }
    return new Arrangement(corners, bends, Arranger.boundsOf(corners)).heading(heading);
  }

  private void part() {
    Map<NodeId, Boolean> hasEdge = new HashMap<>();
    for (FlowEdge edge : allEdges) {
      if (!edge.from().equals(edge.to())) {
        hasEdge.put(edge.from(), true);
        hasEdge.put(edge.to(), true);
      }
    }
    boolean isGrouped = !groups.isEmpty();
    for (FlowNode node : nodes) {
      if (isGrouped || hasEdge.containsKey(node.id())) {
        numbers.put(node.id(), joined.size());
        joined.add(node.id());
      } else {
        loose.add(node.id());
      }
    }
  }

  private void drawJoined() {
    List<FlowEdge> edges =
        allEdges.stream()
            .filter(edge -> numbers.containsKey(edge.from()) && numbers.containsKey(edge.to()))
            .toList();
    int[] from = edges.stream().mapToInt(edge -> number(edge.from())).toArray();
    int[] to = edges.stream().mapToInt(edge -> number(edge.to())).toArray();
    Blocks blocks =
        groups.isEmpty()
            ? Blocks.of(joined.size(), from, to, heading)
            : Blocks.none(joined.size(), from, to, heading);
    LayeredLayout layout =
        groups.isEmpty()
            ? LayeredLayout.of(
                blocks.widths(), blocks.from(), blocks.to(), WAY_POINT_WIDTH, heading.gapAcross())
            : LayeredLayout.withLayers(
                groupLayers(), blocks.widths(), from, to, WAY_POINT_WIDTH, heading.gapAcross());
    BlockDrawing drawing = new BlockDrawing(blocks, layout, heading);
    for (int v = 0; v < joined.size(); v++) {
      placed.put(joined.get(v), heading.turned(drawing.corner(v)));
    }
    for (int e = 0; e < edges.size(); e++) {
      List<Point> way = drawing.way(e, from[e], to[e]);
      if (!way.isEmpty()) {
        bends.put(edges.get(e), way.stream().map(heading::turned).toList());
      }
    }
  }

  private int number(NodeId node) {
    return numbers.getOrDefault(node, 0);
  }

  private int[] groupLayers() {
    int[] layers = new int[joined.size()];
    for (FlowGroup group : groups) {
      for (NodeId member : group.members()) {
        layers[number(member)] = group.index();
      }
    }
    return layers;
  }

  private void drawLoose() {
    if (loose.isEmpty()) {
      return;
    }
    Box above = Arranger.boundsOf(placed);
    int byShape =
        (int) Math.ceil(Math.sqrt(loose.size() * LOOSE_ROW_STEP / LOOSE_COLUMN_STEP * 1.6));
    int byWidth = (int) Math.floor((above.width() + NodeSize.GAP_BESIDE) / LOOSE_COLUMN_STEP);
    int columns = Math.max(1, Math.max(byShape, Math.min(byWidth, loose.size())));
    double top = placed.isEmpty() ? 0 : above.bottom() + NodeSize.GAP_BELOW;
    for (int i = 0; i < loose.size(); i++) {
      double x = (i % columns) * LOOSE_COLUMN_STEP;
      int row = i / columns;
      double y = top + row * LOOSE_ROW_STEP;
      placed.put(loose.get(i), new Point(x, y));
    }
  }
}
