// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tiphys.model.graph.FlowGraph;
import tiphys.model.graph.FlowNode;
import tiphys.model.graph.NodeId;
import tiphys.model.layout.Arrangement;
import tiphys.model.layout.Arranger;
import tiphys.model.layout.Heading;
import tiphys.model.layout.Lanes;
import tiphys.model.layout.Point;

/**
 * Where the nodes of a scope stand, and where they would stand had the user moved none of them: so
 * that taking back a move puts a card where it was.
 *
 * @param chosen the user's places
 * @param lanes of long edges between them
 * @param shown with the user's places
 * @param unmoved without them
 */
record Places(Map<NodeId, Point> chosen, Lanes lanes, Arrangement shown, Arrangement unmoved) {

  /** The places of a graph, given those of its scope before. O(nodes + edges) unless it is new. */
  static Places of(
      FlowGraph graph,
      Heading heading,
      Map<NodeId, Point> chosen,
      Lanes lanes,
      Optional<Places> lastKnown) {
    Optional<Places> before = lastKnown.filter(last -> last.runs(heading));
    if (before.isPresent() && before.get().isStillTrue(graph, chosen, lanes)) {
      return before.get();
    }
    Optional<Arrangement> own = before.map(Places::unmoved);
    Arrangement shown = Arranger.arrange(graph, heading, chosen, lanes, own);
    if (chosen.isEmpty()) {
      return new Places(Map.of(), Lanes.NONE, shown, shown);
    }
    Map<NodeId, Point> earlier = own.map(Arrangement::corners).orElse(Map.of());
    Map<NodeId, Point> unmoved = new LinkedHashMap<>();
    shown
        .corners()
        .forEach(
            (id, corner) ->
                unmoved.put(
                    id, chosen.containsKey(id) ? earlier.getOrDefault(id, corner) : corner));
    return new Places(
        chosen,
        lanes,
        shown,
        new Arrangement(unmoved, own.map(Arrangement::bends).orElse(shown.bends()), shown.bounds())
            .heading(heading));
  }

  /** Whether its edges run that way. */
  boolean runs(Heading heading) {
    return shown.heading() == heading;
  }

  /** Of a graph that nobody wants to wait for: in rows, in the order of declaration. */
  static Places inRows(FlowGraph graph, Heading heading) {
    Arrangement rows = Arranger.inRows(graph, heading);
    return new Places(Map.of(), Lanes.NONE, rows, rows);
  }

  /** Most edits neither make, rename nor move a node. */
  private boolean isStillTrue(FlowGraph graph, Map<NodeId, Point> nowChosen, Lanes nowLanes) {
    if (!chosen.equals(nowChosen)
        || !lanes.equals(nowLanes)
        || shown.corners().size() != graph.nodes().size()) {
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
}
