// SPDX-License-Identifier: Apache-2.0
package tiphys.model.layout.layered;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class LayeredLayoutTest {
  private static final double WIDTH = 100;
  private static final double WAY = 10;
  private static final double GAP = 20;

  @Test
  void aDiamondHasThreeLayersWithItsTipsInTheMiddle() {
    LayeredLayout layout = of(4, new int[][] {{0, 1}, {0, 2}, {1, 3}, {2, 3}});

    assertArrayEquals(new int[] {0, 1, 1, 2}, layout.layer());
    assertEquals(0, layout.crossings());
    double middle = (layout.x()[1] + layout.x()[2]) / 2;
    assertEquals(middle, layout.x()[0], 0.5);
    assertEquals(middle, layout.x()[3], 0.5);
  }

  @Test
  void twoCrossedEdgesAreUncrossed() {
    LayeredLayout layout = of(4, new int[][] {{0, 3}, {1, 2}});

    assertEquals(0, layout.crossings());
  }

  @Test
  void aLongEdgePassesBesideTheNodeBetween() {
    LayeredLayout layout = of(3, new int[][] {{0, 1}, {1, 2}, {0, 2}});

    assertEquals(1, layout.bends()[2].length);
    assertTrue(Math.abs(layout.bends()[2][0] - layout.x()[1]) >= WIDTH / 2 + GAP);
  }

  @Test
  void aCycleIsDrawnWithOneEdgeTurned() {
    LayeredLayout layout = of(3, new int[][] {{0, 1}, {1, 2}, {2, 0}});

    assertArrayEquals(new int[] {0, 1, 2}, layout.layer());
  }

  @Property(tries = 200)
  void everyEdgeOfAnAcyclicGraphLeadsToALaterLayer(
      @ForAll @IntRange(min = 1, max = 60) int nodes, @ForAll long seed) {
    int[][] edges = randomEdges(nodes, seed);

    LayeredLayout layout = of(nodes, edges);

    for (int e = 0; e < edges.length; e++) {
      int span = layout.layer()[edges[e][1]] - layout.layer()[edges[e][0]];
      assertTrue(span >= 1);
      assertEquals(span - 1, layout.bends()[e].length);
    }
  }

  @Property(tries = 200)
  void noTwoNodesOfALayerOverlap(
      @ForAll @IntRange(min = 1, max = 60) int nodes, @ForAll long seed) {
    LayeredLayout layout = of(nodes, randomEdges(nodes, seed));

    for (int layer : layout.layer()) {
      double[] row = row(layout, layer);
      Arrays.sort(row);
      for (int i = 1; i < row.length; i++) {
        assertTrue(row[i] - row[i - 1] >= WIDTH + GAP - 1e-6);
      }
    }
  }

  @Property(tries = 100)
  void theSameGraphIsDrawnTheSameWay(
      @ForAll @IntRange(min = 1, max = 60) int nodes, @ForAll long seed) {
    int[][] edges = randomEdges(nodes, seed);

    assertArrayEquals(of(nodes, edges).x(), of(nodes, edges).x());
  }

  @Property(tries = 100)
  void theCountOfCrossingsIsThatOfLookingAtEveryPair(
      @ForAll @IntRange(min = 2, max = 30) int nodes, @ForAll long seed) {
    int[][] edges = randomEdges(nodes, seed);

    LayeredLayout layout = of(nodes, edges);

    assertEquals(crossingsByPairs(layout, edges), layout.crossings());
  }

  private static LayeredLayout of(int nodes, int[][] edges) {
    int[] from = Arrays.stream(edges).mapToInt(edge -> edge[0]).toArray();
    int[] to = Arrays.stream(edges).mapToInt(edge -> edge[1]).toArray();
    double[] widths = new double[nodes];
    Arrays.fill(widths, WIDTH);
    return LayeredLayout.of(widths, from, to, WAY, GAP);
  }

  private static int[][] randomEdges(int nodes, long seed) {
    Random random = new Random(seed);
    List<int[]> edges = new ArrayList<>();
    for (int to = 1; to < nodes; to++) {
      for (int k = random.nextInt(3); k > 0; k--) {
        edges.add(new int[] {random.nextInt(to), to});
      }
    }
    return edges.toArray(int[][]::new);
  }

  private static double[] row(LayeredLayout layout, int layer) {
    List<Double> row = new ArrayList<>();
    for (int v = 0; v < layout.x().length; v++) {
      if (layout.layer()[v] == layer) {
        row.add(layout.x()[v]);
      }
    }
    return row.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static long crossingsByPairs(LayeredLayout layout, int[][] edges) {
    List<double[]> pieces = new ArrayList<>();
    for (int e = 0; e < edges.length; e++) {
      double above = layout.x()[edges[e][0]];
      int layer = layout.layer()[edges[e][0]];
      for (double bend : layout.bends()[e]) {
        pieces.add(new double[] {layer++, above, bend});
        above = bend;
      }
      pieces.add(new double[] {layer, above, layout.x()[edges[e][1]]});
    }
    long crossings = 0;
    for (int i = 0; i < pieces.size(); i++) {
      for (int j = i + 1; j < pieces.size(); j++) {
        double[] a = pieces.get(i);
        double[] b = pieces.get(j);
        if (a[0] == b[0] && (a[1] - b[1]) * (a[2] - b[2]) < 0) {
          crossings++;
        }
      }
    }
    return crossings;
  }
}
