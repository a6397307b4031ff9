// SPDX-License-Identifier: Apache-2.0
package tiphys.model.layout;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tiphys.model.graph.FlowEdge;
import tiphys.model.graph.FlowGraph;
import tiphys.model.graph.FlowNode;
import tiphys.model.graph.NodeId;

/**
 * The layered drawing of some nodes among others that stay: around the place where they stand, or
 * the nearest one where they lie over none of the others.
 */
final class PartDrawing {
  /** How many steps away from its place a part may go to find room. */
  private static final int FARTHEST = 60;

  private static final double STEP_ACROSS = NodeSize.WIDTH + NodeSize.GAP_BESIDE;
  private static final double STEP_DOWN = NodeSize.HEIGHT + NodeSize.GAP_BELOW;

  private final FlowGraph graph;
  private final Heading heading;
  private final Map<NodeId, Point> standing;
  private final Set<NodeId> nodes;
  private final Map<NodeId, List<NodeId>> followers = new HashMap<>();

  PartDrawing(FlowGraph graph, Heading heading, Map<NodeId, Point> standing, Set<NodeId> nodes) {
    this.graph = graph;
    this.heading = heading;
    this.standing = standing;
    this.nodes = nodes;
  }

  /** Of the nodes alone. */
  Arrangement arrangement() {
    List<FlowNode> part = graph.nodes().stream().filter(node -> isIn(node.id())).toList();
    if (part.isEmpty()) {
      return Arrangement.EMPTY;
    }
    Arrangement drawn = new TidyDrawing(part, edges(), List.of(), heading).arrangement();
    Map<NodeId, Point> before = new HashMap<>(standing);
    before.keySet().retainAll(nodes);
    Box old = heading.turned(Arranger.boundsOf(before));
    double wider = heading.turned(drawn.bounds()).width() - old.width();
    Point corner = heading.turned(new Point(old.x() - wider / 2, old.y()));
    return shifted(drawn, free(drawn, corner));
  }

  private boolean isIn(NodeId node) {
    return nodes.contains(node) && standing.containsKey(node);
  }

  /** Their edges, and those that stand for a way over nodes that stay. */
  private List<FlowEdge> edges() {
    for (FlowEdge edge : graph.edges()) {
      followers.computeIfAbsent(edge.from(), _ -> new ArrayList<>()).add(edge.to());
    }
    List<FlowEdge> edges = new ArrayList<>();
    Set<List<NodeId>> direct = new HashSet<>();
    for (FlowEdge edge : graph.edges()) {
      if (isIn(edge.from()) && isIn(edge.to())) {
        edges.add(edge);
        direct.add(List.of(edge.from(), edge.to()));
      }
    }
    for (NodeId node : nodes) {
      for (NodeId next : nextOver(node)) {
        if (direct.add(List.of(node, next))) {
          edges.add(new FlowEdge(node, next, ""));
        }
      }
    }
    return edges;
  }

  /** The nodes of the part that come first behind one, whatever lies between. */
  private Set<NodeId> nextOver(NodeId node) {
    Set<NodeId> found = new HashSet<>();
    Set<NodeId> seen = new HashSet<>(Set.of(node));
    Deque<NodeId> open = new ArrayDeque<>(List.of(node));
    while (!open.isEmpty()) {
      for (NodeId next : followers.getOrDefault(open.poll(), List.of())) {
        if (seen.add(next)) {
          if (isIn(next)) {
            found.add(next);
          } else {
            open.add(next);
          }
        }
      }
    }
    return found;
  }

  /** The corner nearest to a wish where nothing else stands; the wish itself if there is none. */
  private Point free(Arrangement drawn, Point wish) {
    Room room = new Room(heading);
    standing.forEach(
        (id, corner) -> {
          if (!nodes.contains(id)) {
            room.take(corner);
          }
        });
    for (int away = 0; away <= FARTHEST; away++) {
      for (int right = -away; right <= away; right++) {
        int down = away - Math.abs(right);
        for (int side : down == 0 ? new int[] {0} : new int[] {down, -down}) {
          Point corner = new Point(wish.x() + right * STEP_ACROSS, wish.y() + side * STEP_DOWN);
          if (fits(drawn, corner, room)) {
            return corner;
          }
        }
      }
    }
    return wish;
  }

  private static boolean fits(Arrangement drawn, Point corner, Room room) {
    return drawn.corners().values().stream().allMatch(at -> room.isFree(moved(at, drawn, corner)));
  }

  private static Arrangement shifted(Arrangement drawn, Point corner) {
    Map<NodeId, Point> corners = new LinkedHashMap<>();
    drawn.corners().forEach((id, at) -> corners.put(id, moved(at, drawn, corner)));
    Map<FlowEdge, List<Point>> bends = new HashMap<>();
    drawn
        .bends()
        .forEach(
            (edge, lane) ->
                bends.put(edge, lane.stream().map(at -> moved(at, drawn, corner)).toList()));
    return new Arrangement(corners, bends, Arranger.boundsOf(corners)).heading(drawn.heading());
  }

  private static Point moved(Point at, Arrangement drawn, Point corner) {
    return new Point(
        Math.round(at.x() - drawn.bounds().x() + corner.x()),
        Math.round(at.y() - drawn.bounds().y() + corner.y()));
  }
}
