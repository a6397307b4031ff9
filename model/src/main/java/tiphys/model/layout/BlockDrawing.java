// SPDX-License-Identifier: Apache-2.0
package tiphys.model.layout;

import java.util.ArrayList;
import java.util.List;
import tiphys.model.layout.layered.LayeredLayout;

/**
 * Where the nodes and edges of a layout with blocks are, as if it ran down. A layer is as high as
 * the highest of what stands in it. An edge passes a layer of nodes straight on, and a block beside
 * the column of its node, so that it touches no node that it has nothing to do with.
 */
final class BlockDrawing {
  private final Blocks blocks;
  private final LayeredLayout layout;
  private final Heading heading;

  /** Where each layer begins, and where it ends. */
  private final double[] tops;

  private final double[] bottoms;

  BlockDrawing(Blocks blocks, LayeredLayout layout, Heading heading) {
    this.blocks = blocks;
    this.layout = layout;
    this.heading = heading;
    int layers = 1;
    for (int layer : layout.layer()) {
      layers = Math.max(layers, layer + 1);
    }
    double[] heights = new double[layers];
    for (int u = 0; u < layout.layer().length; u++) {
      heights[layout.layer()[u]] = Math.max(heights[layout.layer()[u]], blocks.along(u));
    }
    tops = new double[layers];
    bottoms = new double[layers];
    double y = 0;
    for (int l = 0; l < layers; l++) {
      tops[l] = y;
      bottoms[l] = y + Math.max(heights[l], heading.along());
      y = bottoms[l] + heading.gapAlong();
    }
  }

  Point corner(int node) {
    return new Point(left(node), top(node));
  }

  private double left(int node) {
    int unit = blocks.unit()[node];
    double left = Math.round(layout.x()[unit] - blocks.across(unit) / 2);
    return left + column(node) * heading.stepAcross();
  }

  private double top(int node) {
    return tops[layer(node)] + row(node) * (heading.along() + Blocks.GAP_ALONG);
  }

  private int layer(int node) {
    return layout.layer()[blocks.unit()[node]];
  }

  private int column(int node) {
    return blocks.place()[node] % blocks.columns(blocks.unit()[node]);
  }

  private int row(int node) {
    return blocks.place()[node] / blocks.columns(blocks.unit()[node]);
  }

  /** The points that an edge passes, from its source; none where it runs straight. */
  List<Point> way(int edge, int from, int to) {
    if (from == to) {
      return List.of();
    }
    double[] passes = layout.bends()[blocks.edge()[edge]];
    if (layer(to) < layer(from)) {
      return passing(passes, layer(from), false);
    }
    List<Point> way = new ArrayList<>(leaving(from));
    way.addAll(passing(passes, layer(from), true));
    way.addAll(reaching(to));
    return List.copyOf(way);
  }

  /** Down beside its column to where the layer ends. */
  private List<Point> leaving(int node) {
    double bottom = top(node) + heading.along();
    double end = bottoms[layer(node)];
    if (bottom >= end) {
      return List.of();
    }
    boolean isBlock = blocks.isBlock(blocks.unit()[node]);
    boolean isLast = row(node) == blocks.rows(blocks.unit()[node]) - 1;
    if (!isBlock || isLast) {
      return List.of(new Point(left(node) + heading.across() / 2, end));
    }
    double lane = left(node) + heading.across() + Blocks.LANE;
    return List.of(new Point(lane, bottom + Blocks.GAP_ALONG), new Point(lane, end));
  }

  private List<Point> reaching(int node) {
    if (row(node) == 0) {
      return List.of();
    }
    double lane = left(node) - Blocks.LANE;
    return List.of(
        new Point(lane, tops[layer(node)]), new Point(lane, top(node) - Blocks.GAP_ALONG));
  }

  private List<Point> passing(double[] passes, int first, boolean isDownward) {
    List<Point> points = new ArrayList<>(passes.length + 1);
    for (int i = 0; i < passes.length; i++) {
      double x = Math.round(passes[i]);
      int layer = isDownward ? first + i + 1 : first - i - 1;
      double near = isDownward ? tops[layer] : bottoms[layer];
      double far = isDownward ? bottoms[layer] : tops[layer];
      if (i == 0 || Math.round(passes[i - 1]) != x) {
        points.add(new Point(x, near));
      }
      if (i + 1 == passes.length || Math.round(passes[i + 1]) != x) {
        points.add(new Point(x, far));
      }
    }
    return points;
  }
}
