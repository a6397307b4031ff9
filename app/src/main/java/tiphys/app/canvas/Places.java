// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tiphys.model.graph.FlowEdge;
import tiphys.model.graph.FlowGraph;
import tiphys.model.graph.FlowNode;
import tiphys.model.graph.NodeId;
import tiphys.model.layout.Arrangement;
import tiphys.model.layout.Arranger;
import tiphys.model.layout.Point;

/**
 * Where the nodes of a scope stand, and where they would stand had the user moved none of them: so
 * that taking back a move puts a card where it was.
 *
 * @param chosen the user's places
 * @param shown with the user's places
 * @param unmoved without them
 * @param tidied the last fresh layout, for the bends of its edges
 */
record Places(
    Map<NodeId, Point> chosen,
    Arrangement shown,
    Arrangement unmoved,
    Optional<Arrangement> tidied) {

  /** The places of a graph, given those of its scope before. O(nodes + edges) unless it is new. */
  static Places of(FlowGraph graph, Map<NodeId, Point> chosen, Optional<Places> before) {
    if (before.isPresent() && before.get().isStillTrue(graph, chosen)) {
      return before.get();
    }
    Arrangement shown = Arranger.arrange(graph, chosen, before.map(Places::unmoved));
    if (chosen.isEmpty()) {
      return ofLayoutAlone(shown, before.flatMap(Places::tidied));
    }
    Map<NodeId, Point> own = before.map(places -> places.unmoved().corners()).orElse(Map.of());
    Map<NodeId, Point> unmoved = new LinkedHashMap<>();
    shown
        .corners()
        .forEach(
            (id, corner) -> {
              Point earlier = own.get(id);
              unmoved.put(id, chosen.containsKey(id) && earlier != null ? earlier : corner);
            });
    Optional<Arrangement> tidied = before.flatMap(Places::tidied);
    return new Places(
        chosen,
        new Arrangement(shown.corners(), bends(shown, tidied), shown.bounds()),
        new Arrangement(unmoved, shown.bends(), shown.bounds()),
        tidied);
  }

  /** Where the user moved nothing, both are the same. */
  private static Places ofLayoutAlone(Arrangement shown, Optional<Arrangement> tidied) {
    Arrangement bent =
        tidied.isEmpty()
            ? shown
            : new Arrangement(shown.corners(), bends(shown, tidied), shown.bounds());
    return new Places(Map.of(), bent, shown, tidied);
  }

  Places withTidied(Arrangement fresh) {
    return new Places(chosen, shown, unmoved, Optional.of(fresh));
  }

  /** Most edits neither make, rename nor move a node. */
  private boolean isStillTrue(FlowGraph graph, Map<NodeId, Point> nowChosen) {
    if (!chosen.equals(nowChosen) || shown.corners().size() != graph.nodes().size()) {
      return false;
    }
    Iterator<FlowNode> nodes = graph.nodes().iterator();
    for (NodeId id : shown.corners().keySet()) {
      if (!id.equals(nodes.next().id())) {
        return false;
      }
    }
    return true;
  }

  /** Edges whose ends stand where the fresh layout put them pass where it led them. */
  private static Map<FlowEdge, List<Point>> bends(Arrangement shown, Optional<Arrangement> tidied) {
    if (tidied.isEmpty()) {
      return shown.bends();
    }
    Map<FlowEdge, List<Point>> bends = new HashMap<>(shown.bends());
    tidied
        .get()
        .bends()
        .forEach(
            (edge, way) -> {
              if (isSame(shown, tidied.get(), edge.from())
                  && isSame(shown, tidied.get(), edge.to())) {
                bends.put(edge, way);
              }
            });
    return bends;
  }

  private static boolean isSame(Arrangement one, Arrangement other, NodeId node) {
    Point place = one.corners().get(node);
    return place != null && place.equals(other.corners().get(node));
  }
}
