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
 * @param frames the sizes of nodes that are drawn with their inside, which are larger than a card
 * @param heading which way its edges run
 */
public record Arrangement(
    Map<NodeId, Point> corners,
    Map<FlowEdge, List<Point>> bends,
    Map<NodeId, Size> frames,
    Heading heading,
    Box bounds) {
  public static final Arrangement EMPTY = new Arrangement(Map.of(), Map.of(), new Box(0, 0, 0, 0));

  /** The same places, of which a box holds those that matter. */
  public Arrangement within(Box box) {
    return new Arrangement(corners, bends, frames, heading, box);
  }

  /** Of cards alone, from the top down. */
  public Arrangement(Map<NodeId, Point> corners, Map<FlowEdge, List<Point>> bends, Box bounds) {
    this(corners, bends, Map.of(), Heading.DOWN, bounds);
  }

  /** The same places for edges that run another way. */
  public Arrangement heading(Heading other) {
    return new Arrangement(corners, bends, frames, other, bounds);
  }

  public Optional<Box> boxOf(NodeId node) {
    return Optional.ofNullable(corners.get(node)).map(at -> boxAt(node, at));
  }

  /** The box of a node if it stood somewhere. */
  public Box boxAt(NodeId node, Point corner) {
    Size size = frames.isEmpty() ? null : frames.get(node);
    return size == null
        ? new Box(corner.x(), corner.y(), NodeSize.WIDTH, NodeSize.HEIGHT)
        : new Box(corner.x(), corner.y(), size.width(), size.height());
  }
}
