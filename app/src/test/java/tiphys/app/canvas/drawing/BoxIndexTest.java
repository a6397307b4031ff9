// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas.drawing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import tiphys.model.layout.Box;

class BoxIndexTest {
  @Property(tries = 200)
  void findsExactlyTheBoxesThatMeet(@ForAll long seed) {
    Random random = new Random(seed);
    List<Box> boxes = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      boxes.add(box(random, i % 7 == 0 ? 50_000 : 300));
    }
    BoxIndex index = BoxIndex.of(boxes.size(), boxes::get);
    Box wanted = box(random, 4_000);

    int[] found = index.meeting(wanted);

    int[] expected = IntStream.range(0, boxes.size()).filter(i -> index.meets(i, wanted)).toArray();
    assertArrayEquals(expected, found);
  }

  private static Box box(Random random, double size) {
    return new Box(
        random.nextDouble(-10_000, 10_000),
        random.nextDouble(-10_000, 10_000),
        random.nextDouble(size),
        random.nextDouble(size));
  }
}
