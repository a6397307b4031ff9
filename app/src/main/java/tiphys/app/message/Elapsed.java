// SPDX-License-Identifier: Apache-2.0
package tiphys.app.message;

import java.time.Duration;
import java.util.Locale;

/**
 * Times that something took, the same in every language. What is negative, as clocks that differ
 * can make it, counts as nothing.
 */
public final class Elapsed {
  private static final long MINUTE = 60;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  private Elapsed() {}

  /** As a clock shows it: {@code 1:05}, {@code 2:01:05}, {@code 1d 2:00:00}. */
  public static String clock(Duration taken) {
    long seconds = Math.max(0, taken.toSeconds());
    if (seconds < HOUR) {
      return String.format(Locale.ROOT, "%d:%02d", seconds / MINUTE, seconds % MINUTE);
    }
    String time =
        String.format(
            Locale.ROOT,
            "%d:%02d:%02d",
            seconds / HOUR % 24,
            seconds / MINUTE % 60,
            seconds % MINUTE);
    return seconds < DAY ? time : seconds / DAY + "d " + time;
  }

  /** As Argo's command line writes it in a tree: {@code 9s}, {@code 1m05s}, {@code 2h01m}. */
  public static String units(Duration taken) {
    long seconds = Math.max(0, taken.toSeconds());
    if (seconds < MINUTE) {
      return seconds + "s";
    }
    return seconds < HOUR
        ? String.format(Locale.ROOT, "%dm%02ds", seconds / MINUTE, seconds % MINUTE)
        : String.format(Locale.ROOT, "%dh%02dm", seconds / HOUR, seconds / MINUTE % 60);
  }

  /** In its largest unit of which there are two at least, as kubectl has it: {@code 90m}. */
  public static String rounded(Duration taken) {
    long seconds = Math.max(0, taken.toSeconds());
    if (seconds < 2 * MINUTE) {
      return seconds + "s";
    }
    if (seconds < 2 * HOUR) {
      return seconds / MINUTE + "m";
    }
    return seconds < 2 * DAY ? seconds / HOUR + "h" : seconds / DAY + "d";
  }
}
