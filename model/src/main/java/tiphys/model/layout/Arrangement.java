// SPDX-License-Identifier: Apache-2.0
package tiphys.model.layout;

import java.util.Map;
import java.util.Optional;
import tiphys.model.graph.NodeId;

/** The top left corner of every node of a scope, and the box around them all. */
public record Arrangement(Map<NodeId, Point> corners, Box bounds) {
  public Optional<Box> boxOf(NodeId node) {
    return Optional.ofNullable(corners.get(node))
        .map(at -> new Box(at.x(), at.y(), NodeSize.WIDTH, NodeSize.HEIGHT));
  }
}
