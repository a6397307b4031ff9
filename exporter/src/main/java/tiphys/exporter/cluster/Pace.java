// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import java.time.Duration;

/**
 * How long a watch waits.
 *
 * @param first before it tries again for the first time; doubled each time that fails
 * @param most the longest wait between tries
 * @param poll between looks where no stream can be had
 */
public record Pace(Duration first, Duration most, Duration poll) {
  /** Half a second feels like at once; a minute is soon enough for a server that is down. */
  public static final Pace USUAL =
      new Pace(Duration.ofMillis(500), Duration.ofSeconds(60), Duration.ofSeconds(5));

  Duration after(int failures) {
    Duration wait = first;
    for (int i = 1; i < failures && wait.compareTo(most) < 0; i++) {
      wait = wait.multipliedBy(2);
    }
    return wait.compareTo(most) < 0 ? wait : most;
  }
}
