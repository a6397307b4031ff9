// SPDX-License-Identifier: Apache-2.0
package tiphys.model.layout;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tiphys.model.graph.FlowEdge;
import tiphys.model.graph.NodeId;

/**
 * The top left corner of every node of a scope, and the box around them all.
 *
 * @param bends where an edge that spans layers passes between nodes, in order from its source;
 *     edges without an entry run straight
 */
public record Arrangement(
    Map<NodeId, Point> corners, Map<FlowEdge, List<Point>> bends, Box bounds) {
  public static final Arrangement EMPTY = new Arrangement(Map.of(), Map.of(), new Box(0, 0, 0, 0));

  public Optional<Box> boxOf(NodeId node) {
    return Optional.ofNullable(corners.get(node))
        .map(at -> new Box(at.x(), at.y(), NodeSize.WIDTH, NodeSize.HEIGHT));
  }
}
