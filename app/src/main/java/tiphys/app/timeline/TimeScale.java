// SPDX-License-Identifier: Apache-2.0
package tiphys.app.timeline;

import java.time.Duration;
import java.time.Instant;

/**
 * Between moments and places on a line.
 *
 * @param perSecond pixels
 * @param left how far the line is moved to the left, in pixels
 */
record TimeScale(Instant from, double perSecond, double left) {
  static final double LEAST = 1e-4;
  static final double MOST = 400;

  private static final double LEAST_APART = 78;
  private static final long[] STEPS = {
    1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400
  };

  double x(Instant moment) {
    return seconds(from, moment) * perSecond - left;
  }

  /** Seconds from one labelled moment to the next. */
  long step() {
    for (long step : STEPS) {
      if (step * perSecond >= LEAST_APART) {
        return step;
      }
    }
    long days = 1;
    while (days * 86_400 * perSecond < LEAST_APART) {
      days *= 2;
    }
    return days * 86_400;
  }

  /** The number of the first step that is in sight. */
  long firstStep() {
    return (long) Math.max(0, Math.floor(left / perSecond / step()));
  }

  /** With a place standing still. */
  TimeScale zoomed(double factor, double at) {
    double next = Math.clamp(perSecond * factor, LEAST, MOST);
    return new TimeScale(from, next, Math.max(0, (left + at) * next / perSecond - at));
  }

  static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 1000.0;
  }
}
