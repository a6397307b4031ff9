// SPDX-License-Identifier: Apache-2.0
package tiphys.model.layout;

import java.util.List;

/**
 * How well a drawing reads, whoever made it. Edges are judged as they are drawn: as chains of short
 * straight pieces, so that curves and bent lines are measured alike.
 *
 * @param crossings of edges that have no end in common
 * @param throughNodes how often an edge runs through a node that it has nothing to do with
 * @param length mean length of an edge
 * @param turns by how much an edge turns on its way, in right angles, on average
 * @param area of the box around everything, for each node
 */
public record LayoutQuality(
    long crossings, long throughNodes, double length, double turns, double area) {

  /**
   * Judges a drawing. About O(pieces · log(pieces)) and the pairs of pieces that come near.
   *
   * @param nodes where the nodes stand
   * @param lines of each edge, its points from end to end
   */
  public static LayoutQuality of(List<Box> nodes, List<EdgeLine> lines) {
    LinePieces pieces = new LinePieces(lines);
    double length = lines.stream().mapToDouble(EdgeLine::length).average().orElse(0);
    double turns = lines.stream().mapToDouble(EdgeLine::turns).average().orElse(0);
    return new LayoutQuality(
        pieces.crossings(),
        pieces.through(nodes),
        length,
        turns,
        nodes.isEmpty() ? 0 : area(nodes, lines) / nodes.size());
  }

  private static double area(List<Box> nodes, List<EdgeLine> lines) {
    double left = Double.POSITIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (Box box : nodes) {
      left = Math.min(left, box.x());
      top = Math.min(top, box.y());
      right = Math.max(right, box.right());
      bottom = Math.max(bottom, box.bottom());
    }
    for (EdgeLine line : lines) {
      for (Point point : line.points()) {
        left = Math.min(left, point.x());
        top = Math.min(top, point.y());
        right = Math.max(right, point.x());
        bottom = Math.max(bottom, point.y());
      }
    }
    return (right - left) * (bottom - top);
  }
}
