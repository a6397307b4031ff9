// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

/**
 * How many tiles a pulse may paint. What painting costs is not known where it is asked for: the
 * renderer does it afterwards. But a pulse that comes late was kept waiting by what the one before
 * had asked for.
 */
final class TilePace {
  private static final int FIRST = 4;
  private static final int MOST = 64;

  /** Pulses follow each other in 17 ms. */
  private static final long IN_TIME = 20_000_000;

  private static final long LATE = 25_000_000;

  private int tiles = FIRST;
  private long before;

  /** At least one. */
  int tiles() {
    return tiles;
  }

  /** A pulse that paints begins. */
  void begin() {
    begin(System.nanoTime());
  }

  void begin(long now) {
    long took = now - before;
    if (before != 0 && took < IN_TIME) {
      tiles = Math.min(MOST, tiles + 1);
    } else if (before != 0 && took > LATE) {
      tiles = Math.max(1, tiles - (tiles + 2) / 3);
    }
    before = now;
  }

  /** What comes next does not follow at once. */
  void pause() {
    before = 0;
  }
}
