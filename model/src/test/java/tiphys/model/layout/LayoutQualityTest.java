// SPDX-License-Identifier: Apache-2.0
package tiphys.model.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class LayoutQualityTest {
  private static final List<Box> FOUR =
      List.of(box(0, 0), box(100, 0), box(0, 100), box(100, 100), box(50, 50));

  @Test
  void twoEdgesThatChangeSidesCrossOnce() {
    LayoutQuality quality =
        LayoutQuality.of(FOUR, List.of(line(0, 3, 5, 10, 105, 100), line(1, 2, 105, 10, 5, 100)));

    assertEquals(1, quality.crossings());
  }

  @Test
  void edgesOfOneNodeDoNotCross() {
    LayoutQuality quality =
        LayoutQuality.of(FOUR, List.of(line(0, 3, 5, 10, 105, 100), line(0, 2, 105, 10, 5, 100)));

    assertEquals(0, quality.crossings());
  }

  @Test
  void anEdgeRunsThroughANodeBetweenButNotThroughItsEnds() {
    LayoutQuality quality = LayoutQuality.of(FOUR, List.of(line(0, 3, 5, 5, 105, 105)));

    assertEquals(1, quality.throughNodes());
  }

  @Test
  void aStepOfAnEdgeIsTwoRightAngles() {
    LayoutQuality quality =
        LayoutQuality.of(FOUR, List.of(line(0, 3, 5, 10, 5, 30, 105, 30, 105, 100)));

    assertEquals(2, quality.turns(), 1e-9);
    assertEquals(190, quality.length(), 1e-9);
  }

  @Test
  void theCountOfCrossingsIsThatOfLookingAtEveryPair() {
    Random random = new Random(3);
    List<EdgeLine> lines = new ArrayList<>();
    for (int e = 0; e < 900; e++) {
      double x = random.nextDouble() * 1000;
      double y = random.nextDouble() * 1000;
      lines.add(line(2 * e, 2 * e + 1, x, y, x + random.nextInt(400) - 200, y + 90));
    }
    long pairs = 0;
    for (int i = 0; i < lines.size(); i++) {
      for (int j = i + 1; j < lines.size(); j++) {
        pairs += LayoutQuality.of(FOUR, List.of(lines.get(i), lines.get(j))).crossings();
      }
    }

    assertEquals(pairs, LayoutQuality.of(FOUR, lines).crossings());
  }

  private static Box box(double x, double y) {
    return new Box(x, y, 10, 10);
  }

  private static EdgeLine line(int from, int to, double... places) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < places.length; i += 2) {
      points.add(new Point(places[i], places[i + 1]));
    }
    return new EdgeLine(from, to, points);
  }
}
