// SPDX-License-Identifier: Apache-2.0
package tiphys.model.workflow;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * When a CronWorkflow starts.
 *
 * @param text as written
 * @param rhythm what it means, where it is one of the common rhythms
 */
public record CronSchedule(String text, Optional<Rhythm> rhythm) {
  /** The common rhythms; everything else is told as it is written. */
  public sealed interface Rhythm {
    /** Every so many minutes, from 1. */
    record Minutes(int every) implements Rhythm {}

    /** Every so many hours, from 1, at a minute of the hour. */
    record Hours(int every, int minute) implements Rhythm {}

    record Daily(LocalTime at) implements Rhythm {}

    /** On some days of the week, in order from Monday. */
    record Weekly(List<DayOfWeek> days, LocalTime at) implements Rhythm {
      public Weekly {
        days = List.copyOf(days);
      }
    }

    /** On a day of each month, from 1. */
    record Monthly(int day, LocalTime at) implements Rhythm {}

    /** On a day of a month, both from 1. */
    record Yearly(int month, int day, LocalTime at) implements Rhythm {}

    /** After so long, as Go writes a duration: {@code 1h30m}. */
    record Duration(String every) implements Rhythm {}
  }

  public static CronSchedule of(String text) {
    return new CronSchedule(text, CronRhythms.of(text));
  }
}
