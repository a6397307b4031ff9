// SPDX-License-Identifier: Apache-2.0
package tiphys.model.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tiphys.model.graph.NodeId;

/** Aligned and distributed nodes. */
final class AlignmentTest {
  @Property(tries = 300)
  void nothingOfARowOrAColumnLiesOverAnother(
      @ForAll Alignment alignment, @ForAll("places") List<Point> places) {
    Map<NodeId, Point> placed = alignment.of(corners(places));

    assertEquals(corners(places).keySet(), placed.keySet());
    if (alignment == Alignment.ROW || alignment == Alignment.COLUMN) {
      List<Box> boxes = boxes(placed);
      for (int i = 0; i < boxes.size(); i++) {
        for (int j = i + 1; j < boxes.size(); j++) {
          assertFalse(boxes.get(i).intersects(boxes.get(j)), placed.toString());
        }
      }
    }
  }

  @Property(tries = 300)
  void whatIsInLineAlreadyStays(@ForAll Alignment alignment, @ForAll("places") List<Point> places) {
    Map<NodeId, Point> once = alignment.of(corners(places));

    Map<NodeId, Point> twice = alignment.of(once);

    once.forEach(
        (node, at) -> {
          Point again = Objects.requireNonNull(twice.get(node));
          assertEquals(at.x(), again.x(), 1e-6);
          assertEquals(at.y(), again.y(), 1e-6);
        });
  }

  @Provide
  Arbitrary<List<Point>> places() {
    Arbitrary<Double> length = Arbitraries.integers().between(-900, 900).map(n -> n * 10.0);
    return Combinators.combine(length, length).as(Point::new).list().ofMaxSize(8);
  }

  private static Map<NodeId, Point> corners(List<Point> places) {
    Map<NodeId, Point> corners = new LinkedHashMap<>();
    for (int i = 0; i < places.size(); i++) {
      corners.put(new NodeId("n" + i), places.get(i));
    }
    return corners;
  }

  private static List<Box> boxes(Map<NodeId, Point> placed) {
    List<Box> boxes = new ArrayList<>();
    placed
        .values()
        .forEach(at -> boxes.add(new Box(at.x(), at.y(), NodeSize.WIDTH, NodeSize.HEIGHT)));
    return boxes;
  }
}
