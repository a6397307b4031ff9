// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TilePaceTest {
  private static final long MILLIS = 1_000_000;

  private final TilePace pace = new TilePace();

  @Test
  void pulsesThatComeInTimeMayPaintMoreAndMore() {
    int first = pace.tiles();
    for (long pulse = 1; pulse <= 10; pulse++) {
      pace.begin(pulse * 17 * MILLIS);
    }
    assertEquals(first + 9, pace.tiles());
  }

  @Test
  void pulsesThatComeLatePaintLessButNeverNothing() {
    for (long pulse = 1; pulse <= 20; pulse++) {
      pace.begin(pulse * 60 * MILLIS);
    }
    assertEquals(1, pace.tiles());
  }

  @Test
  void whatComesAfterAPauseWasKeptWaitingByNothing() {
    int first = pace.tiles();
    pace.begin(17 * MILLIS);
    pace.pause();
    pace.begin(900 * MILLIS);
    assertEquals(first, pace.tiles());
    pace.begin(960 * MILLIS);
    assertTrue(pace.tiles() < first);
  }
}
